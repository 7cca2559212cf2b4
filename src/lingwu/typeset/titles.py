"""Where a long title breaks: words stay whole, and the lines make a trapezoid or a diamond (7.3.1).

There is no dictionary here. A break is good where the wording of titles itself has a seam (…办公室｜关于…,
…方案｜的通知);
elsewhere it is dear, and within 《》, a number or a Western word it is hardly ever chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from lingwu.text.regexes import compiled
from lingwu.typeset.model import width

AFTER = (
    r"(?:人民政府|办公室|办公厅|委员会|领导小组|代表大会|会议|全体会议|印发|转发|批转|做好|开展|加强|推进|规范|深化|落实|调整|成立"
    r"|表彰|同意|关于解决|申请|商请|提请|审议|举办|召开|年度|期间|学期|工作|情况|活动|建设|管理|改革|发展|若干|有关|进一步|集体|支持|以及|集团|公司|大学"
    r"|[省市县区州局厅部委会](?=关于)|[、，：和与及在]|》|[　 ])"
)
BEFORE = (
    r"(?:关于|的(?:通知|决定|意见|通报|报告|请示|批复|议案|函|公告|通告|决议|命令|讲话|实施意见|指导意见|补充通知|紧急通知|若干规定)|《|和|与|及其?"
    r"|实施|工作|情况|进一步|推进|加强|开展|做好|支持|举办|先进|年度|有关|领导|管理|专项|重点|建设|改革|行动|活动|方案|办法|规定|(?<![省市县区州])第[一二三四五六七八九十百\d])"
)
FORBIDDEN = r"(?<=[\dA-Za-z.〔（(《“])(?=.)|(?=[\d年月日号）)》”、，。：；！？〕])(?<=.)|(?<=发展)(?=和?改革委)"
NEVER, DEAR, SEAM = 60.0, 7.0, 0.0
LEAST_LAST = 5.0
"""A last line shorter than this looks like a leftover."""
LINE_MORE = 3.0
"""What a line more than needed costs."""
MOST_LINES = 4
LONGEST_TRIED = 60


@lru_cache(maxsize=256)
def breaks(text: str, room: float) -> tuple[int, ...]:
    """The offsets at which lines of at most ``room`` characters end, the last line's end left out.

    None where the title fits one line, already has breaks, or is too long for a title.
    """
    whole = width(text)
    if whole <= room or "\v" in text or "\n" in text:
        return ()
    costs = _costs(text)
    ends = _widths(text)
    fewest = max(2, int(whole / room) + (whole % room > 0))
    best: tuple[float, tuple[int, ...]] | None = None
    for lines in range(fewest, MOST_LINES + 1):
        found = min(_choices(text, lines, room, costs, ends), default=None)
        if found is None:
            continue
        if best is not None:  # one line more, where that keeps the words whole
            return found[1] if found[0] + LINE_MORE < best[0] else best[1]
        best = found
    return best[1] if best else ()


def _choices(
    text: str, lines: int, room: float, costs: Sequence[float], ends: Sequence[float]
) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Every way to set ``text`` in so many lines, with what it costs."""
    places = list(range(2, len(text) - 1))
    if lines > 2 and len(text) > LONGEST_TRIED:  # so many ways that only those at seams are tried
        places = [at for at in places if costs[at] < DEAR]
    for cut in combinations(places, lines - 1):
        lengths = [ends[b] - ends[a] for a, b in pairwise((0, *cut, len(text)))]
        if max(lengths) <= room:
            yield sum(costs[at] for at in cut) + _shape(lengths), cut


def _shape(lengths: Sequence[float]) -> float:
    """What the outline costs: 梯形 and 菱形 are free, an hourglass, a leftover or very uneven lines are not."""
    mean = sum(lengths) / len(lengths)
    uneven = sum(abs(length - mean) for length in lengths) / len(lengths) * 0.35
    leftover = 12.0 if lengths[-1] < LEAST_LAST else 0.0
    waist = 3.0 if len(lengths) > 2 and min(lengths) in lengths[1:-1] else 0.0
    return uneven + leftover + waist + (0.5 if max(lengths) - min(lengths) < 1 else 0.0)


def _costs(text: str) -> list[float]:
    """What a break before each character costs."""
    costs = [DEAR] * (len(text) + 1)
    for match in compiled(AFTER).finditer(text):
        costs[match.end()] = SEAM + (0.5 if len(match[0]) < 2 else 0.0)
    for start in range(len(text)):
        found = compiled(BEFORE).match(text, start)
        if found:
            costs[start] = min(costs[start], SEAM if found[0] == "关于" else SEAM + 1.0)
        if text.endswith("关于", 0, start):
            costs[start] = min(costs[start], SEAM + 0.8)
    deep = 0
    for at, char in enumerate(text):
        costs[at] += 3.0 * deep
        deep = max(0, deep + (char in "《（“") - (char in "》）”"))
    for match in compiled(FORBIDDEN).finditer(text):
        costs[match.start()] = NEVER
    return costs


def _widths(text: str) -> list[float]:
    total = [0.0]
    for char in text:
        total.append(total[-1] + width(char))
    return total
