"""The command line. Each command is one module beside this file that holds the command of its name.

Exit codes: 0 nothing found, 1 something found, 2 something could not be done, 130 ended by Ctrl-C.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence

import click

from lingwu import __version__
from lingwu.cli._chinese import ChineseGroup, explained
from lingwu.errors import LingwuError

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


@click.group("lingwu", cls=ChineseGroup, no_args_is_help=False, subcommand_metavar="命令 …")
@click.help_option("-h", "--help", help="显示本说明。")
@click.version_option(__version__, message="%(prog)s %(version)s", help="显示版本。")
def group() -> None:
    """零误：离线检查公文的文字、标点、数字、日期和引文，说明依据，并以修订方式改好。

    最常用的两条命令：

    \b
    lingwu check 讲话稿.docx    查错，列出每处问题和依据
    lingwu fix 讲话稿.docx      改错，另存为 讲话稿.reviewed.docx（修订可逐条接受或拒绝）
    """


def main(args: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; what goes wrong is one Chinese line on stderr."""
    gc.set_threshold(100_000)  # hundreds of rules are about to be loaded to stay: no garbage to look for among them
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal of another encoding must not stop the run
    try:
        code = group.main(args, prog_name="lingwu", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        return _failed(explained(error))
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone: nothing more to say, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except LingwuError as error:
        return _failed(str(error))
    except Exception as error:
        if "--debug" in (sys.argv if args is None else args):
            traceback.print_exc()
        return _failed(f"程序内部出错（{type(error).__name__}: {error}），请报告给开发者；加 --debug 可看详情。")
    return code if isinstance(code, int) else CLEAN


def _failed(said: str) -> int:
    click.echo(said, err=True)
    return FAILED
