"""标题下独占一行的主送机关、称呼，末尾用全角冒号，不用逗号、分号。“各班级，”“县人大常委会；”都应改用冒号。

只看标题后面头几行里，由单位名称、称呼组成的短行。
"""

from collections.abc import Iterator

from lingwu.rule import Basis, Document, Hit, Role, Rule, Safety, Severity, Span, whole
from lingwu.text.regexes import compiled

NAMES = (
    r"(?:政府|委员会|常委会|局|市委|县委|区委|省委|党委|工委|办|办公室|单位|部门|机关|机构|学校|学院|医院|公司|企业|中心|街道|班级|年级|车间|"
    r"科室|支部|党组|乡镇|村委会|社区|家长|用户|居民|业主|同志们|同学们|老师们|朋友们|员工们|代表|委员|来宾|指挥部|领导小组|站|所|院|厅)"
)
PIECE = rf"[^，。；：、！？\d“”《》]{{0,20}}{NAMES}(?:（[^（）]{{1,20}}）)?"
LINE = rf"[\s\u3000]*{PIECE}(?:[，、]{PIECE}){{0,12}}(?P<mark>[，,；;])[\s\u3000]*$"
NEAR = 5
LONGEST = 120


def _find(doc: Document) -> Iterator[Hit]:
    lines = list(doc.lines())
    titles = [index for index, block in enumerate(lines[:12]) if block.role is Role.TITLE]
    if not titles or any(block.role is Role.ADDRESSEE for block in lines[:20]):
        return
    for block in lines[titles[-1] + 1 : titles[-1] + 1 + NEAR]:
        match = compiled(LINE).match(block.span.of(doc.text)) if len(block.span) <= LONGEST else None
        if match and block.role is Role.BODY:
            yield Hit(Span(block.span.start + match.start("mark"), block.span.start + match.end("mark")), "：")
            return


rule = Rule(
    code="STR122",
    title="主送机关后的逗号、分号",
    basis=Basis("GB/T 9704—2012", "7.3.2"),
    message="主送机关或称呼独占一行时，末尾用全角冒号，“{old}”应为“{new}”。",
    find=whole(_find),
    severity=Severity.DOUBT,
    safety=Safety.CONFIRM,
    bad={
        "关于考试安排的通知\n各班级，\n现将考试安排通知如下。": "关于考试安排的通知\n各班级：\n现将考试安排通知如下。",
        "关于提请审议预算的议案\n县人大常委会；\n现提请审议。": "关于提请审议预算的议案\n县人大常委会：\n现提请审议。",
    },
    good=[
        "关于考试安排的通知\n各班级：\n现将考试安排通知如下。",
        "关于考试安排的通知\n各班级，要做好准备。\n现通知如下。",
        "在座谈会上的讲话\n刚才，听了大家的发言，\n我很受启发。",
    ],
)
