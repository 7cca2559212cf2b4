"""Judging findings: dismissing one with a reason, taking that back, and deciding about the office's own words."""

from __future__ import annotations

import re
from typing import Any

from django.db import models
from django.utils import timezone

from lingwu_office.audit.action import action
from lingwu_office.audit.chain import name_of
from lingwu_office.files.secrecy import refuse_marked
from lingwu_office.foundation.errors import Invalid
from lingwu_office.proofreading.models import HouseWord, Judgement
from lingwu_office.proofreading.policies import may_decide, may_judge, may_propose
from lingwu_office.proofreading.queries import dismissals_of

OFTEN, PERSONS = 3, 2
"""A word dismissed so often, by so many, is proposed."""
WORD = re.compile(r"(?![\d_]+$)\w{2,30}")
"""What can be a word of the office: not a mark, not a number, not a sentence."""
SHORTEST, LONGEST = 2, 200


@action("proofreading.dismiss", title="不改并说明理由", may=may_judge)
def dismiss(
    by: Any, thing: models.Model, *, fingerprint: str, code: str, excerpt: str, reason: str, step: str = ""
) -> Judgement:
    """Leave a finding of ``thing`` as it is, with a reason that stays; a word dismissed often is proposed.

    Raises:
        Invalid: there is no reason, or no finding is named.
    """
    reason = _reason(reason)
    if not fingerprint or not code:
        raise Invalid("没有说明是哪一处问题，请回到编辑页面重新选择。")
    judgement, _ = Judgement.objects.update_or_create(
        subject=name_of(thing),
        fingerprint=fingerprint[:64],
        defaults={
            "code": code[:10], "excerpt": excerpt[:120], "dismissed": True, "reason": reason, "step": step[:40],
            "by": by, "at": timezone.now(),
        },
    )  # fmt: skip
    _propose_often(excerpt)
    return judgement


@action("proofreading.undo_dismissal", title="撤销不改", may=may_judge)
def undo_dismissal(by: Any, thing: models.Model, *, fingerprint: str) -> None:
    """Let a dismissed finding of ``thing`` be open again; the audit keeps who had dismissed it.

    Raises:
        Invalid: it was not dismissed.
    """
    count, _ = Judgement.objects.filter(subject=name_of(thing), fingerprint=fingerprint, dismissed=True).delete()
    if not count:
        raise Invalid("这一处没有被判为不改，无须撤销；请刷新页面。")


@action("proofreading.propose", title="提出本单位用词", may=may_propose)
def propose_word(by: Any, unit: models.Model, *, word: str, note: str = "") -> HouseWord:
    """Propose a word that is right in this office, to be decided by those who look after the list.

    Raises:
        Invalid: it is no word, or the list has it already.
    """
    word, note = word.strip(), note.strip()
    refuse_marked(word, note, what="这个词语")
    if not WORD.fullmatch(word):
        raise Invalid("本单位用词应是2至30个字的词语，不能是数字、标点或句子。")
    if len(note) > LONGEST:
        raise Invalid(f"说明不能超过{LONGEST}个字。")
    found, made = HouseWord.objects.get_or_create(word=word, defaults={"note": note})
    if not made and found.decided_at is None:
        raise Invalid(f"“{word}”已有人提出，正等待决定。")
    if not made:
        state = "收入" if found.accepted else "退回"
        raise Invalid(f"“{word}”已经{state}过，如要改变请联系核稿人员。")
    return found


@action("proofreading.accept", title="收入本单位用词", may=may_decide)
def accept_word(by: Any, word: HouseWord) -> HouseWord:
    """From now on the word is never a finding."""
    return _decided(by, word, True)


@action("proofreading.reject", title="退回本单位用词", may=may_decide)
def reject_word(by: Any, word: HouseWord) -> HouseWord:
    """The word is a finding (again), and is not proposed anew by itself."""
    return _decided(by, word, False)


def _decided(by: Any, word: HouseWord, accepted: bool) -> HouseWord:
    word.accepted, word.decided_by, word.decided_at = accepted, by, timezone.now()
    word.save()
    return word


def _reason(reason: str) -> str:
    reason = reason.strip()
    refuse_marked(reason, what="这条理由")
    if not SHORTEST <= len(reason) <= LONGEST:
        raise Invalid(f"不改要写明理由（{SHORTEST}至{LONGEST}个字）。")
    return reason


def _propose_often(excerpt: str) -> None:
    """Put ``excerpt`` on the list of proposals where it has been dismissed often enough."""
    if not WORD.fullmatch(excerpt):
        return
    count, persons = dismissals_of(excerpt)
    if count >= OFTEN and persons >= PERSONS:
        note = f"已有{persons}人判为不改{count}次"
        HouseWord.objects.get_or_create(word=excerpt, defaults={"note": note})
