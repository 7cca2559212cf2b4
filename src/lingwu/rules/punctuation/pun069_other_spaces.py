"""从网页复制来的文字常夹着不间断空格等特殊空白，看不出来，却会让检索、分行出错。段首段尾的不提示。"""

from lingwu.rule import Basis, Place, Rule, Safety, Strength, pattern

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f"

rule = Rule(
    code="PUN069",
    title="不间断空格等特殊空白",
    basis=Basis("公文标点习惯", "", Strength.CUSTOM, "中文语句里没有这类空白"),
    message="这里夹着看不见的特殊空白，应删去。",
    find=pattern(
        rf"[{SPACES}](?:(?<=[\u4e00-\u9fff，。、；：！？”》）].)[{SPACES}]*(?=[\u4e00-\u9fff，。、；：！？“《（\d])|(?<=\d.)[{SPACES}]*(?=[\u4e00-\u9fff]))(?=[^\n]{{0,80}}[，。；：！？])",
        "",
        unless=rf"^[ \u3000]*(?:第[一二三四五六七八九十百零〇\d]+[章节编条款]|附件\d*|[图表]?[\d.]+)[{SPACES}]+"
        rf"|(?:主席|总理|书记|委员|部长|主任|省长|市长|县长|区长|局长|厅长|院长|校长|代表|同志|主持人|记者)[{SPACES}]+",
    ),
    safety=Safety.SAFE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "要加强领导，\u00a0落实责任。": "要加强领导，落实责任。",
        "全市\u2003上下一心。": "全市上下一心。",
    },
    good=[
        "\u00a0\u00a0要加强领导。",
        "GDP\u00a0growth",
        "要加强领导，落实责任。\u00a0",
        "第一章\u2003总则",
        "第一条\u2002为了加强管理，制定本办法。",
        "市长\u2003张三",
        "发表文章《加强基础研究\u2003建设科技强国》。",
    ],
)
