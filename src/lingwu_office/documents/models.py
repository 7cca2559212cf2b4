"""办文: documents sent and received, their versions, who has them, their numbers and what became of them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from lingwu_office.foundation.verdict import Verdict

PERSON = settings.AUTH_USER_MODEL


class Direction(models.TextChoices):
    """发文 or 收文."""

    OUTGOING = "out", "发文"
    INCOMING = "in", "收文"


class State(models.TextChoices):
    """Where a document stands as a whole; the step of its flow says where exactly."""

    DRAFT = "draft", "起草"
    UNDER_WAY = "under_way", "办理中"
    DONE = "done", "办结归档"
    WITHDRAWN = "withdrawn", "撤回"
    REJECTED = "rejected", "退文"
    VOIDED = "voided", "作废"


class Urgency(models.TextChoices):
    """紧急程度, article 9(3) of the 条例."""

    NONE = "", "普通"
    FAST = "加急", "加急"
    FASTEST = "特急", "特急"


class Flow(models.Model):
    """办理流程: the steps that a kind of document goes through, data that the office edits (``domain.flow.Step``)."""

    name = models.CharField("名称", max_length=60, unique=True)
    direction = models.CharField("方向", max_length=3, choices=Direction)
    kinds = models.JSONField("适用文种", default=list, blank=True)
    steps = models.JSONField("环节", default=list)
    active = models.BooleanField("启用", default=True)

    class Meta:
        ordering = ("direction", "pk")
        verbose_name = "办理流程"

    def __str__(self) -> str:
        return self.name


class Document(models.Model):
    """公文: one document from receipt or draft to archive. ``step`` is a key of ``flow.steps``."""

    direction = models.CharField("方向", max_length=3, choices=Direction)
    title = models.CharField("标题", max_length=300)
    kind = models.CharField("文种", max_length=10, blank=True)
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+", verbose_name="拟稿（登记）单位")
    drafter = models.ForeignKey(PERSON, models.PROTECT, related_name="drafted", verbose_name="拟稿（登记）人")
    flow = models.ForeignKey(Flow, models.PROTECT, related_name="+", verbose_name="流程")
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    step = models.CharField("环节", max_length=40, blank=True)
    round = models.PositiveIntegerField("轮次", default=1)
    urgency = models.CharField("紧急程度", max_length=4, choices=Urgency, blank=True, default="")
    addressees = models.CharField("主送机关", max_length=500, blank=True)
    copies_to = models.CharField("抄送机关", max_length=500, blank=True)
    issuer = models.CharField("发文机关", max_length=200, blank=True)
    code = models.CharField("机关代字", max_length=20, blank=True)
    document_number = models.CharField("发文字号", max_length=60, blank=True, db_index=True)
    signatory = models.CharField("签发人", max_length=60, blank=True)
    signed_on = models.DateField("成文日期", null=True, blank=True)
    copies = models.PositiveIntegerField("份数", default=1)
    form = models.JSONField("其他要素", default=dict, blank=True)
    """Elements without a column: 附注, 公开属性, 拟办意见, 初审 ticks, 校对人 … by their Chinese names."""
    source = models.CharField("来文单位", max_length=120, blank=True)
    source_number = models.CharField("来文字号", max_length=60, blank=True)
    source_date = models.DateField("来文日期", null=True, blank=True)
    received_at = models.DateTimeField("签收时间", null=True, blank=True)
    register_number = models.CharField("收文号", max_length=40, blank=True, db_index=True)
    for_action = models.BooleanField("批办性", default=True)
    version = models.PositiveIntegerField("稿次", default=0)
    signed_version = models.PositiveIntegerField("签发稿", null=True, blank=True)
    created_at = models.DateTimeField("建立时间", auto_now_add=True, db_index=True)
    changed_at = models.DateTimeField("更新时间", auto_now=True)
    due_at = models.DateTimeField("办结时限", null=True, blank=True, db_index=True)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)
    archive_number = models.CharField("归档号", max_length=40, blank=True)
    retention = models.CharField("保管期限", max_length=10, blank=True)
    plan = models.JSONField("安排", default=dict, blank=True)
    """Who was chosen for which step: ``{"countersign": ["post:4", "person:7"]}``; others come from the flow."""
    sealed = ("form",)
    """Fields of which the audit keeps digests: opinions and answers are said in them."""
    at: list[Assignment]
    """The open assignments, where a query asked for them (``queries.waiting``)."""

    class Meta:
        ordering = ("-pk",)
        verbose_name = "公文"
        indexes = (
            models.Index(fields=("direction", "state", "-id"), name="document_register"),
            models.Index(fields=("direction", "-id"), name="document_newest"),
            models.Index(fields=("direction", "created_at"), name="document_period"),
            models.Index(fields=("unit", "-id"), name="document_unit"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of the document."""
        return reverse("documents:show", args=[self.pk])

    def may_be_judged_by(self, person: Any) -> Verdict:
        """Whether ``person`` may dismiss findings of the text: whoever has the document before him."""
        from lingwu_office.documents.policies import may_judge

        return may_judge(person, self)


TAKEN = "已并入"
"""How the note of a version saved aside begins once it was taken in."""


class Version(models.Model):
    """稿: the text of a document as somebody saved it; never changed. ``base`` is the version it was made from."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("稿次")
    base = models.PositiveIntegerField("所据稿次", default=0)
    text = models.TextField("正文")
    digest = models.CharField("摘要", max_length=64)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.CharField("说明", max_length=200, blank=True)
    step = models.CharField("环节", max_length=40, blank=True)
    substantial = models.BooleanField("实质性改动", default=True)
    """Opinions given on an earlier text no longer hold; a change of wording alone (文字性) leaves them."""
    aside = models.BooleanField("另存稿", default=False)
    """Saved beside the line because somebody else had saved meanwhile; waits to be taken in."""

    class Meta:
        ordering = ("-number",)
        verbose_name = "稿"
        constraints = (models.UniqueConstraint(fields=("document", "number"), name="one_version_a_number"),)

    def __str__(self) -> str:
        return f"第{self.number}稿"


class Attachment(models.Model):
    """附件: a file that belongs to a document (来文原件, 附件, 定稿 …)."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="attachments")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    name = models.CharField("名称", max_length=200)
    use = models.CharField("用途", max_length=20, default="附件")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = "附件"

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """The name as it is printed: without suffix."""
        return self.name.removesuffix(self.file.suffix) or self.name


class Outcome(models.TextChoices):
    """How somebody's part in a step ended."""

    OPEN = "", "待办"
    PASSED = "passed", "通过"
    RETURNED = "returned", "退回"
    HANDED_ON = "handed_on", "转办"
    READ = "read", "已阅"
    CANCELLED = "cancelled", "取消"


class Assignment(models.Model):
    """待办: a document waits at one person, or at whoever holds a post, in one step of one round.

    Exactly one of ``person`` and ``post`` is set. ``order`` orders readers one after the other (传阅): only the lowest
    open one holds the document. ``version`` is the one that the opinion was given on.
    """

    document = models.ForeignKey(Document, models.PROTECT, related_name="assignments")
    step = models.CharField("环节", max_length=40)
    round = models.PositiveIntegerField("轮次", default=1)
    order = models.PositiveIntegerField("次序", default=0)
    person = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="assignments")
    post = models.ForeignKey("people.Post", models.PROTECT, null=True, blank=True, related_name="assignments")
    lead = models.BooleanField("主办", default=True)
    why = models.CharField("事由", max_length=200)
    sent_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField("送达时间", auto_now_add=True)
    due_at = models.DateTimeField("时限", null=True, blank=True)
    seen_at = models.DateTimeField("首次打开", null=True, blank=True)
    done_at = models.DateTimeField("办毕时间", null=True, blank=True)
    done_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    on_behalf_of = models.CharField("代行", max_length=120, blank=True)
    outcome = models.CharField("结果", max_length=10, choices=Outcome, blank=True, default="")
    opinion = models.TextField("意见", blank=True)
    version = models.PositiveIntegerField("所阅稿次", default=0)
    reason: str
    """Why it waits for the person who asked, where ``queries.open_assignments`` found it."""

    class Meta:
        ordering = ("pk",)
        verbose_name = "待办"
        indexes = (
            models.Index(fields=("person", "outcome"), name="waits_at_person"),
            models.Index(fields=("post", "outcome"), name="waits_at_post"),
            models.Index(fields=("due_at", "document"), name="waits_until", condition=Q(outcome="")),
            models.Index(fields=("person", "document"), name="been_at_person", condition=Q(person__isnull=False)),
            models.Index(fields=("post", "document"), name="been_at_post", condition=Q(post__isnull=False)),
            models.Index(fields=("done_by", "document"), name="done_by_person", condition=Q(done_by__isnull=False)),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(post__isnull=True), name="assignment_to_person_or_post"
            ),
        )

    def __str__(self) -> str:
        return f"{self.document}：{self.person or self.post}"


class Instruction(models.Model):
    """批示: a leader's instruction on a document: who, what, to whom, by when."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="instructions")
    leader = models.ForeignKey(PERSON, models.PROTECT, related_name="instructions", verbose_name="批示领导")
    text = models.TextField("批示")
    to_unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    to_person = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField("批示时间")
    due_at = models.DateTimeField("时限", null=True, blank=True)
    reply = models.TextField("落实情况", blank=True)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)
    on_behalf_of = models.CharField("代行", max_length=120, blank=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = "批示"

    def __str__(self) -> str:
        return self.text[:40]


class Series(models.Model):
    """编号序列: one 代字 in one year (``收`` for documents received); ``last`` is the last number given."""

    code = models.CharField("代字", max_length=20)
    year = models.PositiveIntegerField("年份")
    last = models.PositiveIntegerField("末号", default=0)

    class Meta:
        verbose_name = "编号序列"
        constraints = (models.UniqueConstraint(fields=("code", "year"), name="one_series_a_year"),)

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕"


class IssuedNumber(models.Model):
    """编号: a number given once; a voided one stays visible and is not given again."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="numbers")
    number = models.PositiveIntegerField("序号")
    document = models.ForeignKey(Document, models.PROTECT, related_name="numbers")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    voided_at = models.DateTimeField("作废时间", null=True, blank=True)
    void_reason = models.CharField("作废原因", max_length=200, blank=True)

    class Meta:
        ordering = ("series", "number")
        verbose_name = "编号"
        constraints = (models.UniqueConstraint(fields=("series", "number"), name="one_number_once"),)

    def __str__(self) -> str:
        return f"{self.series}{self.number}号"


class Sealing(models.Model):
    """用印登记: which seal, on how many copies, by whose approval."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="sealings")
    seal = models.CharField("印章", max_length=100)
    copies = models.PositiveIntegerField("份数")
    approved_by = models.CharField("批准人", max_length=60)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = "用印登记"

    def __str__(self) -> str:
        return f"{self.seal}×{self.copies}"


class Distribution(models.Model):
    """分发: copies to one recipient, and when they were received."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="distributions")
    recipient = models.CharField("接收单位", max_length=120)
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    copies = models.PositiveIntegerField("份数", default=1)
    channel = models.CharField("方式", max_length=20, default="网上")
    sent_at = models.DateTimeField(auto_now_add=True)
    received_at = models.DateTimeField("签收时间", null=True, blank=True)
    received_by = models.CharField("签收人", max_length=60, blank=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = "分发"

    def __str__(self) -> str:
        return f"{self.recipient}×{self.copies}"


class Reminder(models.Model):
    """催办: the n-th reminder on an assignment, and its answer."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="reminders")
    number = models.PositiveIntegerField("次数")
    text = models.CharField("内容", max_length=300)
    by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField("答复", max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = "催办"
        constraints = (models.UniqueConstraint(fields=("assignment", "number"), name="one_reminder_a_number"),)

    def __str__(self) -> str:
        return f"第{self.number}次催办"
