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
            name="ChainHead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seq", models.BigIntegerField(default=0)),
                (
                    "hash",
                    models.CharField(
                        default="0000000000000000000000000000000000000000000000000000000000000000", max_length=64
                    ),
                ),
            ],
            options={
                "verbose_name": "留痕链尾",
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False, verbose_name="序号")),
                ("at", models.DateTimeField(db_index=True, verbose_name="时间")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("verb", "办理"),
                            ("refusal", "拒绝"),
                            ("sign_in", "登录"),
                            ("viewing", "查阅"),
                            ("export", "导出"),
                        ],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("person_name", models.CharField(blank=True, max_length=60, verbose_name="姓名")),
                ("on_behalf_of", models.CharField(blank=True, max_length=120, verbose_name="代行")),
                ("verb", models.CharField(db_index=True, max_length=80, verbose_name="动作")),
                ("title", models.CharField(max_length=80, verbose_name="动作名称")),
                ("thing", models.CharField(db_index=True, max_length=80, verbose_name="对象")),
                ("thing_title", models.CharField(blank=True, max_length=300, verbose_name="对象名称")),
                ("before", models.JSONField(default=dict, verbose_name="此前")),
                ("after", models.JSONField(default=dict, verbose_name="此后")),
                ("reason", models.TextField(blank=True, verbose_name="缘由")),
                ("address", models.CharField(blank=True, max_length=64, verbose_name="地址")),
                ("previous_hash", models.CharField(max_length=64, verbose_name="上一条摘要")),
                ("hash", models.CharField(max_length=64, verbose_name="摘要")),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
            ],
            options={
                "verbose_name": "留痕",
                "ordering": ("-seq",),
            },
        ),
    ]
