"""The options of seating: each a rule that some offices follow, with its words; the plan prints those in force.

Sources: no national standard; practice as taught by general offices (左为上, 双数排法), diplomatic practice (右为上).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lingwu.errors import LingwuError
from lingwu.seating.orders import KEYS

ALL = ("rostrum", "hall", "ring", "table", "banquet", "sofa", "photo", "signing", "car")


class RuleError(LingwuError):
    """An option is not known, or does not have the value that was wished."""


@dataclass(frozen=True)
class Option:
    """One rule to choose: its title, the values with what each means, the usual value, the venues it matters for.

    ``usual`` may depend on the kind of venue. Options without ``values`` take a text.
    """

    title: str
    values: Mapping[str, str]
    usual: str | Mapping[str, str]
    kinds: tuple[str, ...] = ALL

    def usual_for(self, kind: str) -> str:
        """The value that holds where the office has chosen none."""
        return self.usual if isinstance(self.usual, str) else self.usual.get(kind, self.usual[""])


OPTIONS: Mapping[str, Option] = {
    "upper": Option(
        "尊位",
        {"left": "以左为上（国内公务惯例；左右按就座人自己的左右手）", "right": "以右为上（涉外、商务、宴请惯例）"},
        {"": "left", "banquet": "right", "signing": "right", "car": "right"},
        ("rostrum", "hall", "ring", "table", "banquet", "sofa", "photo", "signing"),
    ),
    "even": Option(
        "双数排法",
        {
            "A": "A：1号、2号同居正中，2号在1号的尊位一侧（单双数一致）",
            "B": "B：1号居正中尊位一侧，2号居另一侧，其余依次交替",
            "C": "C：1号居中线，一侧多一席",
            "D": "D：1号、2号职务相当且为单数时空出正中，1号在尊位一侧；双数时同 A",
        },
        "A",
        ("rostrum", "ring", "photo"),
    ),
    "chair": Option(
        "主持人位置",
        {
            "rank": "按职务就座",
            "centre": "前排正中",
            "right_end": "前排右端（就座人自己的右手）",
            "left_end": "前排左端",
        },
        "rank",
        ("rostrum",),
    ),
    "interpreter": Option(
        "翻译位置",
        {"right": "主谈人右手", "left": "主谈人左手", "behind": "主谈人身后"},
        {"": "right", "sofa": "behind"},
        ("table", "sofa"),
    ),
    "head": Option(
        "主位",
        {"far": "远门一侧正中", "end": "远门一端"},
        "far",
        ("ring",),
    ),
    "door": Option(
        "桌子朝向",
        {"across": "横放：客方面门，主方背门", "end": "竖放：进门右侧为客方，左侧为主方"},
        "across",
        ("table",),
    ),
    "hosts": Option(
        "陪同",
        {"two": "设主陪、副主陪：主宾在主陪右手，副主宾在主陪左手", "one": "一位主人：主宾右、次宾左，依次交替"},
        "two",
        ("banquet",),
    ),
    "form": Option(
        "签字形式",
        {
            "parallel": "并列式：双方签字人并坐，随员在身后",
            "opposite": "相对式：随员在桌对面",
            "single": "主席式：设一个签字席，各方依次上前",
        },
        "parallel",
        ("signing",),
    ),
    "driver": Option("驾车人", {"driver": "专职司机", "host": "主人驾车"}, "driver", ("car",)),
    "third": Option("轿车第三位", {"rear": "后排中间", "front": "副驾驶"}, "rear", ("car",)),
    "mpv": Option("商务车", {"middle": "中排为上", "rear": "后排为上"}, "middle", ("car",)),
    "bus": Option("中巴", {"door": "前排右侧近门为上", "window": "司机后第一排靠窗为上"}, "door", ("car",)),
    "fill": Option(
        "填座",
        {
            "rank": "逐排由中间向两侧，按顺序",
            "across": "逐排连坐（相邻排首尾相接），便于单位集中",
            "columns": "逐列连坐，各单位一片竖列",
        },
        "rank",
        ("hall",),
    ),
    "numbering": Option(
        "座号",
        {"across": "面向主席台从左向右 1、2、3……", "odd_even": "单号、双号分居两侧，由中间向外"},
        "across",
        ("hall",),
    ),
    "single": Option("单名", {"pad": "单名排在同姓双名之前", "nopad": "单名按第二字笔画比较"}, "pad"),
    "compare": Option("姓名比较", {"whole": "逐字比较", "split": "姓与姓、名与名分别比较"}, "whole"),
    "bodies": Option("机构次序", {}, ""),
    "levels": Option("级别次序", {}, ""),
    "units": Option("单位次序", {}, ""),
    "areas": Option("地区次序", {}, ""),
    "strokes": Option("补充笔顺", {}, ""),
}


def settled(kind: str, chosen: Mapping[str, str]) -> dict[str, str]:
    """All options that matter for a venue of ``kind`` with their values: the office's, else the usual ones.

    Raises:
        RuleError: an option or a value is not known.
    """
    for name, value in chosen.items():
        if name not in OPTIONS:
            raise RuleError(f"没有“{name}”这个规则选项；可用的有：{'、'.join(OPTIONS)}。")
        values = OPTIONS[name].values
        if values and value not in values:
            ways = "；".join(f"{way}（{words}）" for way, words in values.items())
            raise RuleError(f"“{OPTIONS[name].title}”（{name}）不能是“{value}”，可写：{ways}。")
    matter = (name for name, option in OPTIONS.items() if kind in option.kinds)
    return {name: chosen.get(name, OPTIONS[name].usual_for(kind)) for name in matter}


def told(kind: str, settled_rules: Mapping[str, str], ordered_by: tuple[str, ...]) -> list[str]:
    """The order and the options in force, in words, as the plan prints them."""
    naming = {"single", "compare"} if "strokes" in ordered_by else set()
    lines = [f"次序：{'、'.join(KEYS[key] for key in ordered_by) or '名单的顺序'}"]
    lines[0] += "（按姓氏笔画为序）" if ordered_by[:1] == ("strokes",) else ""
    for name, value in settled_rules.items():
        option = OPTIONS[name]
        if option.values and (len(option.kinds) < len(ALL) or name in naming):
            lines.append(f"{option.title}：{option.values[value]}")
        elif not option.values and value:
            lines.append(f"{option.title}：{value}")
    return lines
