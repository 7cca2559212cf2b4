"""同一个人的职务，在各文件里应写得一样。“党组书记、局长”与“局长”有一个相同就不算不同；“局长”与“副局长”才算。没有写职务的不看。"""

from collections.abc import Iterator

from lingwu.crossrule import Basis, CrossRule, Quote, Slip, Strength
from lingwu.preflight.agreeing import same_post
from lingwu.preflight.gathering import people_named
from lingwu.preflight.meeting import Meeting
from lingwu.preflight.names import bare, heads_of


def _find(meeting: Meeting) -> Iterator[Slip]:
    differing: dict[str, list[Quote]] = {}
    agreeing: dict[str, set[str]] = {}
    for paper, name, post, _ in people_named(meeting):
        one = meeting.person(bare(name.text))
        if post and one and one.post and heads_of(post.text):
            if same_post(post.text, one.post.text):
                agreeing.setdefault(one.person.name, set()).add(paper.path)
            else:
                differing.setdefault(one.person.name, []).append(post)
    for who, posts in differing.items():
        one = meeting.person(who)
        if one is None or one.post is None:
            continue
        alone = len({post.path for post in posts}) > max(1, len(agreeing.get(who, ())))
        if alone and all(same_post(posts[0].text, post.text) for post in posts):
            yield Slip(one.post, tuple(posts), {"name": who})  # all others agree: the list is rather wrong
            continue
        for post in posts:
            yield Slip(post, (one.post,), {"name": who})


rule = CrossRule(
    code="PRE010",
    title="职务不一致",
    basis=Basis("会务工作惯例", strength=Strength.CUSTOM, note="职务以现任为准，各文件一致"),
    message="“{name}”在这里是“{text}”，{file}里是“{other}”。",
    find=_find,
    bad=[
        [("议程.txt", "区水利局局长周志华汇报", "区水利局副局长周志华汇报")],
        [("汇报材料-张立强.txt", "区应急管理局局长　张立强", "区应急管理局党委书记　张立强")],
        [("通知.txt", "副区长李红梅", "常务副区长李红梅")],
    ],
    good=[
        [("议程.txt", "区水利局局长周志华汇报", "区水利局党组书记、局长周志华汇报")],
        [("议程.txt", "区水利局局长周志华汇报", "区水利局周志华汇报")],
    ],
)
