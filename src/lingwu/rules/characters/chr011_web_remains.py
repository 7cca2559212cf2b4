"""从网页复制时带进来的代码：“&nbsp;”“&ldquo;”一类字符代码、“<br>”一类标签。"""

import html
import re

from lingwu.rule import Basis, Rule, Strength, pattern


def _plain(match: re.Match[str]) -> str:
    return html.unescape(match[0]).strip("\u00a0") if match[0].startswith("&") else ""


rule = Rule(
    code="CHR011",
    title="网页残留的代码",
    basis=Basis("公文用字习惯", "", Strength.CUSTOM),
    message="“{old}”是网页残留的代码，应删去或换成相应的字符。",
    find=pattern(
        r"&(?:nbsp|[lr][ds]quo|amp|lt|gt|quot|[mn]dash|hellip|middot|ensp|emsp|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
        r"|</?(?:br|p|div|span|strong|font|em|img|table|tbody|t[drh]|h[1-6]|ul|li|a|b|o:p)(?: [^<>\n]{0,200})?/?>",
        _plain,
    ),
    bad={
        "加强领导&nbsp;落实责任。": "加强领导落实责任。",
        "会议指出，&ldquo;两个维护”": "会议指出，“两个维护”",
        "各单位：<br/>请抓好落实。": "各单位：请抓好落实。",
    },
    good=["A&B公司", "a<b，b>c", "## 总体要求", "R&D;经费"],
)
