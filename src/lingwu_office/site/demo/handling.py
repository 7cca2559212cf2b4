"""The documents of the fictional office, handled step by step by whoever has them, as far as the data say."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.utils import timezone

from lingwu_office.documents.actions_drafting import draft, save_text, withdraw
from lingwu_office.documents.actions_issuing import acknowledge, archive, distribute, number, seal, sign, void_number
from lingwu_office.documents.actions_passing import pass_on, send_back, submit
from lingwu_office.documents.models import Document, Outcome
from lingwu_office.people.models import Person, Tenure
from lingwu_office.site.demo.dates import dated
from lingwu_office.site.demo.peopling import Staffed

Said = Mapping[str, Any]
OPINIONS = {
    "review": "内容已核对，请办公室核稿。",
    "check": "文种、格式、数据已核，送签。",
    "countersign": "同意，无修改意见。",
    "sign": "同意印发。",
    "recheck": "签批手续完备，文字、格式无误。",
}
SEAL = "滨河区人民政府办公室"
ENDS = {"archived": "", "voided_number": "print_seal", "withdrawn": "check"}
"""The step up to which a document is handled before it comes to an end of its own."""


def make_documents(staffed: Staffed) -> None:
    """All documents of the data, sent and received."""
    from lingwu_office.site.demo.receiving import Receiving

    here = Path(__file__).parent
    for said in tomllib.loads((here / "outgoing.toml").read_text(encoding="utf-8"))["document"]:
        Sending(staffed, said).run()
    for said in tomllib.loads((here / "incoming.toml").read_text(encoding="utf-8"))["document"]:
        Receiving(staffed, said).run()


class Handling:
    """One document on its way; ``document`` is there once it was begun."""

    document: Document

    def __init__(self, staffed: Staffed, said: Said) -> None:
        self.staffed, self.said = staffed, said
        self.text = dated(said["text"].strip(), timezone.localdate())
        self.until = ENDS.get(said["until"], said["until"])

    def verbs(self) -> Mapping[str, Callable[[Person], Any]]:
        """What whoever has the document does in each step."""
        raise NotImplementedError

    def go(self) -> None:
        """Handle the document until it waits in the step that the data name, or has come to its end."""
        while self.document.step != self.until and (by := self.holder()) is not None:
            verb = self.verbs()[self.document.step]
            verb(by)
            self.document.refresh_from_db()

    def holder(self) -> Person | None:
        """Who has the document now; of several who may do it the one asked last."""
        row = self.document.assignments.filter(outcome=Outcome.OPEN).order_by("order", "-pk").first()
        if row is None:
            return None
        return row.person or Tenure.objects.on().get(post=row.post).person

    def person(self, account: str) -> Person:
        """Who has this account."""
        return self.staffed.persons[account]


class Sending(Handling):
    """A document that the office sends."""

    def run(self) -> None:
        """Draft it and let it go as far as it goes."""
        by, said = self.person(self.said["by"]), self.said
        names = ("code", "addressees", "copies_to", "urgency", "copies")
        elements = {name: said[name] for name in names if name in said}
        unit = by.unit or self.staffed.top
        self.document = draft(by, unit, title=said["title"], kind=said["kind"], text=self._first_text(), **elements)
        if "slips" in said:
            save_text(by, self.document, text=self.text, base=1, note=f"按校对意见改正{len(said['slips'])}处")
        if said["until"] == "returned":
            self.until = said["returned_by"]
        self.go()
        self.end()

    def _first_text(self) -> str:
        text = self.text
        for right, wrong in self.said.get("slips", ()):
            text = text.replace(right, wrong)
        return text

    def verbs(self) -> Mapping[str, Callable[[Person], Any]]:
        """What whoever has the document does in each step."""
        steps = dict.fromkeys(("review", "check", "countersign", "recheck"), self._passing)
        return {
            **steps, "draft": lambda by: submit(by, self.document), "number": lambda by: number(by, self.document),
            "sign": lambda by: sign(by, self.document, opinion=OPINIONS["sign"]), "print_seal": self._sealing,
            "distribute": self._distributing,
            "archive": lambda by: archive(by, self.document, retention=self.said["retention"]),
        }  # fmt: skip

    def end(self) -> None:
        """What happens besides the steps: sent back, withdrawn, its number voided, one of two countersigned."""
        until, reason = self.said["until"], self.said.get("reason", "")
        if until == "returned":
            send_back(self._holding(), self.document, reason=reason)
        elif until == "withdrawn":
            withdraw(self.document.drafter, self.document, reason=reason)
        elif until == "voided_number":
            void_number(self._holding(), self.document, reason=reason)
        elif until == "countersign":
            self._passing(self._holding())

    def _holding(self) -> Person:
        by = self.holder()
        if by is None:
            raise LookupError(f"nobody has {self.document}")
        return by

    def _passing(self, by: Person) -> None:
        to = None
        if self.document.step == "check" and "countersigners" in self.said:
            to = [self.person(account) for account in self.said["countersigners"]]
        pass_on(by, self.document, opinion=OPINIONS[self.document.step], to=to)

    def _sealing(self, by: Person) -> None:
        seal(by, self.document, seal=SEAL, copies=self.document.copies, approved_by=self.document.signatory)

    def _distributing(self, by: Person) -> None:
        units = self.staffed.units
        recipients = [{"unit": units[name], "copies": 2} for name in self.said["recipients"]]
        distribute(by, self.document, recipients=recipients)
        received = self.document.distributions.earliest("pk")
        acknowledge(Person.objects.filter(unit=received.unit).earliest("pk"), self.document, distribution=received)
