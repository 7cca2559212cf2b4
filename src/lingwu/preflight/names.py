"""Names of persons in lists, agendas and running text, with the post that stands before or behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lingwu.crossrule import Quote
from lingwu.text.near_names import one_apart
from lingwu.text.regexes import compiled

SINGLE = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭"
    "廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤易常温康施文牛樊葛邢安齐庞颜"
    "倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁"
    "蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾"
    "从丘仝伊楚晁扈綦亓逄冀荆隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封谈冼郁"
)
COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙"
HAN = r"[\u4e00-\u9fff]"
NAME = rf"(?:(?:{COMPOUND}){HAN}{{1,2}}|[{SINGLE}]{HAN}{{1,2}}|{HAN}{{1,6}}·{HAN}{{1,8}})"
HEADS = (
    "书记|[局区县市省州镇乡厅处科股部院校园所站队组团班会社馆台行厂段店]长|主任|主席|主委|秘书长|理事长|董事长|监事长|总经理|经理|总监|"
    "总裁|总编辑|主编|检察长|指挥长|总指挥|总师|政委|司令员|参谋长|教授|研究员|工程师|医师|医生|护士长|调研员|巡视员|专员|委员|常委|"
    "主管|辅导员|教师|老师|班主任|董事|代表|负责人|组员|干事|科员|顾问|讲师|院士|专家|家长|队员|联络员|干部|主持人|"
    "书记员|民警|律师|法官|检察官|记者|网格员"
)
POST = rf"(?:常务|执行|第一|名誉|代理|代)?副?(?:{HEADS})"
BEHIND = r"(?:同志|先生|女士|老师|教授|院士|同学)?"
NO_NAME = r"(?:[局委办科室区县市镇处院校站所队部会厅组员人长班级台席座口道位务作稿词]|公司|中心)$"
APART = r"\s，,；;。：:、由请）)—\-"
"""What no unit or post holds."""


@dataclass(frozen=True, slots=True)
class Who:
    """A person as a place says it: the name, and the unit and post beside it (None where there are none)."""

    name: Quote
    post: Quote | None = None

    @property
    def text(self) -> str:
        """The name without the spaces that set it evenly."""
        return bare(self.name.text)


def bare(name: str) -> str:
    """A name without spaces between its characters and without 同志 and the like."""
    return re.sub(r"(?:同志|先生|女士)$", "", "".join(name.split()))


def is_name(text: str) -> bool:
    """Whether ``text`` looks like the name of a person and like nothing else."""
    return bool(compiled(NAME).fullmatch(text)) and not compiled(NO_NAME).search(text)


def who_in(cell: Quote, known: frozenset[str]) -> Who | None:
    """The one person that a cell or a line names: 区应急管理局局长张强同志, 张强（局长）, 区应急管理局 张强."""
    said = cell.span.of(cell.doc.text)
    for name in sorted(known, key=len, reverse=True):
        at = said.find(name)
        if at >= 0:
            return Who(cell.part(at, at + len(name)), _beside(cell, at, at + len(name)))
    for regex in (
        rf"(?:.*?{POST})[\s：:]*(?P<name>{NAME}){BEHIND}\s*$",
        rf"(?P<name>{NAME}){BEHIND}\s*[（(，,\s]\s*(?P<post>[^）)]*{POST})[）)]?\s*$",
        rf"(?:.*[\s　：:])?(?P<name>{NAME}|[{SINGLE}][\s　]+[\u4e00-\u9fff]){BEHIND}\s*$",
    ):
        match = compiled(regex).match(said)
        if match and is_name(bare(match["name"])):
            return Who(cell.part(*match.span("name")), _beside(cell, *match.span("name")))
    return None


def speaker_in(line: Quote, known: frozenset[str]) -> Who | None:
    """The person of whom a line of an agenda says that he or she speaks: 张强汇报…, 区应急管理局局长张强作报告."""
    said = line.span.of(line.doc.text)
    spoken = [name for name in known if re.search(f"{re.escape(name)}{SPOKEN}", said)]
    if spoken:
        name = min(spoken, key=said.index)
        at = said.index(name)
        return Who(line.part(at, at + len(name)), _before(line, at))
    match = compiled(rf"{POST}\s?(?P<name>{NAME})(?={SPOKEN})").search(said)
    if match and is_name(match["name"]):
        return Who(line.part(*match.span("name")), _before(line, match.start("name")))
    return None


SPOKEN = (
    r"(?:同志|先生|女士|老师|教授)?(?:（[^（）]{0,30}）)?(?:代表[^，。；]{0,20}?)?(?:作|做|进行)?[^，。；]{0,12}?"
    r"(?:讲话|发言|汇报|报告|致[辞词]|主持|通报|宣读|总结|介绍|部署|传达|解读|"
    r"授课|讲授|演讲|交流|表态|点评|说明|动员|揭牌|讲座|辅导|带领|宣布)"
)


def heads_of(post: str) -> frozenset[str]:
    """The posts of a text without the units before them: 区应急管理局党组书记、局长 has 书记 and 局长."""
    return frozenset(match.group() for match in compiled(POST).finditer(post))


def unit_of(post: str) -> str:
    """The unit before the first post, without what is part of the post (党组, 党委)."""
    match = compiled(POST).search(post)
    unit = post[: match.start()] if match else ""
    return re.sub(r"(?:党组|党委|党总支|党支部|党工委|纪检组)$", "", "".join(unit.split()))


def abbreviates(one: str, other: str) -> bool:
    """Whether the characters of the shorter stand in the longer in their order: 区应急局 for 区应急管理局."""
    short, long = sorted((one, other), key=len)
    at = 0
    for char in long:
        at += at < len(short) and char == short[at]
    return at == len(short)


def near(name: str, known: frozenset[str]) -> str:
    """The one name of ``known`` that ``name`` misses by a character; empty where there is none or several."""
    if len(name) < 2 or name in known:
        return ""
    hits = [other for other in known if _alike(name, other)]
    return hits[0] if len(hits) == 1 else ""


def _alike(name: str, other: str) -> bool:
    """Of three characters two must be right; of two characters the surname, and the other must be a look-alike."""
    from lingwu.text.lookalikes import one_slip

    if min(len(name), len(other)) >= 3:
        return one_apart(name, other)
    return len(name) == len(other) and name[0] == other[0] and one_slip(name, other) > 0


def _beside(cell: Quote, start: int, end: int) -> Quote | None:
    """What stands before the name, or behind it in brackets, where it holds a post."""
    before = _before(cell, start)
    if before:
        return before
    said = cell.span.of(cell.doc.text)
    match = re.match(rf"{BEHIND}[（(，,\s]*(?P<post>[^（）()，,；;。]*?{POST})(?=[）)\s，,；;。]|$)", said[end:])
    return cell.part(end + match.start("post"), end + match.end("post")) if match else None


def _before(line: Quote, at: int) -> Quote | None:
    said = line.span.of(line.doc.text)[:at]
    match = re.search(rf"(?:^|[{APART}])(?P<post>[^{APART}]*?{POST}(?:、[^{APART}]*?{POST})*)\s*[：:]?\s*$", said)
    return line.part(*match.span("post")) if match else None
