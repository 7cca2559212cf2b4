"""Schedules: events with place, people and times, read from .toml, .xlsx, .csv and .ics, and checked."""

from lingwu.schedule.checking import check, rules
from lingwu.schedule.model import Event, Part, Room, Schedule, Travel
from lingwu.schedule.reading import read
from lingwu.schedule.writing import to_ics

__all__ = ["Event", "Part", "Room", "Schedule", "Travel", "check", "read", "rules", "to_ics"]
