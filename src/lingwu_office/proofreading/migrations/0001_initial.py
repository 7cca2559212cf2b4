import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Proofreading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(db_index=True, max_length=64, verbose_name="文本摘要")),
                ("engine", models.CharField(max_length=40, verbose_name="引擎")),
                ("ruleset", models.CharField(max_length=80, verbose_name="规则集")),
                ("findings", models.JSONField(default=list, verbose_name="问题")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
            ],
            options={
                "verbose_name": "校对记录",
            },
        ),
        migrations.CreateModel(
            name="HouseWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=60, unique=True, verbose_name="词语")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                ("accepted", models.BooleanField(default=False, verbose_name="已收入")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="时间")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "本单位用词",
                "ordering": ("word",),
            },
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(db_index=True, max_length=80, verbose_name="对象")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="指纹")),
                ("code", models.CharField(max_length=10, verbose_name="规则")),
                ("excerpt", models.CharField(max_length=120, verbose_name="原文")),
                ("dismissed", models.BooleanField(default=True, verbose_name="不改")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="理由")),
                ("step", models.CharField(blank=True, max_length=40, verbose_name="环节")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="判定人",
                    ),
                ),
            ],
            options={
                "verbose_name": "判定",
                "ordering": ("at",),
                "constraints": [
                    models.UniqueConstraint(fields=("subject", "fingerprint"), name="one_judgement_a_finding")
                ],
            },
        ),
    ]
