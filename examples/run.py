"""The main job on the example documents: findings on the terminal, a reviewed .docx and an HTML report in out/."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out"
PAPERS = ["examples/讲话稿.txt", "examples/通知.docx"]


def lingwu(*arguments: str) -> None:
    """Run the command as a user would; findings (exit code 1) are what the examples are for."""
    print(f"\n$ lingwu {' '.join(arguments)}", flush=True)
    done = subprocess.run([sys.executable, "-m", "lingwu.cli", *arguments], cwd=ROOT, check=False)
    if done.returncode > 1:
        sys.exit(done.returncode)


def main() -> None:
    """Check, report, mend."""
    OUT.mkdir(exist_ok=True)
    lingwu("check", *PAPERS)
    lingwu("check", *PAPERS, "--output-format", "html", "--output", "out/报告.html")
    lingwu("fix", "examples/通知.docx", "--output", "out/通知.reviewed.docx", "--force")
    print("\n看结果 / look at: out/报告.html, out/通知.reviewed.docx")


if __name__ == "__main__":
    main()
