"""机构改革后，机关用现在的名称。

2018年、2023年机构改革后，国土资源部、环境保护部、农业部、文化部、国家旅游局、国家卫生和计划生育委员会、国家安全生产监督管理总局、
国家工商行政管理总局、中国银行保险监督管理委员会等已改名或并入别的机关。讲过去的事用当时的名称，所以只在本文的日期晚于改革、
前后没有“原”“时任”等字样时提醒。
"""

import re
from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Place, Rule, Severity, Span, Strength, whole
from lingwu.structure.elements import year

NOW = {
    "国土资源部": (2018, "自然资源部"), "环境保护部": (2018, "生态环境部"), "国家旅游局": (2018, "文化和旅游部"),
    "国家卫生和计划生育委员会": (2018, "国家卫生健康委员会"), "国家卫生计生委": (2018, "国家卫生健康委"),
    "国家安全生产监督管理总局": (2018, "应急管理部"), "国家工商行政管理总局": (2018, "国家市场监督管理总局"),
    "国家质量监督检验检疫总局": (2018, "国家市场监督管理总局"), "国家食品药品监督管理总局": (2018, "国家市场监督管理总局"),
    "国家新闻出版广电总局": (2018, "国家广播电视总局"), "国家林业局": (2018, "国家林业和草原局"),
    "国家粮食局": (2018, "国家粮食和物资储备局"), "国务院法制办公室": (2018, "司法部"), "国务院法制办": (2018, "司法部"),
    "中国银行业监督管理委员会": (2018, "国家金融监督管理总局"), "中国保险监督管理委员会": (2018, "国家金融监督管理总局"),
    "中国银行保险监督管理委员会": (2023, "国家金融监督管理总局"), "国家乡村振兴局": (2023, "农业农村部"),
    "国务院扶贫开发领导小组办公室": (2021, "农业农村部"),
}  # fmt: skip
PAST = r"原|时任|当时|曾任|前身|改名|更名|并入|组建|撤销|改革|整合|职责|不再保留"


def _find(doc: Document) -> Iterator[Hit]:
    names = [name for name in NOW if name in doc.text]
    if not names:
        return
    dated = year(doc)
    for name in names:
        since, now = NOW[name]
        for match in re.finditer(name + "(?!门)", doc.text):
            around = doc.text[max(0, match.start() - 20) : match.end() + 20]
            years = [int(said) for said in re.findall(r"(20\d\d|19\d\d)年", around)]
            if dated > since and not re.search(PAST, around) and not any(said <= since for said in years):
                yield Hit(Span(*match.span()), now, says={"year": str(since)})
                break


rule = Rule(
    code="NAM006",
    title="改革前的机关名称",
    basis=Basis("国务院机构改革方案", "", Strength.RECOMMENDED, "2018年、2023年机构改革"),
    message="{year}年机构改革后已无“{old}”，如指现在，应为“{new}”或承接其职责的机关。",
    find=whole(_find),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "请按国土资源部的要求办理。\n示范局\n2024年3月8日": "请按自然资源部的要求办理。\n示范局\n2024年3月8日",
        "数据报国家旅游局。\n2025年3月8日": "数据报文化和旅游部。\n2025年3月8日",
    },
    good=[
        "请按自然资源部的要求办理。\n示范局\n2024年3月8日",
        "原国土资源部的批复继续有效。\n示范局\n2024年3月8日",
        "2012年，环境保护部印发通知。\n示范局\n2024年3月8日",
        "请按国土资源部的要求办理。\n示范局\n2014年3月8日",
        "到2035年，由环境保护部门验收。\n示范局\n2024年3月8日",
    ],
)
