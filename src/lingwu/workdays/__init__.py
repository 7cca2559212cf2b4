"""Working days, statutory holidays with their make-up days, and time limits, each result told day by day.

>>> from datetime import date
>>> from lingwu.workdays import Calendar, Unit, reckon
>>> reckon(date(2026, 2, 13), 5, Unit.WORKING_DAY, Calendar.load()).due
datetime.date(2026, 2, 27)
"""

from lingwu.workdays.calendar import Calendar, Day
from lingwu.workdays.limits import Limit, Unit, limits, named
from lingwu.workdays.lunar import Lunar, lunar
from lingwu.workdays.reckoning import Reckoning, Step, reckon

__all__ = ["Calendar", "Day", "Limit", "Lunar", "Reckoning", "Step", "Unit", "limits", "lunar", "named", "reckon"]
