"""Real shapes of .docx, each with the text that a reader sees in it."""

from __future__ import annotations

import io

import docx as python_docx
from docx_files import (
    NAMESPACES,
    PLAIN,
    STRICT,
    STRICT_R,
    R,
    W,
    both_boxes,
    cell,
    char,
    docx,
    drawn,
    field,
    members,
    old_box,
    p,
    part,
    r,
    relation,
    signed,
    table,
    with_member,
    zipped,
)

ID = "5e903c944aa3"
GONE = f"<w:rPr>{signed('del')}</w:rPr>"
MOVED = f"<w:rPr>{signed('moveFrom')}</w:rPr>"


def alt_chunk(name: str, data: bytes, kind: str = "") -> bytes:
    """A .docx that holds another file between two paragraphs."""
    said = f'<Override PartName="/word/{name}" ContentType="{kind}"/>' if kind else ""
    body = p("前") + '<w:altChunk r:id="rId9"/>' + p("后")
    return docx(body, {name: data}, relation("rId9", "aFChunk", name), types=said)


def edges(body: str, **references: str) -> bytes:
    """A .docx with headers and footers: ``header_default="页眉"`` and so on."""
    said, parts, relations = "", {}, ""
    for index, (name, text) in enumerate(references.items()):
        kind, _, which = name.partition("_")
        said += f'<w:{kind}Reference w:type="{which}" r:id="rId{index + 20}"/>'
        parts[f"{name}.xml"] = part("hdr" if kind == "header" else "ftr", p(text))
        relations += relation(f"rId{index + 20}", kind, f"{name}.xml")
    return docx(f"{body}<w:sectPr>{said}<w:titlePg/></w:sectPr>", parts, relations)


def notes() -> bytes:
    """Footnotes and endnotes with their separators, which are no text."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id}">{p("分隔", "<w:r><w:separator/></w:r>")}</w:footnote>'
        for id, kind in ((-1, "separator"), (0, "continuationSeparator"), (1, "continuationNotice"))
    )
    foot = part("footnotes", f'{lines}<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " 脚注文")}</w:footnote>')
    end = part("endnotes", f'<w:endnote w:id="1">{p("尾注文")}</w:endnote>')
    body = p("正文", '<w:r><w:footnoteReference w:id="2"/></w:r>', "完", '<w:r><w:endnoteReference w:id="1"/></w:r>')
    relations = relation("rId5", "footnotes", "footnotes.xml") + relation("rId6", "endnotes", "endnotes.xml")
    return docx(body, {"footnotes.xml": foot, "endnotes.xml": end}, relations)


def commented() -> bytes:
    said = "".join(
        f'<w:comment w:id="{id}" w:author="李四">{p(text)}</w:comment>'
        for id, text in enumerate((f"零误：接受 {ID}", "lingwu:accept 0123456789ab-2", "请再核对"))
    )
    relations = relation("rId7", "comments", "comments.xml")
    marks = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    body = p("批", marks[0], "注文", marks[1], reference, "字")
    return docx(body, {"comments.xml": part("comments", said)}, relations)


def styled() -> bytes:
    """Headings by style, by a style based on it, by 标题 2, by outline level; and one style that takes it back."""
    style = '<w:style w:type="paragraph" w:styleId="{}"{}><w:name w:val="{}"/>{}</w:style>'
    outline = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
    styles = part(
        "styles",
        style.format("a", ' w:default="1"', "Normal", "")
        + style.format("1", "", "heading 1", outline.format(0))
        + style.format("own", "", "单位标题", '<w:basedOn w:val="1"/>')
        + style.format("2", "", "标题 2", "")
        + style.format("body", "", "像标题的正文", f'<w:basedOn w:val="1"/>{outline.format(9)}'),
    )
    used = [("一级", '<w:pStyle w:val="1"/>'), ("承袭", '<w:pStyle w:val="own"/>'), ("二级", '<w:pStyle w:val="2"/>')]
    used += [("大纲", '<w:outlineLvl w:val="2"/>'), ("正文", '<w:pStyle w:val="body"/>'), ("普通", "")]
    body = "".join(p(text, properties=properties) for text, properties in used)
    return docx(body, {"styles.xml": styles}, relation("rId8", "styles", "styles.xml"))


def numbered() -> bytes:
    """Word's own numbers: 一、 （一） 1. with a restart, a bullet, and circled numbers."""
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    levels = [(0, "chineseCounting", "%1、"), (1, "chineseCountingThousand", "（%2）"), (2, "decimal", "%3."),
              (3, "decimal", "%1.%4"), (4, "bullet", "·"), (5, "decimalEnclosedCircle", "%6")]  # fmt: skip
    abstract = "".join(level.format(*each) for each in levels).replace('"%1.%4"/>', '"%1.%4"/><w:isLgl/>')
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="3">{abstract}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="3"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>',
    )
    said = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    places = [(0, 1), (1, 1), (1, 1), (2, 1), (0, 1), (1, 1), (3, 1), (4, 1), (5, 1), (0, 2), (0, 0)]
    body = "".join(p("项", properties=said.format(*place)) for place in places)
    return docx(body, {"numbering.xml": numbering}, relation("rId8", "numbering", "numbering.xml"))


def by_python_docx() -> bytes:
    """A document as python-docx makes it, with merged cells and a table in a cell."""
    made = python_docx.Document()
    made.add_heading("工作总结", 1)
    made.add_paragraph("第一段").add_run("加粗").bold = True
    grid = made.add_table(2, 2)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "合并"
    grid.cell(1, 0).text = "左下"
    grid.cell(1, 1).add_table(1, 1).cell(0, 0).text = "内"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def strict() -> bytes:
    """A strict document: every namespace is another one."""
    swaps = {W: STRICT, R: STRICT_R}
    found = members(docx(p("严格", "格式") + table((cell(p("格")),))))
    texts = {name: data.decode("utf-8", "surrogateescape") for name, data in found.items() if "media" not in name}
    for old, new in swaps.items():
        texts = {name: text.replace(old, new) for name, text in texts.items()}
    return zipped(texts)


def utf16(mark: bool = True) -> bytes:
    """A document whose main part is UTF-16."""
    text = (
        f'<?xml version="1.0" encoding="UTF-16"?><w:document {NAMESPACES}><w:body>{p("宽字符")}</w:body></w:document>'
    )
    return docx("", document=text.encode("utf-16") if mark else text.encode("utf-16-le"))


def without_prefix() -> bytes:
    """A document in the default namespace, with a backslash and other case in its member's name."""
    root = f'<document xmlns="{W}"><body><p><r><t>无前缀</t></r></p></body></document>'
    return docx("", document=root.encode())


def mht(text: str) -> bytes:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; "
    page = f"<html><head><title>名</title></head><body><p>{text}</p><p>第二段</p></body></html>".encode("gb18030")
    return head + b'charset="gb2312"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n' + page + b"\r\n--x--\r\n"


HTML = (
    "<html><head><style>p{}</style></head><body><h1>网页题</h1><div>一<b>粗</b>段<br/>又行</div></body></html>".encode()
)
FORM = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
SPLIT_FIELD = (
    p("见", char("begin"), r(" TOC ", tag="instrText"), char("separate"), "目录一") + p("目录二") + p(char("end"), "完")
)
NESTED_FIELD = p(
    char("begin"), r(" IF ", tag="instrText"), field(" PAGE ", r("9")), r(" = 1", tag="instrText"),
    char("separate"), "首页", char("end"), "后",
)  # fmt: skip
MATH = "<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>=1</m:t></m:r></m:oMath>"
RUBY = "<w:r><w:ruby><w:rubyPr/><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>".format(r("pīn"), r("拼"))
EMOJI = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" '
    'w16se:char="1F600"/></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>'
)
MERGED = table(
    (cell(p("跨行"), properties='<w:vMerge w:val="restart"/>'), cell(p("甲"), properties='<w:gridSpan w:val="2"/>')),
    (cell(p(), properties="<w:vMerge/>"), cell(p("乙")), cell(p("丙"))),
)
DELETED_ROW = (
    "<w:tbl><w:tr><w:trPr><w:del w:id='1' w:author='a'/></w:trPr>" + cell(p("删行")) + "</w:tr>"
    "<w:tr>" + cell(p("留行")) + cell(p("删格"), properties="<w:cellDel w:id='2' w:author='a'/>") + "</w:tr></w:tbl>"
)
SIGNS = (
    "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:cr/></w:r>"
)
SYMBOLS = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="2460"/></w:r>'
SHAPES: dict[str, tuple[bytes, str]] = {
    "python-docx": (by_python_docx(), "工作总结\n第一段加粗\n合并\n左下\n\n内\n"),
    "split runs": (docx(p("国", r("务", "<w:b/>"), "院")), "国务院"),
    "table": (
        docx(p("前") + table((cell(p("一")), cell(p("二"))), (cell(p("三"), p("四")),)) + p("后")),
        "前\n一\n二\n三\n四\n后",
    ),
    "nested table": (docx(table((cell(p("外"), table((cell(p("内")),)), p("末")),))), "外\n内\n末"),
    "merged cells": (docx(MERGED), "跨行\n甲\n\n乙\n丙"),
    "headers and footers": (
        edges(p("文"), header_default="眉", header_first="首眉", header_even="偶眉", footer_default="脚"),
        "文\n眉\n首眉\n偶眉\n脚",
    ),
    "notes": (notes(), "正文完\n 脚注文\n尾注文"),
    "comments": (commented(), "批注文字"),
    "text box in two versions": (
        docx(p("甲", f"<w:r>{both_boxes(p('框') + p('里'))}</w:r>", "乙") + p("丙")),
        "甲乙\n框\n里\n丙",
    ),
    "drawn text box": (docx(p("甲", f"<w:r>{drawn(p('框'))}</w:r>")), "甲\n框"),
    "old text box": (docx(p(f"<w:r>{old_box(p('框'))}</w:r>", "乙")), "乙\n框"),
    "content controls": (
        docx(
            FORM.format("", p("块", FORM.format("", r("行内")), "尾"))
            + f"<w:tbl><w:tr>{FORM.format('', cell(p('格')))}</w:tr>"
            + FORM.format("", f"<w:tr>{cell(p('行'))}</w:tr>")
            + "</w:tbl>"
        ),
        "块行内尾\n格\n行",
    ),
    "hyperlink": (docx(p("见", '<w:hyperlink r:id="x">' + r("链接") + "</w:hyperlink>", "。")), "见链接。"),
    "field": (docx(p("第", field(" PAGE ", r("3")), "页")), "第3页"),
    "simple field": (docx(p("第", f'<w:fldSimple w:instr=" PAGE ">{r("3")}</w:fldSimple>', "页")), "第3页"),
    "nested field": (docx(NESTED_FIELD), "首页后"),
    "field across paragraphs": (docx(SPLIT_FIELD), "见目录一\n目录二\n完"),
    "field without an end": (docx(p("甲", char("begin"), r(" PAGE ", tag="instrText"), "乙") + p("丙")), "甲乙\n丙"),
    "embedded docx": (alt_chunk("afchunk.docx", docx(p("内文") + p("二"))), "前\n内文\n二\n后"),
    "embedded html": (alt_chunk("afchunk.htm", HTML, "text/html"), "前\n网页题\n一粗段\n又行\n后"),
    "embedded xhtml": (
        alt_chunk("c.xhtml", b"<?xml version='1.0' encoding='utf-8'?>" + HTML, "application/xhtml+xml"),
        "前\n网页题\n一粗段\n又行\n后",
    ),
    "embedded mht": (alt_chunk("afchunk.mht", mht("归档"), "message/rfc822"), "前\n归档\n第二段\n后"),
    "embedded txt": (alt_chunk("c.txt", "纯文本\r\n国标".encode("gb18030"), "text/plain"), "前\n纯文本\n国标\n后"),
    "embedded rtf": (alt_chunk("c.rtf", b"{\\rtf1 abc}", "application/rtf"), "前\n后"),
    "tracked": (docx(p("甲", signed("ins", r("乙")), signed("del", r("丙", tag="delText")), "丁")), "甲乙丁"),
    "moved": (docx(p("甲", signed("moveFrom", r("搬"))) + p(signed("moveTo", r("搬")), "乙")), "甲\n搬乙"),
    "deleted paragraph mark": (
        docx(p("上", properties=GONE) + p("下") + p("末", properties=MOVED) + p("尾")),
        "上下\n末尾",
    ),
    "inserted paragraph mark": (docx(p("上", properties=f"<w:rPr>{signed('ins')}</w:rPr>") + p("下")), "上\n下"),
    "changed properties": (
        docx(p(r("字", f"<w:b/>{signed('rPrChange', '<w:rPr/>')}"), properties=signed("pPrChange", "<w:pPr/>"))),
        "字",
    ),
    "deleted row and cell": (docx(DELETED_ROW), "留行"),
    "signs": (docx(p(SIGNS)), "a\tb\vc-d\v"),
    "symbols": (docx(p(SYMBOLS)), "☑①"),
    "page break": (docx(p('<w:r><w:br w:type="page"/></w:r>', "新页")), "\f新页"),
    "ruby": (docx(p(RUBY, "音")), "拼音"),
    "emoji": (docx(p("笑", EMOJI)), "笑😀"),
    "blanks": (
        docx(p("<w:r><w:t> 甲 </w:t></w:r>", '<w:r><w:t xml:space="preserve"> 乙\n</w:t></w:r>', "丙")),
        "甲 乙 丙",
    ),
    "smart tag and bookmark": (
        docx(
            p(
                '<w:bookmarkStart w:id="1" w:name="_Toc"/>',
                f"<w:smartTag>{r('北京')}</w:smartTag>",
                '<w:bookmarkEnd w:id="1"/>',
                "市",
            )
        ),
        "北京市",
    ),
    "bidi": (docx(p(f'<w:dir w:val="rtl"><w:bdo w:val="ltr">{r("向")}</w:bdo></w:dir>', "左")), "向左"),
    "equation": (docx(p("设", MATH, "。")), "设x=1。"),
    "strict": (strict(), "严格格式\n格"),
    "utf-16": (utf16(), "宽字符"),
    "utf-16 without mark": (utf16(mark=False), "宽字符"),
    "no prefix": (without_prefix(), "无前缀"),
    "headings": (styled(), "一级\n承袭\n二级\n大纲\n正文\n普通"),
    "numbering": (numbered(), "\n".join("项" * 11)),
    "macros": (docx(p("宏"), main="application/vnd.ms-word.document.macroEnabled.main+xml"), "宏"),
    "template": (docx(p("模板"), main=f"{PLAIN}.template.main+xml"), "模板"),
    "backslashes": (
        zipped({name.replace("word/doc", "word\\doc"): data for name, data in members(docx(p("斜杠"))).items()}),
        "斜杠",
    ),
    "comment in a text": (docx(p("<w:r><w:t>甲<!-- 注 -->乙</w:t></w:r>")), "甲乙"),
    "byte order mark": (
        with_member(
            docx(""), "word/document.xml", b"\xef\xbb\xbf" + part("document", f"<w:body>{p('标记')}</w:body>").encode()
        ),
        "标记",
    ),
    "empty paragraphs": (docx(p() + p("文") + p() + "<w:sectPr/>"), "\n文\n"),
}
