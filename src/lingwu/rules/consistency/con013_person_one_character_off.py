"""同一职务的人名前后差一个字：前面是“张建国局长”，后面是“张健国局长”，多半是一个人写成了两个。

只看带职务或“同志”的三字姓名，同姓、职务相同、差一个音近形近的字。
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Rule, Severity, Span, Strength, whole
from lingwu.text.lookalikes import one_slip
from lingwu.text.regexes import compiled

POSTS = "同志|书记|局长|主任|市长|县长|区长|镇长|乡长|处长|科长|部长|厅长|院长|校长|主席|秘书长|巡视员|调研员|董事长|总经理|经理|教授|先生|女士"
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪"
    "陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)


def _find(doc: Document) -> Iterator[Hit]:
    places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for match in compiled(POSTS).finditer(doc.text):
        end = match.start() - (doc.text[match.start() - 1] == "副")
        name = doc.text[max(0, end - 3) : end]
        if len(name) == 3 and name[0] in SURNAMES and name.isalpha():
            places[doc.text[end : match.end()] + name[0]][name].append(end - 3)
    for names in places.values():
        counts = Counter({name: len(found) for name, found in names.items()})
        ranked = [name for name, _ in counts.most_common(200)]
        for at, name in enumerate(ranked):
            usual = next((other for other in ranked[:at] if one_slip(name, other) > 0), None)
            if usual:
                for start in names[name]:
                    yield Hit(Span(start, start + 3), usual)


rule = Rule(
    code="CON013",
    title="人名前后差一字",
    basis=Basis("公文写作习惯", "", Strength.CUSTOM, "人名前后一致"),
    message="前面写“{new}”，这里写“{old}”，差一个字，请核对是否同一人。",
    find=whole(_find),
    severity=Severity.DOUBT,
    bad={
        "张建国局长主持会议。会上，张健国局长讲话。": "张建国局长主持会议。会上，张建国局长讲话。",
        "李明辉同志任组长。请李明晖同志发言。": "李明辉同志任组长。请李明辉同志发言。",
    },
    good=[
        "张建国局长主持会议。会上，张建国局长讲话。",
        "张建国局长主持会议，张建军局长讲话。",
        "张建国局长、张健国处长出席会议。",
        "各科室同志参加，各课室同志列席。",
    ],
)
