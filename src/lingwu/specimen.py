"""The specimen: a small notice laid out to GB/T 9704—2012, as .docx, with whatever changes a rule's example asks for.

An example is a list of changes, parted by ；. Each names an element and says what it is to be:

    正文：宋体 四号；标题：左对齐；页面：宽215.9 高279.4；页码：居中 写“- # -”

Elements are those of ``ELEMENTS`` (正文 stands for all three paragraphs of text), 页面, 页码, 分隔线 and 版记线.
⟦ ⟧ around a name marks the element that the finding is about (a finding about the page lies at the title).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from xml.sax.saxutils import escape

from lingwu.gbt9704 import geometry

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
THEME = (
    f'<a:theme xmlns:a="{A}"><a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="等线"/>'
    '<a:ea typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
TYPE = "application/vnd.openxmlformats-officedocument"
POINTS = geometry.SIZES
COLOURS = {"红": geometry.RED, "黑": geometry.BLACK, "蓝": "0000FF"}
ALIGNMENTS = {"居中": "center", "左对齐": "left", "右对齐": "right", "两端对齐": "both", "分散对齐": "distribute"}
MEASURES = {
    "首行": "first_line", "左缩": "left", "右缩": "right", "段前": "before", "段后": "after", "行距": "pitch",
    "空行": "blank",
}  # fmt: skip
FLAGS = {"加粗": "bold", "倾斜": "italic", "主题字体": "theme", "标点按西文": "western_marks", "后分页": "page_after"}
MEASURE = re.compile(f"({'|'.join(MEASURES)})(-?[\\d.]+)")
EMPTY = '<w:p><w:pPr><w:spacing w:line="579" w:lineRule="exact"/><w:rPr><w:sz w:val="32"/></w:rPr></w:pPr></w:p>'
BREAK = '<w:r><w:br w:type="page"/></w:r>'
MARKS = re.compile("[⟦⟧]")


@dataclass(frozen=True)
class Element:
    """One element: its text and how it is set (lengths in points, indents in 字; pitch 0: single)."""

    name: str
    text: str
    face: str = "仿宋_GB2312"
    latin: str = "Times New Roman"
    size: float = 16.0
    alignment: str = "both"
    colour: str = ""
    first_line: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    pitch: float = geometry.LINE_BOXES.pitch_points
    blank: float = 0.0
    bold: bool = False
    italic: bool = False
    theme: bool = False
    western_marks: bool = False
    new_page: bool = False
    page_after: bool = False
    border: str = ""


SONG, HEI, KAI = "方正小标宋_GBK", "黑体", "楷体_GB2312"
ISSUER = "青云市人民政府"
ELEMENTS = (
    Element("份号", "000001"),
    Element("密级", "机密★1年", HEI),
    Element("紧急程度", "特急", HEI),
    Element("发文机关标志", f"{ISSUER}文件", SONG, size=48.0, alignment="center", colour=geometry.RED, pitch=60.0),
    Element("发文字号", "青政发〔2026〕12号", alignment="center", blank=2, border=geometry.RED),
    Element("标题", f"{ISSUER}关于加强档案工作的通知", SONG, size=22.0, alignment="center", blank=2, pitch=32.0),
    Element("主送机关", "各县（区）人民政府，市政府各部门：", blank=1),
    Element("正文", "为加强全市档案工作，提高档案管理和利用水平，经市政府研究，现就有关事项通知如下。", first_line=2),
    Element("一级标题", "一、提高认识", HEI, first_line=2),
    Element("正文二", "档案是历史的见证。各级各部门要把档案工作列入日程，做到“应归尽归、应收尽收”。", first_line=2),
    Element("二级标题", "（一）健全制度", KAI, first_line=2),
    Element("正文三", "各级各部门要建立归档、保管、利用、销毁等制度，明确责任到人，每年检查一次。", first_line=2),
    Element("附件说明", "附件：归档范围", first_line=2, blank=1),
    Element("署名", ISSUER, alignment="right", right=2, blank=3),
    Element("成文日期", "2026年3月8日", alignment="right", right=4),
    Element("附注", "（此件公开发布）", first_line=2),
    Element("附件", "附件", HEI, new_page=True),
    Element("附件标题", "归档范围", SONG, size=22.0, alignment="center", blank=1),
    Element("附件正文", "本市各级机关在工作中形成的文件材料都应归档，个人不得据为己有。", first_line=2),
    Element("抄送机关", "抄送：市委办公室，市人大常委会办公室。", size=14.0, left=1, right=1, border="000000"),
    Element("印发", f"{ISSUER}办公室　　　　　2026年3月9日印发", size=14.0, left=1, right=1, border="000000"),
)  # fmt: skip
RULES = MappingProxyType({"分隔线": ("发文字号",), "版记线": ("抄送机关", "印发")})


TOLD_AT = MappingProxyType({"页面": "标题", "页码": "标题", "分隔线": "发文字号", "版记线": "抄送机关"})
"""Where a finding lies that is about none of the elements."""


@dataclass(frozen=True)
class Sheet:
    """The page and its number, in millimetres and points; ``number`` is set on odd pages, mirrored on even ones."""

    measures: Mapping[str, float] = field(
        default_factory=lambda: {
            "宽": geometry.PAGE_WIDTH, "高": geometry.PAGE_HEIGHT, "上": geometry.TOP, "下": geometry.BOTTOM,
            "左": geometry.LEFT, "右": geometry.RIGHT, "网格": geometry.LINE_BOXES.pitch_points, "字距": -0.2,
            "页数": 3,
        }
    )  # fmt: skip
    number: Element | None = Element("页码", "— # —", "宋体", "宋体", 14.0, "right", right=1)


def made(example: str = "") -> bytes:
    """The specimen as .docx with the changes of ``example``.

    Raises:
        ValueError: the example names an element or a change that is not known.
    """
    elements, sheet = list(ELEMENTS), Sheet()
    for change in filter(None, MARKS.sub("", example).split("；")):
        name, _, said = change.partition("：")
        if name == "页面":
            sheet = replace(sheet, measures={**sheet.measures, **_measures(said)})
        elif name == "页码" and sheet.number:
            sheet = replace(sheet, number=_changed(sheet.number, said))
        elif name in RULES:
            elements = [replace(e, border=_border(said)) if e.name in RULES[name] else e for e in elements]
        elif any(element.name == name for element in elements):
            named = {name, *(("正文二", "正文三") if name == "正文" else ())}
            made_anew = (_changed(e, said) if e.name in named else e for e in elements)
            elements = [element for element in made_anew if element]
        else:
            raise ValueError(f"样张里没有“{name}”")
    return _package(elements, sheet)


def place(example: str) -> str:
    """The text of the element that ``example`` marks with ⟦ ⟧; empty where it marks none."""
    marked = re.search("⟦(.+?)⟧(?:：[^；]*写“(.*?)”)?", example)
    if not marked:
        return ""
    name = TOLD_AT.get(marked[1], marked[1])
    if marked[2] and name == marked[1]:
        return marked[2].strip()
    return next((element.text for element in ELEMENTS if element.name == name), "")


def _measures(said: str) -> dict[str, float]:
    found = dict(re.findall(r"([宽高上下左右]|网格|字距|页数)(-?[\d.]+)", said))
    if not found:
        raise ValueError(f"页面的改动“{said}”看不懂")
    return {name: float(value) for name, value in found.items()}


def _border(said: str) -> str:
    return "" if said == "删去" else COLOURS[said]


def _changed(element: Element, said: str) -> Element | None:
    """``element`` with the changes applied; None where it is to be left out."""
    if quoted := re.search("写“(.*)”", said):
        element, said = replace(element, text=quoted[1]), said.replace(quoted[0], "")
    for word in said.split():
        if word == "删去":
            return None
        element = _with(element, word)
    return element


def _with(element: Element, word: str) -> Element:
    if measure := MEASURE.fullmatch(word):
        change: tuple[str, object] = (MEASURES[measure[1]], float(measure[2]))
    elif word in FLAGS:
        change = (FLAGS[word], True)
    elif word == "接排":
        change = ("new_page", False)
    elif word.startswith("西文"):
        change = ("latin", word.removeprefix("西文"))
    else:
        known: dict[str, Mapping[str, object]] = {"size": POINTS, "alignment": ALIGNMENTS, "colour": COLOURS}
        change = next(((key, values[word]) for key, values in known.items() if word in values), ("face", word))
    return replace(element, **dict([change]))  # type: ignore[arg-type]


# -- the package -------------------------------------------------------------------------------------------------------


def _package(elements: list[Element], sheet: Sheet) -> bytes:
    footers = {"default": sheet.number, "even": _mirrored(sheet.number)} if sheet.number else {}
    body = "".join(map(_set, elements)) + _section(sheet, footers)
    parts = {
        "[Content_Types].xml": _types(footers),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml", "extended-properties": "docProps/app.xml"}),
        "docProps/app.xml": f'<Properties xmlns="{TYPE}"><Pages>{sheet.measures["页数"]:.0f}</Pages></Properties>',
        "word/_rels/document.xml.rels": _relations(
            {kind: f"{kind}.xml" for kind in ("settings", "styles", "theme")}
            | {f"footer {kind}": f"{kind}.xml" for kind in footers}
        ),
        "word/settings.xml": _root("settings", '<w:evenAndOddHeaders/><w:themeFontLang w:eastAsia="zh-CN"/>'),
        "word/styles.xml": _root("styles", _normal(sheet.measures["字距"])),
        "word/theme.xml": THEME,
        "word/document.xml": _root("document", f"<w:body>{body}</w:body>"),
    }
    parts |= {f"word/{kind}.xml": _root("ftr", _set(number)) for kind, number in footers.items() if number}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def _mirrored(number: Element | None) -> Element | None:
    sides = {"right": "left", "left": "right"}
    if number is None or number.alignment not in sides:
        return number
    return replace(number, alignment=sides[number.alignment], left=number.right, right=number.left)


def _root(name: str, inside: str) -> str:
    return f'<w:{name} xmlns:w="{W}" xmlns:r="{R}">{inside}</w:{name}>'


def _types(footers: Mapping[str, object]) -> str:
    kinds = {"document": "document.main", **dict.fromkeys(footers, "footer")}
    said = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.wordprocessingml.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="{RELATIONS}"/>{said}</Types>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    said = "".join(
        f'<Relationship Id="{Path(target).stem}" Type="{R}/{kind.split()[0]}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{said}</Relationships>'


def _section(sheet: Sheet, footers: Mapping[str, object]) -> str:
    at = {name: round(value * geometry.TWIPS) for name, value in sheet.measures.items()}
    references = "".join(f'<w:footerReference w:type="{kind}" r:id="{kind}"/>' for kind in footers)
    pitch = round(sheet.measures["网格"] * 20)
    grid = f'<w:docGrid w:type="lines" w:linePitch="{pitch}"/>' if pitch else ""
    size = f'<w:pgSz w:w="{at["宽"]}" w:h="{at["高"]}"/>'
    margins = f'w:top="{at["上"]}" w:right="{at["右"]}" w:bottom="{at["下"]}" w:left="{at["左"]}"'
    return (
        f'<w:sectPr>{references}{size}<w:pgMar {margins} w:header="850" w:footer="1400" w:gutter="0"/>{grid}</w:sectPr>'
    )


def _normal(tracking: float) -> str:
    """The default style: 3号, each character so many points wider."""
    looks = f'<w:rPr><w:spacing w:val="{round(tracking * 20)}"/><w:sz w:val="32"/></w:rPr>'
    return f'<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>{looks}</w:style>'


def _set(element: Element) -> str:
    """The paragraph of an element, after its empty lines."""
    pitch = round(element.pitch * 20)
    line = f'w:line="{pitch}" w:lineRule="exact"' if pitch else 'w:line="240" w:lineRule="auto"'
    border = f'<w:pBdr><w:bottom w:val="single" w:sz="16" w:space="11" w:color="{element.border}"/></w:pBdr>'
    properties = (
        f"<w:pPr>{'<w:pageBreakBefore/>' if element.new_page else ''}{border if element.border else ''}"
        f'<w:spacing w:before="{round(element.before * 20)}" w:after="{round(element.after * 20)}" {line}/>'
        f'<w:ind {_indents(element)}/><w:jc w:val="{element.alignment}"/></w:pPr>'
    )
    inside = properties + _runs(element) + (BREAK if element.page_after else "")
    return round(element.blank) * EMPTY + f"<w:p>{inside}</w:p>"


def _indents(element: Element) -> str:
    """The indents in characters and, as word processors write them beside, in twentieths of a point."""
    said = {"firstLine": element.first_line, "left": element.left, "right": element.right}
    return " ".join(
        f'w:{name}Chars="{round(value * 100)}" w:{name}="{round(value * element.size * 20)}"'
        for name, value in said.items()
    )


def _runs(element: Element) -> str:
    hint = "" if element.western_marks else ' w:hint="eastAsia"'
    theme = ' w:eastAsiaTheme="minorEastAsia"' if element.theme else ""
    faces = f'w:ascii="{element.latin}" w:hAnsi="{element.latin}" w:eastAsia="{element.face}"'
    looks = (
        f"<w:rPr><w:rFonts{hint} {faces}{theme}/>{'<w:b/>' if element.bold else ''}{'<w:i/>' if element.italic else ''}"
        f'<w:color w:val="{element.colour or "auto"}"/><w:sz w:val="{round(element.size * 2)}"/></w:rPr>'
    )
    before, number, after = (escape(piece) for piece in element.text.partition("#"))
    pieces = [f'<w:t xml:space="preserve">{before}</w:t>']
    if number:
        begin, separate, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
        pieces += [begin, "<w:instrText> PAGE </w:instrText>", separate, "<w:t>1</w:t>", end]
        pieces.append(f'<w:t xml:space="preserve">{after}</w:t>')
    return "".join(f"<w:r>{looks}{piece}</w:r>" for piece in pieces)
