"""Importing this makes Django ready for the office's benchmarks."""

from __future__ import annotations

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "office_settings")
django.setup()
