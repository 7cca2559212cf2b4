"""A made-up office for the benchmarks: 500 people, 41 units, 100,000 documents with texts of about 800 characters.

    python benchmarks/office_data.py [documents]

Written from the phrase lists below, the same each time; into ``LINGWU_HOME`` (SQLite) or ``DATABASE_URL``.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management import call_command

import office_django  # noqa: F401
from lingwu_office.access.models import Grant, Role
from lingwu_office.access.roles import load_roles
from lingwu_office.documents.flows import load_flows
from lingwu_office.documents.models import Assignment, Distribution, Document, Flow, IssuedNumber, Series, Version
from lingwu_office.people.models import Person, Post, Tenure, Unit
from lingwu_office.site.search.keeping import rebuild

DOCUMENTS, PERSONS, UNITS = 100_000, 500, 40
ZONE = ZoneInfo("Asia/Shanghai")
END = datetime(2026, 11, 27, 17, 0, tzinfo=ZONE)
FAMILIES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"
GIVEN = "建志秀文海德春晓国强英涛燕鸣华明"
FIELDS = (
    "防汛抗旱", "食品安全", "政务公开", "档案管理", "公文处理", "会议管理", "机关后勤",
    "公务用车", "信息报送", "督查督办", "值班值守", "消防安全", "老旧小区改造", "义务教育",
    "基层医疗", "养老服务", "城市绿化", "垃圾分类", "河湖保护", "春季造林", "营商环境",
    "项目建设", "财政预算", "国有资产", "人才引进", "社区治理", "信访接待", "数据共享",
    "道路养护", "供水供气",
)  # fmt: skip
WORKS = (
    "专项检查", "年度总结", "重点任务分工", "工作方案", "人员培训", "经费安排", "情况汇报",
    "责任落实", "问题整改", "物资储备", "台账建立", "对口协作", "联席会议", "隐患排查",
    "宣传活动", "考核评估",
)  # fmt: skip
KINDS = ("通知", "通知", "通知", "报告", "请示", "函", "意见", "通报", "纪要", "批复")
SENTENCES = (
    "各单位要高度重视{f}工作，主要负责同志亲自抓，分管同志具体抓，把责任压实到岗位和个人。",
    "请于{m}月{d}日前将{f}{w}材料报送区政府办公室，联系人和电话一并注明。",
    "截至{m}月底，全区共完成{f}项目{n}个，涉及资金{k}万元，较去年同期有所增加。",
    "要结合{w}，逐项核对清单，做到数字准确、依据充分、账目清楚。",
    "对{f}中发现的{n}个问题，要建立台账，明确时限，整改一项、销号一项。",
    "{f}领导小组办公室设在区政府办公室，承担日常协调工作，每{n}天通报一次进度。",
    "有关{w}的具体办法，由牵头单位会同财务科另行制定，报经批准后施行。",
    "请财务科按照预算安排做好经费保障，确保{f}资金专款专用，及时拨付到位。",
    "会议要求，{f}要与日常工作统筹安排，不增加基层负担，不重复报送材料。",
    "附件所列{n}项{w}事项，已经主任办公会议研究同意，现予印发，请认真执行。",
    "各街道办事处要于每月{d}日报送{f}进展情况，遇有重要情况随时报告。",
    "对工作推进缓慢、{w}不到位的，由督查室会同有关部门予以提醒。",
)


@dataclass(frozen=True)
class Office:
    """The stored people and units that documents are made for."""

    persons: list[Person]
    posts: dict[int, Post]
    units: list[Unit]
    flows: dict[str, Flow]


def main() -> None:
    """Makes the office where its database is empty."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    call_command("migrate", run_syncdb=True, verbosity=0)
    if Document.objects.exists():
        print(f"{Document.objects.count()} documents are there already")
        return
    began = time.perf_counter()
    office = people()
    documents(office, many)
    print(f"{many} documents in {time.perf_counter() - began:.0f} s")
    began = time.perf_counter()
    print(f"{rebuild()} indexed in {time.perf_counter() - began:.0f} s")


def people() -> Office:
    """Units, each with a head and clerks, and the roles of their posts."""
    load_roles()
    load_flows()
    top = Unit.objects.create(name="滨河区人民政府办公室", short_name="区政府办")
    named = enumerate([*FIELDS, *WORKS][:UNITS])
    units = [top, *Unit.objects.bulk_create(Unit(name=f"{name}科", parent=top, order=at) for at, name in named)]
    names = ["".join(parts) for parts in product(FAMILIES, GIVEN, GIVEN)][::3][:PERSONS]
    persons = Person.objects.bulk_create(
        Person(account=f"p{at}", name=name, unit=units[at % len(units)], password="!") for at, name in enumerate(names)
    )
    posts = Post.objects.bulk_create(
        Post(unit=person.unit, name=f"科员{at}" if at > UNITS else "负责人", head=at <= UNITS, principal=not at)
        for at, person in enumerate(persons)
    )
    since = date(2020, 1, 1)
    Tenure.objects.bulk_create(
        Tenure(person=person, post=post, since=since) for person, post in zip(persons, posts, strict=True)
    )
    roles = {role.name: role for role in Role.objects.all()}
    grants = [Grant(role=roles["staff"], post=post, since=since) for post in posts]
    special = (("leader", posts[:6]), ("checker", posts[41:44]), ("registrar", posts[44:47]))
    grants += [Grant(role=roles[name], post=post, since=since) for name, held in special for post in held]
    Grant.objects.bulk_create(grants)
    held = {person.pk: post for person, post in zip(persons, posts, strict=True)}
    flows = {flow.direction: flow for flow in Flow.objects.order_by("-pk")}
    return Office(persons, held, units, flows)


def documents(office: Office, many: int) -> None:
    """All documents with their versions, assignments, numbers and distributions."""
    lot = random.Random(2026)
    books: dict[tuple[str, int], Series] = {}
    first = END - timedelta(minutes=25 * many)
    for begin in range(0, many, 2000):
        numbers = range(begin, min(begin + 2000, many))
        made = [document(office, lot, number, first + timedelta(minutes=25 * number)) for number in numbers]
        moments = [row.created_at for row in made]
        Document.objects.bulk_create(made)
        for row, at in zip(made, moments, strict=True):
            row.created_at = at  # what is made anew is dated anew
        Document.objects.bulk_update(made, ["created_at"], batch_size=200)
        Version.objects.bulk_create([version for row in made for version in versions(lot, row)])
        Assignment.objects.bulk_create([one for row in made for one in assignments(office, lot, row)])
        Distribution.objects.bulk_create(
            [Distribution(document=row, recipient=str(unit), unit=unit)
             for row in made if row.state == "done" for unit in lot.sample(office.units, 2)]
        )  # fmt: skip
        number_them(books, made)


def document(office: Office, lot: random.Random, number: int, at: datetime) -> Document:
    """One document, not stored yet; the newest five in a hundred are under way."""
    drafter = lot.choice(office.persons)
    direction = "out" if number % 10 < 6 else "in"
    flow = office.flows[direction]
    done = lot.random() < 0.95
    kind, field, work = lot.choice(KINDS), lot.choice(FIELDS), lot.choice(WORKS)
    received = {} if direction == "out" else {
        "source": f"{lot.choice(FIELDS)}局", "source_number": f"滨{field[0]}函〔{at.year}〕{number % 900 + 1}号",
        "source_date": at.date(), "received_at": at,
    }  # fmt: skip
    step = flow.steps[-1 if done else lot.randrange(1, len(flow.steps) - 1)]["key"]
    return Document(
        direction=direction, title=f"关于做好{at.year}年{field}{work}的{kind}", kind=kind, unit=drafter.unit,
        drafter=drafter, flow=flow, state="done" if done else "under_way", step=step, version=1, created_at=at,
        urgency=lot.choice(("", "", "", "", "加急", "特急")), addressees="各街道办事处，区直各单位",
        issuer="滨河区人民政府办公室", code="滨政办发", signatory=lot.choice(office.persons[:6]).name, copies=30,
        signed_on=at.date(), due_at=None if done else at + timedelta(days=5), closed_at=at if done else None,
        **received,
    )  # fmt: skip


def versions(lot: random.Random, row: Document) -> Iterator[Version]:
    """Its one text of about 800 characters."""
    said = [sentence.format(f=lot.choice(FIELDS), w=lot.choice(WORKS), m=lot.randint(1, 12), d=lot.randint(1, 28),
                            n=lot.randint(2, 90), k=lot.randint(100, 9000))
            for sentence in lot.choices(SENTENCES, k=20)]  # fmt: skip
    text = "\n".join("".join(said[at : at + 4]) for at in range(0, len(said), 4))
    yield Version(document=row, number=1, text=f"{row.title}\n{text}", digest="0" * 64, by=row.drafter)


def assignments(office: Office, lot: random.Random, row: Document) -> Iterator[Assignment]:
    """Who had it, step by step, and who has it."""
    for step in row.flow.steps:
        here = step["key"] == row.step and row.state != "done"
        person = lot.choice(office.persons)
        holder: dict[str, Any] = {"post": office.posts[person.pk]} if lot.random() < 0.3 else {"person": person}
        yield Assignment(
            document=row, step=step["key"], why=step.get("title", "办理"), sent_by=row.drafter, due_at=row.due_at,
            outcome="" if here else "passed", done_at=None if here else END, **holder,
        )  # fmt: skip
        if here:
            return


def number_them(books: dict[tuple[str, int], Series], made: list[Document]) -> None:
    """Numbers in order, for those that are closed."""
    given = []
    for row in made:
        if row.state != "done":
            continue
        key = ("滨政办发" if row.direction == "out" else "收", row.created_at.year)
        series = books.get(key) or books.setdefault(key, Series.objects.create(code=key[0], year=key[1]))
        series.last += 1
        given.append(IssuedNumber(series=series, number=series.last, document=row, by=row.drafter))
        column = "document_number" if row.direction == "out" else "register_number"
        setattr(row, column, f"{series}{series.last}号")
    IssuedNumber.objects.bulk_create(given)
    Document.objects.bulk_update(made, ["document_number", "register_number"], batch_size=200)
    Series.objects.bulk_update(books.values(), ["last"])


if __name__ == "__main__":
    main()
