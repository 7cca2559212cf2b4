"""``lingwu office …``: plain click commands that ``lingwu`` finds under the entry point ``lingwu.commands``.

Nothing here imports Django before a command runs, so that the help pages show without it.
"""

from __future__ import annotations

import click

from lingwu_office.site.commands.backup import backup
from lingwu_office.site.commands.demo import demo
from lingwu_office.site.commands.founding import init, migrate
from lingwu_office.site.commands.importing import import_people
from lingwu_office.site.commands.restore import restore
from lingwu_office.site.commands.serving import serve
from lingwu_office.site.commands.verifying import verify_audit

commands: tuple[click.Command, ...] = (
    init, serve, backup, restore, verify_audit, import_people, migrate, demo,
)  # fmt: skip
"""All commands, in the order they are met with in an office's life."""
