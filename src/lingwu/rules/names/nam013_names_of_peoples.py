"""民族名称用全称：蒙古族、维吾尔族、朝鲜族，不简作“蒙族”“维族”“鲜族”“哈族”。"""

from lingwu.rule import Basis, Place, Rule, Severity, Strength, pattern

FULL = {"蒙族": "蒙古族", "维族": "维吾尔族", "鲜族": "朝鲜族"}

rule = Rule(
    code="NAM013",
    title="民族名称不简称",
    basis=Basis("新华社新闻报道中的禁用词和慎用词", "", Strength.RECOMMENDED),
    message="民族名称不能简称，“{old}”应写作“{new}”。",
    find=pattern(
        r"(?<![一-鿿])(?P<a>[蒙维鲜]族)|(?<=[的和与名个位是等各汉回藏满苗，、])(?P<b>[蒙维鲜]族)(?=群众|同胞|干部|青年|学生|村民|牧民|老人|儿童|姑娘|妇女|聚居|代表|[、，和])",
        lambda match: FULL[match[0]],
    ),
    severity=Severity.DOUBT,
    skip=[Place.QUOTATION, Place.NAME],
    bad={
        "走访3名维族群众。": "走访3名维吾尔族群众。",
        "汉族、蒙族、回族干部": "汉族、蒙古族、回族干部",
    },
    good=["走访维吾尔族群众30户。", "朝鲜族、蒙古族、回族干部", "启蒙族群", "新鲜族谱", "思维族谱"],
)
