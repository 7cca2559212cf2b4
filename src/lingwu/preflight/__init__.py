"""Preflight: the files of one meeting, each checked by itself and all held against each other."""

from lingwu.preflight.running import Preflight, preflight, rules

__all__ = ["Preflight", "preflight", "rules"]
