"""``lingwu office`` as a door: what it shows without the office, what it says when something is wrong, its page."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import click
import pytest

from command_line import Lingwu
from lingwu.cli import office as door

ROOT = Path(__file__).resolve().parents[1]
HIDES = """
import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "django":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Hidden())
from lingwu.cli import main
sys.exit(main(sys.argv[1:]))
"""


def without_django(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", HIDES, *words], check=False, capture_output=True, text=True)


def test_without_the_extra_help_shows_and_commands_say_what_to_install(tmp_path: Path) -> None:
    shown = without_django("office", "--help")
    assert shown.returncode == 0 and "verify-audit" in shown.stdout
    done = without_django("office", "init", "--home", str(tmp_path / "home"), "--name", "某办公室")
    assert done.returncode == 2
    assert done.stderr == '缺少网上办公要用的程序包 django，请先安装：pip install "lingwu[office]"。\n'


def test_without_the_office_one_sentence_says_what_to_install(lingwu: Lingwu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: ())
    door._commands.cache_clear()
    done = lingwu("office", "serve")
    door._commands.cache_clear()
    assert (done.code, done.err) == (2, '本机没有装网上办公，请先安装：pip install "lingwu[office]"。\n')


@pytest.mark.parametrize("command", ["check", "rules"])
def test_other_commands_know_nothing_of_the_office(command: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一句话。", "utf-8")
    words = [command, str(tmp_path / "a.txt")] if command == "check" else [command, "PUN001"]
    code = (
        "import sys; from lingwu.cli import main; main(sys.argv[1:]);"
        "print([name for name in sys.modules if name.startswith(('lingwu_office', 'django', 'lingwu.cli.office',"
        " 'importlib.metadata'))])"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("office",), "缺少命令，可用的有：init、serve、"),
        (("office", "sreve"), "没有命令 sreve，是否想写 serve"),
        (("office", "serve", "--home", "nowhere"), "nowhere 里没有办公系统"),
        (("office", "serve", "--home", "nowhere", "--port", "x"), "--port 的取值不对"),
        (("office", "init", "--home", "h", "--name", "甲", "--system", "a"), "--system 应写成 账号=姓名"),
        (("office", "init", "--home", "h", "--name", "甲", "--system", "a=乙", "--audit", "a=乙"), "账号不能相同"),
        (("office", "restore", "nowhere.tar.gz", "--home", "h"), "找不到备份文件 nowhere.tar.gz"),
        (("office", "backup", "a.txt", "--home", "h"), "a.txt 已存在，不覆盖"),
        (("office", "verify-audit", "--home", "h", "--anchor", "a.txt"), "a.txt 里读不出锚点"),
        (("office", "import-people", "nobody.xlsx", "--home", "h"), "找不到名单 nobody.xlsx"),
        (("office", "migrate", "--home", "h"), "h 里没有办公系统"),
    ],
)
def test_a_wrong_call_is_one_chinese_line(lingwu: Lingwu, words: tuple[str, ...], said: str) -> None:
    Path("a.txt").write_text("x", "utf-8")
    done = lingwu(*words)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert said in done.err
    assert not Path("h").exists()


def test_every_command_and_option_is_on_its_page() -> None:
    page = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8").partition("\n## lingwu office\n")[2]
    context = click.Context(door.office)
    names = door.office.list_commands(context)
    assert "serve" in names
    for name in names:
        command = door.office.get_command(context, name)
        assert command is not None
        assert f"`lingwu office {name}" in page
        options = [param for param in command.params if isinstance(param, click.Option) and "-h" not in param.opts]
        for option in options:
            assert f"`{option.opts[-1]}" in page, (name, option.opts)
            assert option.help


def test_the_entry_point_leads_to_the_commands() -> None:
    entry = EntryPoint("office", "lingwu_office.site.commands:commands", door.GROUP)
    assert [command.name for command in entry.load()] == door.office.list_commands(click.Context(door.office))
