import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("files", "0001_initial"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Flow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, unique=True, verbose_name="名称")),
                (
                    "direction",
                    models.CharField(choices=[("out", "发文"), ("in", "收文")], max_length=3, verbose_name="方向"),
                ),
                ("kinds", models.JSONField(blank=True, default=list, verbose_name="适用文种")),
                ("steps", models.JSONField(default=list, verbose_name="环节")),
                ("active", models.BooleanField(default=True, verbose_name="启用")),
            ],
            options={
                "verbose_name": "办理流程",
                "ordering": ("direction", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "direction",
                    models.CharField(choices=[("out", "发文"), ("in", "收文")], max_length=3, verbose_name="方向"),
                ),
                ("title", models.CharField(max_length=300, verbose_name="标题")),
                ("kind", models.CharField(blank=True, max_length=10, verbose_name="文种")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "起草"),
                            ("under_way", "办理中"),
                            ("done", "办结归档"),
                            ("withdrawn", "撤回"),
                            ("rejected", "退文"),
                            ("voided", "作废"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("step", models.CharField(blank=True, max_length=40, verbose_name="环节")),
                ("round", models.PositiveIntegerField(default=1, verbose_name="轮次")),
                (
                    "urgency",
                    models.CharField(
                        blank=True,
                        choices=[("", "普通"), ("加急", "加急"), ("特急", "特急")],
                        default="",
                        max_length=4,
                        verbose_name="紧急程度",
                    ),
                ),
                ("addressees", models.CharField(blank=True, max_length=500, verbose_name="主送机关")),
                ("copies_to", models.CharField(blank=True, max_length=500, verbose_name="抄送机关")),
                ("issuer", models.CharField(blank=True, max_length=200, verbose_name="发文机关")),
                ("code", models.CharField(blank=True, max_length=20, verbose_name="机关代字")),
                (
                    "document_number",
                    models.CharField(blank=True, db_index=True, max_length=60, verbose_name="发文字号"),
                ),
                ("signatory", models.CharField(blank=True, max_length=60, verbose_name="签发人")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="成文日期")),
                ("copies", models.PositiveIntegerField(default=1, verbose_name="份数")),
                ("form", models.JSONField(blank=True, default=dict, verbose_name="其他要素")),
                ("source", models.CharField(blank=True, max_length=120, verbose_name="来文单位")),
                ("source_number", models.CharField(blank=True, max_length=60, verbose_name="来文字号")),
                ("source_date", models.DateField(blank=True, null=True, verbose_name="来文日期")),
                ("received_at", models.DateTimeField(blank=True, null=True, verbose_name="签收时间")),
                ("register_number", models.CharField(blank=True, db_index=True, max_length=40, verbose_name="收文号")),
                ("for_action", models.BooleanField(default=True, verbose_name="批办性")),
                ("version", models.PositiveIntegerField(default=0, verbose_name="稿次")),
                ("signed_version", models.PositiveIntegerField(blank=True, null=True, verbose_name="签发稿")),
                ("created_at", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="建立时间")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="更新时间")),
                ("due_at", models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="办结时限")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("archive_number", models.CharField(blank=True, max_length=40, verbose_name="归档号")),
                ("retention", models.CharField(blank=True, max_length=10, verbose_name="保管期限")),
                ("plan", models.JSONField(blank=True, default=dict, verbose_name="安排")),
                (
                    "drafter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafted",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="拟稿（登记）人",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                        verbose_name="拟稿（登记）单位",
                    ),
                ),
                (
                    "flow",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.flow",
                        verbose_name="流程",
                    ),
                ),
            ],
            options={
                "verbose_name": "公文",
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="Distribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("recipient", models.CharField(max_length=120, verbose_name="接收单位")),
                ("copies", models.PositiveIntegerField(default=1, verbose_name="份数")),
                ("channel", models.CharField(default="网上", max_length=20, verbose_name="方式")),
                ("sent_at", models.DateTimeField(auto_now_add=True)),
                ("received_at", models.DateTimeField(blank=True, null=True, verbose_name="签收时间")),
                ("received_by", models.CharField(blank=True, max_length=60, verbose_name="签收人")),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="distributions",
                        to="documents.document",
                    ),
                ),
            ],
            options={
                "verbose_name": "分发",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="名称")),
                ("use", models.CharField(default="附件", max_length=20, verbose_name="用途")),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attachments", to="documents.document"
                    ),
                ),
            ],
            options={
                "verbose_name": "附件",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.CharField(max_length=40, verbose_name="环节")),
                ("round", models.PositiveIntegerField(default=1, verbose_name="轮次")),
                ("order", models.PositiveIntegerField(default=0, verbose_name="次序")),
                ("lead", models.BooleanField(default=True, verbose_name="主办")),
                ("why", models.CharField(max_length=200, verbose_name="事由")),
                ("opened_at", models.DateTimeField(auto_now_add=True, verbose_name="送达时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="时限")),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="首次打开")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="办毕时间")),
                ("on_behalf_of", models.CharField(blank=True, max_length=120, verbose_name="代行")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "待办"),
                            ("passed", "通过"),
                            ("returned", "退回"),
                            ("handed_on", "转办"),
                            ("read", "已阅"),
                            ("cancelled", "取消"),
                        ],
                        default="",
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
                ("opinion", models.TextField(blank=True, verbose_name="意见")),
                ("version", models.PositiveIntegerField(default=0, verbose_name="所阅稿次")),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="people.post",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="documents.document"
                    ),
                ),
            ],
            options={
                "verbose_name": "待办",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Instruction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="批示")),
                ("at", models.DateTimeField(verbose_name="批示时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="时限")),
                ("reply", models.TextField(blank=True, verbose_name="落实情况")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("on_behalf_of", models.CharField(blank=True, max_length=120, verbose_name="代行")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instructions",
                        to="documents.document",
                    ),
                ),
                (
                    "leader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instructions",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="批示领导",
                    ),
                ),
                (
                    "to_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to_unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "批示",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="次数")),
                ("text", models.CharField(max_length=300, verbose_name="内容")),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("answer", models.CharField(blank=True, max_length=300, verbose_name="答复")),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="documents.assignment"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "催办",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Sealing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seal", models.CharField(max_length=100, verbose_name="印章")),
                ("copies", models.PositiveIntegerField(verbose_name="份数")),
                ("approved_by", models.CharField(max_length=60, verbose_name="批准人")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sealings", to="documents.document"
                    ),
                ),
            ],
            options={
                "verbose_name": "用印登记",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, verbose_name="代字")),
                ("year", models.PositiveIntegerField(verbose_name="年份")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="末号")),
            ],
            options={
                "verbose_name": "编号序列",
                "constraints": [models.UniqueConstraint(fields=("code", "year"), name="one_series_a_year")],
            },
        ),
        migrations.CreateModel(
            name="IssuedNumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="序号")),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("voided_at", models.DateTimeField(blank=True, null=True, verbose_name="作废时间")),
                ("void_reason", models.CharField(blank=True, max_length=200, verbose_name="作废原因")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="numbers", to="documents.document"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="numbers", to="documents.series"
                    ),
                ),
            ],
            options={
                "verbose_name": "编号",
                "ordering": ("series", "number"),
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="稿次")),
                ("base", models.PositiveIntegerField(default=0, verbose_name="所据稿次")),
                ("text", models.TextField(verbose_name="正文")),
                ("digest", models.CharField(max_length=64, verbose_name="摘要")),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                ("step", models.CharField(blank=True, max_length=40, verbose_name="环节")),
                ("substantial", models.BooleanField(default=True, verbose_name="实质性改动")),
                ("aside", models.BooleanField(default=False, verbose_name="另存稿")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="documents.document"
                    ),
                ),
            ],
            options={
                "verbose_name": "稿",
                "ordering": ("-number",),
            },
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["person", "outcome"], name="waits_at_person"),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["post", "outcome"], name="waits_at_post"),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(condition=models.Q(("outcome", "")), fields=["due_at", "document"], name="waits_until"),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                condition=models.Q(("person__isnull", False)), fields=["person", "document"], name="been_at_person"
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                condition=models.Q(("post__isnull", False)), fields=["post", "document"], name="been_at_post"
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                condition=models.Q(("done_by__isnull", False)), fields=["done_by", "document"], name="done_by_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("person__isnull", True), ("post__isnull", True), _connector="XOR"),
                name="assignment_to_person_or_post",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["direction", "state", "-id"], name="document_register"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["direction", "-id"], name="document_newest"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["direction", "created_at"], name="document_period"),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(fields=["unit", "-id"], name="document_unit"),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(fields=("assignment", "number"), name="one_reminder_a_number"),
        ),
        migrations.AddConstraint(
            model_name="issuednumber",
            constraint=models.UniqueConstraint(fields=("series", "number"), name="one_number_once"),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(fields=("document", "number"), name="one_version_a_number"),
        ),
    ]
