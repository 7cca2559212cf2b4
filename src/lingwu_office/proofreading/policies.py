"""Who may judge findings, and who decides about the office's own words."""

from __future__ import annotations

from typing import Any

from lingwu_office.access.policies import administration_of, may_by_role
from lingwu_office.foundation.verdict import Verdict, no


def may_judge(person: Any, thing: Any) -> Verdict:
    """Whoever has ``thing`` before him, as its own duty says (``thing.may_be_judged_by``)."""
    if not getattr(person, "is_active", False):
        return no("请先登录。")
    asked = getattr(thing, "may_be_judged_by", None)
    if asked is None:
        return no("这里没有可以判定的校对问题。")
    verdict: Verdict = asked(person)
    return verdict


def may_propose(person: Any, unit: Any) -> Verdict:
    """Whoever judges findings may also propose a word."""
    return _by_role(person, "proofreading.dismiss", "您的岗位不办理公文，不能提出本单位用词。")


def may_decide(person: Any, word: Any) -> Verdict:
    """Whose role looks after the list of the office's own words."""
    return _by_role(person, "proofreading.decide", "本单位用词由文书、核稿人员收入或退回，您没有这项权限。")


def may_see_words(person: Any, unit: Any = None) -> Verdict:
    """Whoever works with documents."""
    return _by_role(person, "proofreading.dismiss", "您的岗位不办理公文，不能查看本单位用词。")


def _by_role(person: Any, verb: str, otherwise: str) -> Verdict:
    if not getattr(person, "is_active", False):
        return no("请先登录。")
    if administration_of(person):
        return no("三员管理员不处理公文，不参与校对。")
    verdict = may_by_role(person, verb)
    return verdict if verdict else no(otherwise)
