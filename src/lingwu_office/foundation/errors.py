"""What goes wrong, said in one Chinese sentence: what, where and what to do."""

from __future__ import annotations


class OfficeError(Exception):
    """Base of all; its text is shown to the person as it is."""


class Refused(OfficeError):
    """A policy said no; the text is the verdict's reason. Answered with 403 and recorded in the audit.

    ``recorded`` once it is in the audit; what nobody recorded before, the middleware does.
    """

    recorded = False


class Invalid(OfficeError):
    """What was asked does not fit the state of things or the rules of the office. Answered with 400 or on the form."""


class Conflict(Invalid):
    """Somebody else changed the thing meanwhile; nothing of either is lost. Answered with 409."""
