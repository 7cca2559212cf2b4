"""The chain: what is written holds, and whoever edits the database is caught."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

from lingwu_office.audit import chain
from lingwu_office.audit.models import Entry, EntryKind
from lingwu_office.foundation.errors import Invalid

COLUMNS = (
    "at, kind, person_id, person_name, on_behalf_of, verb, title, thing, thing_title, before, after, reason, address"
)


@pytest.fixture
def ten(db: None) -> None:
    for number in range(10):
        chain.append(EntryKind.VERB, None, "test.step", f"第{number}步", after={"n": number, "字": "汉"}, reason="试")


def run(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def broken() -> list[int]:
    return [each.seq for each in chain.breaks()]


def test_what_is_appended_holds(ten: None) -> None:
    assert broken() == []
    assert chain.anchor().seq == 10


def test_an_empty_chain_holds(db: None) -> None:
    assert broken() == []
    assert chain.anchor() == chain.Anchor(0, chain.FIRST)


@pytest.mark.parametrize(
    ("column", "value"),
    [("title", "别的"), ("reason", ""), ("person_name", "张三"), ("kind", "refusal"), ("address", "10.0.0.1"),
     ("after", '{"n": 5}'), ("at", "2020-01-01 00:00:00+00:00"), ("thing", "x"), ("on_behalf_of", "y"),
     ("hash", "0" * 64), ("previous_hash", "0" * 64)],
)  # fmt: skip
def test_any_field_that_is_changed_is_found(ten: None, column: str, value: str) -> None:
    run(f"UPDATE audit_entry SET {column} = %s WHERE seq = 5", value)
    assert 5 in broken()


def test_an_entry_changed_together_with_its_own_hash_is_found_by_the_next(ten: None) -> None:
    run("UPDATE audit_entry SET reason = 'forged' WHERE seq = 5")
    run("UPDATE audit_entry SET hash = %s WHERE seq = 5", chain.hash_of(Entry.objects.get(seq=5)))
    assert broken() == [6]


def test_the_first_entry_is_no_exception(ten: None) -> None:
    run("UPDATE audit_entry SET previous_hash = %s WHERE seq = 1", "1" * 64)
    assert broken() == [1, 1]


@pytest.mark.parametrize(("first", "last"), [(5, 5), (1, 3), (4, 9)])
def test_entries_taken_out_of_the_middle_are_found(ten: None, first: int, last: int) -> None:
    run("DELETE FROM audit_entry WHERE seq BETWEEN %s AND %s", first, last)
    found = list(chain.breaks())
    assert [each.seq for each in found] == [first]
    assert f"缺{last - first + 1}条" in found[0].said


def test_the_last_taken_away_is_found(ten: None) -> None:
    run("DELETE FROM audit_entry WHERE seq = 10")
    assert broken() == [10]


def test_all_taken_away_is_found(ten: None) -> None:
    run("DELETE FROM audit_entry")
    assert broken() == [1]


def test_the_head_taken_away_is_found(ten: None) -> None:
    run("DELETE FROM audit_chainhead")
    assert broken()


def test_two_swapped_are_found(ten: None) -> None:
    run("UPDATE audit_entry SET seq = 99 WHERE seq = 4")
    run("UPDATE audit_entry SET seq = 4 WHERE seq = 7")
    run("UPDATE audit_entry SET seq = 7 WHERE seq = 99")
    assert {4, 7} <= set(broken())


def forge(seq: int, previous: str) -> None:
    """A row that says what never happened; its own hash is right."""
    run(
        f"INSERT INTO audit_entry (seq, {COLUMNS}, previous_hash, hash) "
        f"SELECT %s, {COLUMNS}, %s, hash FROM audit_entry WHERE seq = 3", seq, previous,
    )  # fmt: skip
    run("UPDATE audit_entry SET hash = %s WHERE seq = %s", chain.hash_of(Entry.objects.get(seq=seq)), seq)


def test_one_forged_at_the_end_is_found(ten: None) -> None:
    forge(11, Entry.objects.get(seq=10).hash)
    assert broken() == [11]


def test_one_forged_in_the_place_of_another_is_found(ten: None) -> None:
    run("DELETE FROM audit_entry WHERE seq = 5")
    forge(5, Entry.objects.get(seq=4).hash)
    assert broken() == [6]


def test_one_forged_before_the_first_is_found(ten: None) -> None:
    forge(0, chain.FIRST)
    assert 0 in broken()


def test_cutting_chain_and_head_together_shows_only_against_an_anchor_kept_outside(ten: None) -> None:
    kept = chain.anchor()
    run("DELETE FROM audit_entry WHERE seq > 6")
    run("UPDATE audit_chainhead SET seq = 6, hash = %s", Entry.objects.get(seq=6).hash)
    assert broken() == []
    assert [each.seq for each in chain.breaks(kept)] == [10]
    for _ in range(6):
        chain.append(EntryKind.VERB, None, "test.step", "改写")
    assert broken() == []
    (found,) = chain.breaks(kept)
    assert found.seq == 10 and "改写" in found.said


def test_an_anchor_of_a_whole_chain_agrees_for_good(ten: None) -> None:
    kept = chain.anchor()
    chain.append(EntryKind.VERB, None, "test.step", "再一步")
    assert list(chain.breaks(kept)) == []


def test_entries_are_neither_changed_nor_deleted_through_the_model(ten: None) -> None:
    entry = Entry.objects.get(seq=3)
    with pytest.raises(Invalid):
        entry.save()
    with pytest.raises(Invalid):
        entry.delete()
    assert broken() == []


@pytest.mark.parametrize(
    "after",
    [{"f": 1e22}, {"f": 0.1}, {"n": "\0x"}, {"深": {"更": [1, None, True]}}, {"emoji": "😀"}],
    ids=["large fraction", "fraction", "null", "deep", "beyond the first plane"],
)
def test_whatever_the_values_they_come_back_as_they_were_hashed(db: None, after: dict[str, Any]) -> None:
    chain.append(EntryKind.VERB, None, "test.step", "试", after=after, reason="含\0空字符")
    assert broken() == []


def test_what_is_too_long_is_cut_not_refused(office: SimpleNamespace) -> None:
    chain.append(EntryKind.VERB, office.drafter, "v" * 200, "题" * 200, office.drafter, on_behalf_of="代" * 300)
    entry = Entry.objects.get()
    assert (len(entry.verb), len(entry.title), len(entry.on_behalf_of)) == (80, 80, 120)
    assert broken() == []


def test_nothing_is_appended_by_what_is_rolled_back(ten: None) -> None:
    from django.db import transaction

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        chain.append(EntryKind.VERB, None, "test.step", "未成")
        raise ZeroDivisionError
    assert chain.anchor().seq == 10 and broken() == []


AT_ONCE = """
import sys, threading
import django
from django.conf import settings
django.setup()
settings.MIGRATION_MODULES = {app.split(".")[-1]: None for app in settings.INSTALLED_APPS}
from django.core.management import call_command
from django.db import connection
from lingwu_office.audit import chain
call_command("migrate", run_syncdb=True, verbosity=0)
failures = []
def work(who):
    try:
        for number in range(20):
            chain.append("verb", None, "test.step", f"{who}-{number}")
    except Exception as error:
        failures.append(repr(error))
    finally:
        connection.close()
threads = [threading.Thread(target=work, args=(who,)) for who in range(8)]
[each.start() for each in threads]
verified = [str(each) for _ in range(5) for each in chain.breaks()]
[each.join() for each in threads]
import json
print(json.dumps({"failures": failures, "during": verified, "after": [str(each) for each in chain.breaks()],
                  "seq": chain.anchor().seq}))
"""


def test_eight_threads_append_at_once_and_the_chain_is_whole_all_the_time(tmp_path: Path) -> None:
    """On a real SQLite file in a process of its own, as the office runs."""
    environment = os.environ | {
        "LINGWU_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "lingwu_office.site.test_settings", "DATABASE_URL": "",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", AT_ONCE], env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {"failures": [], "during": [], "after": [], "seq": 160}
