"""Run beside an office's server by the process tests: makes clerks and documents for them, and tells what is stored.

python office_people.py clerks 50      persons, each signed in: account, session, token of nothing else
python office_people.py clerks_again 1 persons more
python office_people.py signed 30      documents that wait for their number
python office_people.py stored         versions and numbers as they are in the database
python office_people.py store 2        files, and where they lie
python office_people.py address 0      from where the last entry of the audit came
python office_people.py tamper 0       one way of falsifying the audit in the database: 0 to 4
"""

# ruff: noqa: E402 - models can be imported only once Django knows its settings
from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from lingwu_office.access.models import Grant, Role
from lingwu_office.audit import chain
from lingwu_office.audit.models import ChainHead, Entry
from lingwu_office.documents.actions import draft, pass_on, sign, submit
from lingwu_office.documents.models import Document, IssuedNumber, Version
from lingwu_office.files.actions import store
from lingwu_office.files.storing import folder, path_of
from lingwu_office.people.models import Person, Post, Tenure, Unit

SINCE = date(2024, 1, 1)
TEXT = "为做好值班工作，现将有关事项通知如下：\n\n一、落实值班制度\n\n各单位实行24小时值班。\n"
CODE = "滨政办发"


def clerks(count: int) -> list[dict[str, Any]]:
    """``count`` persons who hold the one post of a clerk and registrar; a leader's post with a holder besides."""
    top = Unit.objects.get(parent=None)
    leader = _post(top, "主任", ["staff", "leader", "checker"], head=True, principal=True)
    _person(top, "leader", leader)
    post = _post(top, "文书", ["staff", "registrar"])
    made = [_person(top, f"clerk{at:03}", post) for at in range(count)]
    return [{"account": person.account, "pk": person.pk, "session": _session(person)} for person in made]


def clerks_again(count: int) -> list[dict[str, Any]]:
    """More persons for the post that is there."""
    post = Post.objects.get(name="文书")
    made = [_person(post.unit, f"later{at:03}", post) for at in range(count)]
    return [{"account": person.account} for person in made]


def store_file(count: int) -> list[str]:
    """Store ``count`` files; where they lie below the home of the office."""
    by, unit = Person.objects.get(account="clerk000"), Unit.objects.get(parent=None)
    made = [store(by, unit, name=f"{at}.txt", content=f"第{at}个附件。\n".encode()) for at in range(count)]
    return [path_of(stored.digest, stored.suffix).relative_to(folder().parent).as_posix() for stored in made]


def address(last: int) -> str:
    """From where the ``last`` entry of the audit came, counted from the end."""
    return Entry.objects.order_by("-seq")[last].address


def _post(unit: Unit, name: str, roles: list[str], **flags: bool) -> Post:
    post = Post.objects.create(unit=unit, name=name, **flags)
    for role in roles:
        Grant.objects.create(role=Role.objects.get(name=role), post=post, since=SINCE)
    return post


def _person(unit: Unit, account: str, post: Post) -> Person:
    person = Person.objects.create_user(account, None, name=f"文书{account}", unit=unit)
    Tenure.objects.create(person=person, post=post, since=SINCE)
    return person


def _session(person: Person) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "lingwu_office.people.backends.OfficeBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def signed(count: int) -> list[int]:
    """``count`` documents, signed and rechecked."""
    by, leader = Person.objects.get(account="clerk000"), Person.objects.get(account="leader")
    return [_signed(by, leader, f"关于做好第{at}次值班工作的通知") for at in range(1, count + 1)]


def _signed(by: Person, leader: Person, title: str) -> int:
    unit = Unit.objects.get(parent=None)
    document = draft(by, unit, title=title, kind="通知", text=TEXT, code=CODE, addressees="区政府各部门")
    submit(by, document)
    for _ in range(2):  # 部门核稿, 办公室核稿
        pass_on(leader, document, opinion="已核。")
    sign(leader, document, opinion="同意。")
    pass_on(leader, document, opinion="已复核。")
    return int(document.pk)


def stored() -> dict[str, Any]:
    """All versions by document, all numbers in order, how many entries the audit has."""
    versions: dict[str, list[list[Any]]] = {}
    rows = Version.objects.order_by("document", "number").values_list("document", "number", "base", "aside", "text")
    for document, *row in rows:
        versions.setdefault(str(document), []).append(row)
    numbers = IssuedNumber.objects.order_by("series", "number").values_list("number", "document")
    return {
        "versions": versions, "numbers": [list(row) for row in numbers], "entries": Entry.objects.count(),
        "documents": Document.objects.count(),
    }  # fmt: skip


def tamper(how: int) -> list[int]:
    """Falsify the audit: change an entry, drop one, exchange two, cut the last, or write all hashes anew."""
    last = Entry.objects.latest("seq").seq
    if how == 0:
        Entry.objects.filter(seq=3).update(reason="从来没有这回事")
    elif how == 1:
        Entry.objects.filter(seq=5)._raw_delete(Entry.objects.db)
    elif how == 2:
        for old, new in ((8, -1), (9, 8), (-1, 9)):
            Entry.objects.filter(seq=old).update(seq=new)
    elif how == 3:
        Entry.objects.filter(seq=last)._raw_delete(Entry.objects.db)
    else:
        _write_anew()
    return [last]


def _write_anew() -> None:
    previous, seq = chain.FIRST, 0
    for entry in list(Entry.objects.order_by("seq")):
        old, seq = entry.seq, seq + 1
        entry.seq, entry.previous_hash = seq, previous
        previous = chain.hash_of(entry)
        Entry.objects.filter(seq=old).update(seq=seq, previous_hash=entry.previous_hash, hash=previous)
    ChainHead.objects.update(seq=seq, hash=previous)


def main() -> None:
    """Do what the command line says and write the answer as one line of JSON."""
    verbs: dict[str, Callable[..., Any]] = {
        "clerks": clerks, "clerks_again": clerks_again, "signed": signed, "stored": stored, "tamper": tamper,
        "store": store_file, "address": address,
    }  # fmt: skip
    what, *words = sys.argv[1:]
    print(json.dumps(verbs[what](*map(int, words)), ensure_ascii=False))


if __name__ == "__main__":
    main()
