"""公开的文件中不应出现完整的银行卡号。

十六至十九位、以62、4、5等发卡标识开头，且校验位（模10算法）正确的数字，前面又提到银行、账号、卡号的，认定是银行卡号。对公账户多不是这种编号，
不提示。
"""

import re

from lingwu.rule import Basis, Rule, Severity, pattern


def _masked(match: re.Match[str]) -> str:
    said = match["x"]
    digits = [int(char) for char in said if char.isdigit()]
    doubled = [digit if place % 2 == 0 else digit * 2 - 9 * (digit > 4) for place, digit in enumerate(reversed(digits))]
    if len(digits) not in (16, 17, 18, 19) or sum(doubled) % 10:
        return said
    return said[:4] + "*" * (len(digits) - 8) + said[-4:]


rule = Rule(
    code="SEC004",
    title="完整的银行卡号",
    basis=Basis("中华人民共和国个人信息保护法", "第二十八条", note="金融账户属于敏感个人信息"),
    message="“{old}”像是完整的银行卡号，公开前宜隐去部分数字，如“{new}”。",
    find=pattern(
        r"(?:卡号|账号|帐号|账户|银行)[^\d\r\n。]{0,12}(?<!\d)(?P<x>(?:62|4\d|5[1-5])\d{2}(?:[ -]?\d{4}){2}[ -]?\d{4}(?:[ -]?\d{1,3})?)(?!\d)",
        _masked,
    ),
    severity=Severity.ADVICE,
    bad={
        "补助打入张三卡号6222020000000000000。": "补助打入张三卡号6222***********0000。",
        "开户银行：示范银行，账号：4111 1111 1111 1111": "开户银行：示范银行，账号：4111********1111",
    },
    good=["补助打入张三卡号6222020000000000001。", "账号：3700123456789", "流水号6222020000000000000"],
)
