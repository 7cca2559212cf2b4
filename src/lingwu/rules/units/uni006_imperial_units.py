"""英尺、英里、磅、盎司、加仑等英制单位不是我国法定计量单位，公文中应换算成米、千米、千克、升。屏幕尺寸用“英寸”可以容许。"""

from lingwu.rule import Basis, Place, Rule, Severity, pattern

rule = Rule(
    code="UNI006",
    title="英制等非法定单位",
    basis=Basis("国务院关于在我国统一实行法定计量单位的命令"),
    message="“{old}”不是我国法定计量单位，应换算成法定计量单位。",
    find=pattern(
        r"(?<=[\d一二三四五六七八九十百千万亿几多余])(?:平方|立方)?(?:英尺(?!标准|标箱|集装|内陆)|英里|英亩|盎司|加仑|马力|大卡(?!车)|千卡|公斤力)"
    ),
    severity=Severity.ADVICE,
    skip=[Place.QUOTATION, Place.NAME],
    bad={"飞行高度3000⟦英尺⟧。": None, "配备120⟦马力⟧拖拉机。": None},
    good=["飞行高度900米。", "配备55英寸显示屏。", "开足马力抓生产。", "运来三大卡车物资。", "国际金价每盎司上涨2%。"],
)
