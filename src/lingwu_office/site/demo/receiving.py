"""The documents that the fictional office receives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from lingwu_office.documents.actions_drafting import save_text
from lingwu_office.documents.actions_incoming import (
    CHECKS,
    circulate,
    instruct,
    mark_read,
    propose,
    receive,
    register,
    reply,
    report_done,
    screen,
)
from lingwu_office.documents.actions_issuing import archive
from lingwu_office.documents.actions_reminding import remind
from lingwu_office.documents.models import Outcome
from lingwu_office.people.models import Person, Unit
from lingwu_office.site.demo.dates import dated, weekday_after
from lingwu_office.site.demo.handling import Handling

REGISTRAR = "sunlihua"
CLOSE = time(17, 30)
DAYS_TO_HANDLE = 5


class Receiving(Handling):
    """A document that the office receives."""

    def run(self) -> None:
        """Receive it and let it go as far as it goes."""
        said, by = self.said, self.person(REGISTRAR)
        today = timezone.localdate()
        self.document = receive(
            by, self.staffed.top, title=said["title"], kind=said["kind"], source=said["source"],
            source_number=dated(said["source_number"], today), source_date=weekday_after(today, -3),
            urgency=said.get("urgency", ""), for_action=said.get("for_action", True),
        )  # fmt: skip
        save_text(by, self.document, text=self.text, base=0, note="来文正文")
        self.document.refresh_from_db()
        if said["until"] == "rejected":
            self.until = "screen"
        self.go()
        self.end()

    def verbs(self) -> Mapping[str, Callable[[Person], Any]]:
        """What whoever has the document does in each step."""
        return {
            "register": lambda by: register(by, self.document),
            "screen": self._screening,
            "propose": self._proposing,
            "instruct": self._instructing,
            "handle": self._handling,
            "circulate": self._circulating,
            "reply": lambda by: reply(by, self.document, form="函", text=self.said["result"]),
            "archive": lambda by: archive(by, self.document, retention=self.said["retention"]),
        }

    def end(self) -> None:
        """What happens besides the steps: sent back to the sender, reminded, one of the readers has read."""
        by = self.person(REGISTRAR)
        if self.said["until"] == "rejected":
            self._screening(by)
        if "reminder" in self.said:
            waiting = self.document.assignments.filter(outcome=Outcome.OPEN).earliest("pk")
            remind(by, self.document, assignment=waiting, text=self.said["reminder"])
        if self.said["until"] == "circulate":
            self._circulating(by)

    def _screening(self, by: Person) -> None:
        ticks = dict.fromkeys(CHECKS, True)
        if self.said["until"] == "rejected":
            ticks[CHECKS[0]] = False
        screen(by, self.document, ticks=ticks, reason=self.said.get("reason", ""))

    def _proposing(self, by: Person) -> None:
        said = self.said
        propose(
            by, self.document, proposal=said["proposal"], leader=self.person(said["leader"]),
            lead_unit=self._unit(said["lead_unit"]), co_units=[self._unit(name) for name in said.get("co_units", ())],
            due_at=self._due(),
        )  # fmt: skip

    def _instructing(self, by: Person) -> None:
        several = "co_units" in self.said
        to = None if several else self._unit(self.said["lead_unit"])
        instruct(by, self.document, text=self.said["instruction"], to_unit=to, due_at=self._due())

    def _handling(self, by: Person) -> None:
        report_done(by, self.document, reply=self.said["result"])

    def _circulating(self, by: Person) -> None:
        circulate(by, self.document, readers=[self.person(account) for account in self.said["readers"]])
        for account in self.said["read_by"]:
            mark_read(self.person(account), self.document, opinion="已阅。")

    def _unit(self, name: str) -> Unit:
        return self.staffed.units[name]

    @staticmethod
    def _due() -> datetime:
        day = weekday_after(timezone.localdate() + timedelta(1), DAYS_TO_HANDLE)
        return timezone.make_aware(datetime.combine(day, CLOSE))
