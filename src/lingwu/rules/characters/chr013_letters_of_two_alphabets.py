"""一个西文词里混进了别的字母表里同形的字母（如西里尔字母С、А、Е），看着一样，查找时却对不上。"""

from lingwu.rule import Basis, Rule, Safety, Strength, pattern

LATIN = str.maketrans("АВЕКМНОРСТХаеорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTXaeopcyxABEZHIKMNOPTYX")

rule = Rule(
    code="CHR013",
    title="混入同形的外文字母",
    basis=Basis("公文用字习惯", "", Strength.CUSTOM),
    message="“{old}”里混进了同形的外文字母，应写作“{new}”。",
    find=pattern(
        "(?<![A-Za-zА-я])(?:[A-Za-z]+[АВЕКМНОРСТХаеорсух]+[A-Za-z]*|[АВЕКМНОРСТХ]+[A-Za-z]+)(?![А-я])",
        lambda match: match[0].translate(LATIN),
    ),
    safety=Safety.SAFE,
    bad={
        "人均GDР超过10万元。": "人均GDP超过10万元。",
        "АPP下载量": "APP下载量",
    },
    good=["人均GDP超过10万元。", "俄文РОССИЯ", "APP下载量"],
)
