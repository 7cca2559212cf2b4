"""“瓩”“浬”“吋”“呎”“哩”等计量单位旧译名用字已经停用，写作千瓦、海里、英寸、英尺、英里。"""

from lingwu.rule import Basis, Place, Rule, Severity, pattern

NAMES = {"瓩": "千瓦", "浬": "海里", "吋": "英寸", "呎": "英尺", "哩": "英里", "唡": "盎司", "嗧": "加仑", "粁": "千米",
         "粍": "毫米", "糎": "厘米", "瓱": "毫克", "竏": "千升", "竓": "毫升"}  # fmt: skip

rule = Rule(
    code="UNI016",
    title="停用的计量单位用字",
    basis=Basis("关于部分计量单位名称统一用字的通知（1977年）"),
    message="“{old}”是已停用的计量单位用字，应写作“{new}”。",
    find=pattern(
        r"(?<=[\d一二三四五六七八九十百千万亿几多余])(?P<x>[瓩浬吋呎哩唡嗧粁粍糎瓱竏竓])(?!语|罗|哒|啦)",
        lambda match: NAMES[match["x"]],
    ),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={"机组功率300瓩。": "机组功率300千瓦。", "航程50浬。": "航程50海里。"},
    good=["机组功率300千瓦。", "航程50海里。", "哩哩啦啦", "一哩语"],
)
