"""The tables of the search; Django models know nothing of them (``search.keeping.ensure``)."""

from typing import Any

from django.db import migrations

from lingwu_office.site.search.keeping import backend


def create(apps: Any, editor: Any) -> None:
    with editor.connection.cursor() as cursor:
        backend().create(cursor)


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
