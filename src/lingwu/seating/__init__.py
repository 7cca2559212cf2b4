"""Seats: orders of persons, venues and their seat orders, plans, changes, and what clerks print from them.

No standard fixes the seats of a meeting. Every rule here is therefore a named option that stands on the plan, and the
order of persons is the office's own: Lingwu sorts by what the list says and rates nobody.
"""
