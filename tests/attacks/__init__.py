"""Attacks on the office on the web, by people with and without an account."""
