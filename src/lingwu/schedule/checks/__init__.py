"""The cross rules of schedules, one file each."""
