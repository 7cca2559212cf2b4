"""The cross rules of meetings, one file each."""
