"""A document in its flow: nothing it can come to is without a way on, and no number stands without a signature."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lingwu_office.documents.domain import course as domain
from lingwu_office.documents.domain.course import Course, CourseError, Move, Part
from lingwu_office.documents.domain.flow import CHOSEN, Act, Flow, parse
from lingwu_office.documents.flows import default_flows

FLOWS = [parse(row["name"], row["direction"], row["steps"]) for row in default_flows()]
GENERAL, UPWARD, JOINT, ACTION, READING = FLOWS
SIGNERS = ("post:8", "post:9")


def opened(course: Course, hands: tuple[str, ...]) -> Course:
    top = max((part.key for part in course.parts), default=0)
    new = tuple(Part(top + n, course.step, who, course.round) for n, who in enumerate(hands, 1))
    return replace(course, parts=course.parts + new)


def begun(flow: Flow, **plan: tuple[str, ...]) -> Course:
    return opened(Course(flow, flow.steps[0].key, version=1, substantial=frozenset({1}), plan=plan), ("person:1",))


def actor(course: Course, key: str) -> tuple[str, ...]:
    """Two hands for a role, one for others, as the flow's words would be looked up."""
    step = course.flow.at(key)
    return ("post:20", "post:21") if step.actor.startswith("role:") else ("post:8",)


def applied(course: Course, move: Move) -> Course:
    parts = tuple(replace(p, outcome=domain.CANCELLED) if p.key in move.cancels else p for p in course.parts)
    course = replace(course, parts=parts)
    if move.step is None:
        return course
    assert move.hands or move.step.actor != CHOSEN, "nobody can be found for a step that leaves it to a choice"
    course = replace(
        course, step=move.step.key, round=course.round + move.new_round,
        signed_version=None if move.unsigns else course.signed_version,
    )  # fmt: skip
    return opened(course, move.hands or actor(course, move.step.key))


def passed(course: Course, key: int, outcome: str = domain.PASSED) -> Course:
    move = domain.passed_on(course, key)
    signs = course.at.act is Act.SIGN and move.step is not None and move.step.act is not Act.SIGN
    parts = tuple(replace(p, outcome=outcome, version=course.version) if p.key == key else p for p in course.parts)
    course = replace(course, parts=parts, signed_version=course.version if signs else course.signed_version)
    return applied(course, move)


def saved(course: Course, substantial: bool) -> Course:
    version = course.version + 1
    numbers = course.substantial | {version} if substantial else course.substantial
    after = replace(course, version=version, substantial=numbers)
    move = domain.changed(after) if substantial else None
    return applied(after, move) if move else after


def step_on(course: Course, pick: int) -> Course:
    """One hand ends its part, by the verb that its step has."""
    waiting = course.waiting(course.step)
    if domain.hindrance(course, Act.SIGN).startswith("正文") and course.at.act is Act.SIGN:
        return returned(course, domain._to_agree_again(course)[0].key)  # type: ignore[index]
    if course.at.act is Act.NUMBER and not course.numbered:
        assert domain.hindrance(course, Act.NUMBER) == ""
        course = replace(course, numbered=True)
    if course.at.act is Act.SEAL:
        assert domain.hindrance(course, Act.SEAL) == ""
        course = replace(course, sealed=True)
    return passed(course, waiting[pick % len(waiting)].key)


def returned(course: Course, to: str) -> Course:
    by = course.waiting(course.step)[0]
    move = domain.returned(course, to)
    parts = tuple(
        replace(p, outcome=domain.RETURNED, version=course.version) if p.key == by.key else p for p in course.parts
    )
    return applied(replace(course, parts=parts), replace(move, cancels=tuple(k for k in move.cancels if k != by.key)))


def ended(course: Course) -> bool:
    return course.at.act is Act.ARCHIVE


def sound(course: Course) -> None:
    assert course.waiting(course.step), f"nobody has it in {course.step}"
    if course.numbered:
        assert course.signed, "a number without a signature"
    if course.signed:
        sign = course.flow.of(Act.SIGN)
        assert sign is not None and course.flow.index(course.step) > course.flow.index(sign.key)
        assert not [n for n in course.substantial if n > (course.signed_version or 0)], "changed behind the signature"


EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("on"), st.integers(0, 3)),
        st.tuples(st.just("on"), st.integers(0, 3)),
        st.tuples(st.just("back"), st.integers(0, 9)),
        st.tuples(st.just("edit"), st.booleans()),
        st.tuples(st.just("void"), st.integers(0, 0)),
    ),
    max_size=40,
)
PLANS = st.fixed_dictionaries(
    {},
    optional={
        "countersign": st.lists(st.sampled_from(["post:5", "post:6", "person:7"]), min_size=1, unique=True).map(tuple),
        "sign": st.just(SIGNERS),
    },
)


def after(course: Course, event: str, value: int | bool) -> Course:
    if event == "on" and not ended(course):
        return step_on(course, int(value))
    if event == "back":
        before = domain.behind_it(course)
        if not before:
            return course
        try:
            return returned(course, before[int(value) % len(before)].key)
        except CourseError as error:
            assert course.numbered and "编号" in str(error)
            return course
    if event == "edit" and course.at.edits:
        try:
            return saved(course, bool(value))
        except CourseError:
            return course
    if event == "void" and course.numbered and not ended(course):
        course = replace(course, numbered=False)
        number = course.flow.of(Act.NUMBER)
        if number is not None and course.passed(number.key):
            cancels = tuple(part.key for part in course.waiting(course.step))
            return applied(course, Move(number, None, cancels, new_round=True))
    return course


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([GENERAL, UPWARD, JOINT]), PLANS, EVENTS)
def test_whatever_happens_there_is_a_way_to_the_archive(
    flow: Flow, plan: dict[str, tuple[str, ...]], events: list[tuple[str, int | bool]]
) -> None:
    plan = plan if flow is not JOINT else {"countersign": ("post:5", "post:6"), **plan}
    course = begun(flow, **plan)
    for event, value in events:
        course = after(course, event, value)
        sound(course)
    for _ in range(60):
        if ended(course):
            break
        course = step_on(course, 0)
        sound(course)
    assert ended(course) and course.signed and course.numbered


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([ACTION, READING]), EVENTS)
def test_incoming_always_reaches_the_archive(flow: Flow, events: list[tuple[str, int | bool]]) -> None:
    course = begun(flow, handle=("post:5", "post:6"))
    for event, value in events:
        if event in ("on", "back"):
            course = after(course, event, value)
            sound(course)
    for _ in range(30):
        course = course if ended(course) else step_on(course, 0)
    assert ended(course)


def at_sign(**plan: tuple[str, ...]) -> Course:
    course = begun(GENERAL, **plan)
    while course.step != "sign":
        course = step_on(course, 0)
    return course


def test_countersigning_is_left_out_where_nobody_is_chosen() -> None:
    assert not [part for part in at_sign().parts if part.step == "countersign"]


def test_parallel_countersigners_all_have_to_pass() -> None:
    course = begun(GENERAL, countersign=("post:5", "post:6"))
    while course.step != "countersign":
        course = step_on(course, 0)
    course = step_on(course, 1)
    assert course.step == "countersign" and [part.who for part in course.waiting("countersign")] == ["post:5"]
    assert step_on(course, 0).step == "sign"


def test_one_of_a_role_is_enough_and_the_other_is_cancelled() -> None:
    course = step_on(step_on(begun(GENERAL), 0), 0)
    assert course.step == "check" and len(course.waiting("check")) == 2
    course = step_on(course, 1)
    assert course.step == "sign"
    assert [part.outcome for part in course.parts if part.step == "check"] == ["cancelled", "passed"]


def test_whose_opinion_was_on_another_text_gives_it_again_and_others_keep_theirs() -> None:
    course = begun(GENERAL, countersign=("post:5", "post:6"))
    while course.step != "countersign":
        course = step_on(course, 0)
    course = step_on(course, 0)
    course = returned(course, "check")
    course = saved(course, substantial=False)
    kept = step_on(course, 0)
    assert [part.who for part in kept.waiting("countersign")] == ["post:6"]
    course = saved(course, substantial=True)
    again = step_on(course, 0)
    assert [part.who for part in again.waiting("countersign")] == ["post:5", "post:6"]
    assert again.round > 1


def test_signer_who_changes_the_text_has_it_countersigned_again() -> None:
    course = saved(at_sign(countersign=("post:5",)), substantial=True)
    assert "重新会签" in domain.hindrance(course, Act.SIGN)
    course = step_on(returned(course, "countersign"), 0)
    assert course.step == "sign" and domain.hindrance(course, Act.SIGN) == ""


def test_two_sign_together_and_sign_again_when_one_changes_the_text() -> None:
    course = step_on(at_sign(sign=SIGNERS), 0)
    assert course.step == "sign" and not course.signed
    course = saved(course, substantial=True)
    course = step_on(course, 0)
    assert course.step == "sign" and [part.who for part in course.waiting("sign")] == ["post:8"] and not course.signed
    assert step_on(course, 0).signed


def test_substantial_change_after_signing_goes_back_to_the_signer_and_wording_does_not() -> None:
    course = step_on(at_sign(), 0)
    assert course.step == "recheck" and course.signed
    assert saved(course, substantial=False).signed
    again = saved(course, substantial=True)
    assert again.step == "sign" and not again.signed and [p.who for p in again.waiting("sign")] == ["post:8"]


def test_numbered_document_is_not_sent_back_before_the_number_is_voided() -> None:
    course = step_on(at_sign(), 0)
    while course.step != "print_seal":
        course = step_on(course, 0)
    with pytest.raises(CourseError, match="编号作废"):
        domain.returned(course, "sign")
    assert domain.returned(course, "recheck").unsigns is False
    with pytest.raises(CourseError, match="只能退回到经过的环节"):
        domain.returned(course, "archive")


@pytest.mark.parametrize(
    ("act", "change", "said"),
    [
        (Act.NUMBER, {"step": "number", "signed_version": None}, "还没有签发"),
        (Act.SEAL, {"step": "print_seal", "signed_version": None}, "还没有签发"),
        (Act.NUMBER, {"step": "number", "signed_version": 1, "numbered": True}, "已经编号"),
        (Act.DISTRIBUTE, {"step": "distribute", "signed_version": 1}, "还没有编号"),
        (Act.SEAL, {"step": "draft"}, "公文现在“起草”环节"),
    ],
)
def test_guards(act: Act, change: dict[str, object], said: str) -> None:
    course = replace(begun(GENERAL), **change)  # type: ignore[arg-type]
    assert said in domain.hindrance(course, act)


def test_no_printing_before_recheck_even_in_a_flow_put_together_otherwise() -> None:
    steps = tuple(step for step in GENERAL.steps if step.act is not Act.RECHECK)
    course = replace(begun(Flow("x", "out", steps)), step="print_seal", signed_version=1, numbered=True)
    assert "还没有复核" in domain.hindrance(course, Act.SEAL)


def test_a_part_passes_once() -> None:
    course = begun(GENERAL)
    with pytest.raises(CourseError, match="已经办过"):
        domain.passed_on(step_on(course, 0), 1)
    with pytest.raises(CourseError, match="最后一个环节"):
        domain.following(replace(course, step="archive"))
