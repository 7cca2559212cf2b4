"""Orders of persons: strokes, pinyin, level, body, unit, area, arrival; ties are told."""

from __future__ import annotations

import random

import pytest
from seat_lists import named

from lingwu.seating import areas, names, orders, people, strokes
from lingwu.seating.names import OrderError
from lingwu.seating.orders import Ordering, ordered

WORKED = ["陈建华", "欧阳华", "李富", "王建国", "孔一鸣", "李大鸣", "方华", "林国", "张伟", "李一鸣", "王伟"]
SURNAMES = {
    2: "丁卜刁",
    3: "干于万门卫马",
    4: "丰王井元云支区尤车戈牛毛仇公乌勾文亢方计巴孔邓",
    5: "玉甘艾古左厉石龙平卢帅叶申田由史冉付白丛印乐包冯兰宁司皮边母",
    6: "戎吉巩朴权成尧毕师曲吕朱乔伍伏仲任华伊向全危庄刘齐衣闭羊关米江池汤安许农那孙阳阴纪",
    7: "麦花严芦劳苏杜巫李杨束豆来连肖时吴利何但位余谷况应冷辛冶汪沙沈宋初迟张陆阿陈",
    8: "奉武幸苗苟苑范茅林杭郁欧卓尚国明易呼罗和季岳金周庞郑单宗官郎房居屈孟练",
    9: "封项赵荆荣胡南相查柏柳战哈钟段修信禹侯饶施闻姜娄宣宫祖祝费姚贺骆",
    10: "秦班袁都耿聂莫晋桂索栗贾夏原顾柴党钱徐殷翁卿凌高郭席唐浦海涂宾容诺谈展陶桑",
    11: "黄梅曹戚盛常崔银符盘麻康鹿章商阎盖梁寇宿尉屠隋隆",
    12: "揭彭斯葛董敬蒋韩辜植惠粟景喻智程焦储舒鲁童普曾温游富谢强",
    13: "蓝蒲蒙楚楼雷路简鲍解廉满",
    14: "赫慕蔡管鲜漆谭熊",
    15: "黎颜潘",
    16: "燕薛薄霍冀穆衡",
    17: "戴鞠檀魏",
}
"""331 surnames in the order of the table of standard characters, by their number of strokes."""
RARER = "亓卞尹邢邬祁阮牟芮岑邱佟邸狄邹闵邵茹柯郜俞敖晏倪奚栾姬龚谌逯覃嵇湛鄢靳裘甄虞詹雍窦褚蔺臧裴廖阚翟缪樊滕瞿"


def listed(found: Ordering) -> list[str]:
    return [person.name for person in found.people]


@pytest.mark.parametrize(
    ("single", "expected"),
    [
        ("pad", "王伟 王建国 方华 孔一鸣 李富 李一鸣 李大鸣 张伟 陈建华 林国 欧阳华"),
        ("nopad", "王伟 王建国 方华 孔一鸣 李一鸣 李大鸣 李富 张伟 陈建华 林国 欧阳华"),
    ],
)
def test_the_worked_list_of_names(single: str, expected: str) -> None:
    assert listed(ordered(named(*WORKED), ["strokes"], {"single": single})) == expected.split()


def test_surnames_stand_as_in_the_table_of_standard_characters() -> None:
    expected = [char for group in SURNAMES.values() for char in group]
    assert len(expected) == len(set(expected)) >= 300
    shuffled = random.Random(7).sample(expected, len(expected))
    found = listed(ordered(named(*(char + "一" for char in shuffled)), ["strokes"], {}))
    assert [name[0] for name in found] == expected


@pytest.mark.parametrize(("count", "group"), SURNAMES.items())
def test_surnames_have_their_number_of_strokes(count: int, group: str) -> None:
    assert {char: strokes.characters()[char].length for char in group} == dict.fromkeys(group, count)


def test_rarer_surnames_are_in_order_too() -> None:
    found = listed(ordered(named(*(char + "一" for char in reversed(RARER))), ["strokes"], {}))
    assert "".join(name[0] for name in found) == RARER


def test_the_table_has_nearly_all_standard_characters_each_once() -> None:
    assert len(strokes.characters()) > 8_100
    assert all(set(written.strokes) <= set("12345") for written in strokes.characters().values())


def test_characters_of_one_stroke_order_keep_the_order_of_their_level() -> None:
    by_form = [strokes.characters()[char] for char in "工土士"]
    assert by_form == sorted(by_form)
    assert not strokes.decided_by_code("工", "土")
    assert strokes.decided_by_code("干", "亍"), "first and third level: only the code decides"
    told = ordered(named("干国", "亍国"), ["strokes"], {}).notes
    assert "GB/T 13418" in told[0]


def test_whole_and_split_differ_where_one_surname_begins_another() -> None:
    rules = {"single": "nopad"}
    both = named("欧一山", "欧阳川", "欧大山")
    assert listed(ordered(both, ["strokes"], rules)) == ["欧一山", "欧大山", "欧阳川"]
    rest = named("欧雪", "欧阳川")
    assert listed(ordered(rest, ["strokes"], {**rules, "compare": "whole"})) == ["欧阳川", "欧雪"]
    assert listed(ordered(rest, ["strokes"], {**rules, "compare": "split"})) == ["欧雪", "欧阳川"]


def test_a_character_without_strokes_is_named_and_can_be_given() -> None:
    with pytest.raises(OrderError, match="“尨一”的“尨”没有笔顺数据"):
        ordered(named("尨一", "王一"), ["strokes"], {})
    found = ordered(named("尨一", "王一"), ["strokes"], {"strokes": "尨1354333"})
    assert listed(found) == ["王一", "尨一"]


def test_a_dot_in_a_name_does_not_count() -> None:
    assert listed(ordered(named("买买提·艾力", "买买大"), ["strokes"], {})) == ["买买大", "买买提·艾力"]


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("单田芳", "shan4 tian2 fang1"), ("仇和", "qiu2 he2"), ("曾国藩", "zeng1 guo2 fan1"), ("解缙", "xie4 jin4"),
        ("区伟", "ou1 wei3"), ("查良", "zha1 liang2"), ("尉迟恭", "yu4 chi2 gong1"), ("万俟一", "mo4 qi2 yi1"),
        ("朴正", "piao2 zheng4"), ("任重", "ren2 zhong4"), ("华山", "hua4 shan1"), ("欧阳修", "ou1 yang2 xiu1"),
        ("长孙一", "zhang3 sun1 yi1"), ("万一", "wan4 yi1"), ("令狐冲", "ling2 hu2 chong1"), ("盖明", "ge3 ming2"),
    ],
)  # fmt: skip
def test_surnames_are_read_as_surnames(name: str, readings: str) -> None:
    assert names.readings(named(name)[0]) == readings.split()


def test_order_by_pinyin_and_a_question_about_two_readings() -> None:
    found = ordered(named("曾一", "仇一", "单一", "乐一", "安一"), ["pinyin"], {})
    assert listed(found) == ["安一", "仇一", "单一", "乐一", "曾一"]
    assert "“乐一”的姓有两种读法（yue4、le4）" in found.notes[0]
    told = people.from_rows([{"姓名": "乐一", "读音": "lè"}, {"姓名": "林一"}])
    assert listed(ordered(told, ["pinyin"], {})) == ["乐一", "林一"]
    assert not ordered(told, ["pinyin"], {}).notes


def test_same_syllable_by_tone_then_strokes() -> None:
    assert listed(ordered(named("吴一", "伍一", "乌一", "武一", "邬一"), ["pinyin"], {})) == [
        "乌一", "邬一", "吴一", "伍一", "武一",
    ]  # fmt: skip


def test_ties_are_told_and_share_a_rank() -> None:
    rows = [{"姓名": name, "级别": level} for name, level in [("甲一", "正处级"), ("乙一", "副厅"), ("丙一", "正处")]]
    found = ordered(people.from_rows(rows), ["level"], {})
    assert listed(found) == ["乙一", "甲一", "丙一"]
    assert found.ties == ("甲一、丙一 并列（级别相同），暂按名单先后，请确认",)
    assert [found.rank(person) for person in found.people] == [1, 2, 2]
    resolved = ordered(people.from_rows(rows), ["level", "strokes"], {})
    assert listed(resolved) == ["乙一", "丙一", "甲一"]
    assert not resolved.ties


def test_level_and_body_are_the_office_s_own() -> None:
    rows = [{"姓名": "甲一", "级别": "三级", "机构": "开发区"}, {"姓名": "乙一", "级别": "一级", "机构": "市委"}]
    mine = people.from_rows(rows)
    assert listed(ordered(mine, ["level"], {"levels": "一级，三级"})) == ["乙一", "甲一"]
    assert listed(ordered(mine, ["body"], {"bodies": "开发区,市委"})) == ["甲一", "乙一"]
    told = ordered(mine, ["body"], {}).notes
    assert "没有认得出的“机构”" in told[0]


def test_missing_numbers_come_last_and_are_told() -> None:
    rows = [{"姓名": "甲一"}, {"姓名": "乙一", "顺序": "2"}, {"姓名": "丙一", "顺序": "1"}]
    found = ordered(people.from_rows(rows), [], {})
    assert listed(found) == ["丙一", "乙一", "甲一"]
    assert found.notes == ("甲一：名单上没有认得出的“顺序”，排在后面",)


def test_without_numbers_the_list_stands_as_it_is() -> None:
    assert listed(ordered(named("乙一", "甲一"), [], {})) == ["乙一", "甲一"]


def test_units_in_the_order_of_the_list_or_the_office() -> None:
    rows = [{"姓名": "甲一", "单位": "乙局"}, {"姓名": "乙一", "单位": "甲局"}, {"姓名": "丙一", "单位": "乙局"}]
    mine = people.from_rows(rows)
    assert listed(ordered(mine, ["unit"], {})) == ["甲一", "丙一", "乙一"]
    assert listed(ordered(mine, ["unit"], {"units": "甲局、乙局"})) == ["乙一", "甲一", "丙一"]


def test_areas_by_division_code() -> None:
    places = ["新疆维吾尔自治区", "广东省深圳市", "北京市朝阳区", "河北", "辽宁省朝阳市", "内蒙古自治区"]
    mine = people.from_rows(
        [{"姓名": f"某{n}", "地区": place} for n, place in zip("甲乙丙丁戊己", places, strict=True)]
    )
    assert listed(ordered(mine, ["area"], {})) == ["某丙", "某丁", "某己", "某戊", "某乙", "某甲"]
    assert areas.code_of("朝阳区") is None, "two places have this name"
    assert listed(ordered(mine[:2], ["area"], {"areas": "新疆维吾尔自治区,广东省深圳市"})) == ["某甲", "某乙"]


def test_arrival_counts_numbers_as_numbers() -> None:
    mine = people.from_rows(
        [{"姓名": f"某{n}", "报到": said} for n, said in zip("甲乙丙", ["10", "9", "2"], strict=True)]
    )
    assert listed(ordered(mine, ["arrival"], {})) == ["某丙", "某乙", "某甲"]


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(OrderError, match="没有“年龄”这种排序"):
        ordered(named("王一"), ["年龄"], {})
    assert set(orders.KEYS) == {"number", "level", "body", "unit", "strokes", "pinyin", "area", "arrival", "given"}
