"""The geometry of GB/T 9704—2012: the one place for its numbers.

All lengths are in millimetres, the origin is the top left corner of the sheet, sizes of type are in points. Each number
stands with its clause; what follows from numbers of the standard by arithmetic is marked “derived”, what the standard
leaves open and is a habit of offices is marked “habit”. Positions of type are those of the glyphs (the ideographic em
box), not of line boxes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MM = 72 / 25.4
"""Points in a millimetre."""
TWIPS = 1440 / 25.4
"""Twentieths of a point, the unit of OOXML, in a millimetre."""
EMU = 36_000
"""English metric units, the unit of DrawingML, in a millimetre."""

# -- the sheet (5.1, 5.2) ----------------------------------------------------------------------------------------------

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0  # 5.1: A4
PAGE_TOLERANCE = 2.0  # 6.3: 成品 ±2 mm
TOP, LEFT = 37.0, 28.0  # 5.2.1: 天头, 订口
MARGIN_TOLERANCE = 1.0  # 5.2.1: ±1 mm
TYPE_WIDTH, TYPE_HEIGHT = 156.0, 225.0  # 5.2.1: 版心
RIGHT, BOTTOM = PAGE_WIDTH - LEFT - TYPE_WIDTH, PAGE_HEIGHT - TOP - TYPE_HEIGHT  # derived: 26 and 35; no clause
TYPE_LEFT, TYPE_RIGHT = LEFT, LEFT + TYPE_WIDTH  # x 28 and 184
TYPE_TOP, TYPE_BOTTOM = TOP, TOP + TYPE_HEIGHT  # y 37 and 262

LINES, CHARACTERS = 22, 28  # 5.2.3: 每面排 22 行，每行排 28 个字
CHARACTER = TYPE_WIDTH / CHARACTERS  # derived from 3.1 and 5.2.3: 一字 = 5.571 mm
LINE = CHARACTER * 15 / 8  # derived from 3.2: 一行 = 字高 + 7/8 字高 = 10.446 mm; 21 lines + one glyph = 225 mm


@dataclass(frozen=True, slots=True)
class Grid:
    """How 22 lines are set into the type area.

    ``top`` and ``bottom`` are the margins of the page as a word processor knows them, ``pitch`` the distance from line
    to line, ``tracking`` what is added to each character of 3号 so that 28 fill a line (all in mm).
    """

    top: float
    bottom: float
    pitch: float
    tracking: float

    @property
    def pitch_points(self) -> float:
        """The pitch in points."""
        return self.pitch * MM


SIZE_3 = 16.0
TRACKING = CHARACTER - SIZE_3 / MM  # derived: −0.073 mm = −0.207 pt
LINE_BOXES = Grid(TOP, BOTTOM, 579 / TWIPS, TRACKING)
"""Line boxes fill the type area, as Word and WPS count lines: margins are literally those of 5.2.1, the pitch 28.95 pt.

This is the grid of a .docx: whoever opens 页面设置 finds 3.7, 3.5, 2.8 and 2.6 cm.
"""
GLYPHS = Grid(TOP, BOTTOM, LINE, TRACKING)
"""The glyphs themselves fill the type area, as 3.2 defines 行: the first line's top at y = 37, the last one's bottom at
262, the pitch 29.61 pt. This is the grid of a PDF, where glyphs can be placed exactly."""

# -- type (2b of the size table; 5.2.2) --------------------------------------------------------------------------------

SIZES = {
    "初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0, "三号": 16.0, "小三": 15.0,
    "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5.0,
}  # fmt: skip
"""号 → points."""


class Face(StrEnum):
    """The typefaces that the standard names."""

    FANGSONG = "仿宋"
    HEITI = "黑体"
    KAITI = "楷体"
    XIAOBIAOSONG = "小标宋"
    SONGTI = "宋体"


RED = "FF0000"  # 6.2 gives Y80 M80; the colour on a screen is a habit
BLACK = "000000"  # 5.2.4

# -- 版头 (7.2) --------------------------------------------------------------------------------------------------------

MARK_TOP = TYPE_TOP + 35.0  # 7.2.4: 上边缘至版心上边缘 35 mm → y = 72
LINES_UNDER_MARK = 2  # 7.2.5: 发文机关标志下空二行
SEPARATOR_GAP = 4.0  # 7.2.7: 发文字号之下 4 mm 处
SEPARATOR_WIDTH = TYPE_WIDTH  # 7.2.7: 与版心等宽
SEPARATOR_THICKNESS = 0.7  # habit (2 pt); the clause gives none
NUMBER_INDENT = SIGNATORY_INDENT = 1  # 7.2.5, 7.2.6: 居左、居右空一字 (上行文)
SIGNATORIES_A_LINE = 2  # 7.2.6: 一般每行排两个姓名
MARK_SIZE = 48.0  # habit: the largest at which the mark fits one line; 7.2.4 gives no size
MARK_SIZE_LEAST = 26.0  # habit
MARK_WIDTH = TYPE_WIDTH - 8.0  # habit: 醒目、美观、庄重

# -- 主体 (7.3) --------------------------------------------------------------------------------------------------------

LINES_OVER_TITLE = 2  # 7.3.1: 红色分隔线下空二行
TITLE_SIZE = SIZES["二号"]  # 7.3.1
LINES_OVER_ADDRESSEE = 1  # 7.3.2: 标题下空一行
PARAGRAPH_INDENT = 2  # 7.3.3: 每个自然段左空二字
HEADING_FACES = {1: Face.HEITI, 2: Face.KAITI, 3: Face.FANGSONG, 4: Face.FANGSONG}  # 7.3.3
LINES_OVER_ATTACHMENT_NOTE = 1  # 7.3.4: 正文下空一行左空二字
ATTACHMENT_NOTE_INDENT = 2  # 7.3.4
DATE_INDENT_SEALED = 4  # 7.3.5.1: 成文日期右空四字
LINES_OVER_ISSUER = 1  # 7.3.5.2 (no seal)
ISSUER_INDENT_UNSEALED = 2  # 7.3.5.2: 右空二字
DATE_OFFSET_UNSEALED = 2  # 7.3.5.2: 日期首字比署名首字右移二字
LINES_OVER_STAMP = 2  # 7.3.5.3: 正文下空二行右空四字加盖签名章
STAMP_INDENT = 4  # 7.3.5.3
POST_TO_STAMP = 2  # 7.3.5.3: 签名章左空二字标注签发人职务
LINES_UNDER_STAMP = 1  # 7.3.5.3: 签名章下空一行
STAMP_WIDTH, STAMP_HEIGHT = 40.0, 20.0  # habit: a signature stamp is about so large
NOTE_INDENT = 2  # 7.3.6
SEAL_DIAMETER = 42.0  # 国发〔1999〕25号; 42 to 50, 60 for the State Council
SEAL_GAP = LINE  # 7.3.5.1: 印章顶端距正文一行之内
SEALS_A_ROW = 3  # derived: so many seals of 42 to 50 mm fit 156 mm

# -- 附件 (7.3.7) ------------------------------------------------------------------------------------------------------

ATTACHMENT_LABEL_LINE = 1  # 版心左上角第一行
ATTACHMENT_TITLE_LINE = 3  # 附件标题居中编排在版心第三行

# -- 版记 (7.4) --------------------------------------------------------------------------------------------------------

IMPRINT_SIZE = SIZES["四号"]  # 7.4.2, 7.4.3
IMPRINT_THICK = 0.35  # 7.4.1: 首条和末条
IMPRINT_THIN = 0.25  # 7.4.1: 中间的
IMPRINT_BOTTOM = TYPE_BOTTOM  # 7.4.1: 末条与最后一面的版心下边缘重合
IMPRINT_INDENT = 1  # 7.4.2, 7.4.3: 左右各空一字

# -- 页码 (7.5) --------------------------------------------------------------------------------------------------------

PAGE_NUMBER_SIZE = SIZES["四号"]  # 7.5: 4号半角宋体阿拉伯数字
PAGE_NUMBER_GAP = 7.0  # 7.5: 一字线上距版心下边缘 7 mm
PAGE_NUMBER_DASH = TYPE_BOTTOM + PAGE_NUMBER_GAP  # y = 269: where the dash lies
PAGE_NUMBER_INDENT = 1  # 7.5: 单页码居右空一字，双页码居左空一字
PAGE_NUMBER_FORM = "— {} —"

# -- 特定格式 (10) -----------------------------------------------------------------------------------------------------

LETTER_MARK_TOP = 30.0  # 10.1: 上边缘至上页边 30 mm
LETTER_LINE_GAP = 4.0  # 10.1: 标志下 4 mm 处
LETTER_LINE_WIDTH = 170.0  # 10.1: 长 170 mm，居中
LETTER_LINE_LEFT = (PAGE_WIDTH - LETTER_LINE_WIDTH) / 2  # 居中 on the sheet: x 20 to 190
LETTER_BOTTOM_LINE = PAGE_HEIGHT - 20.0  # 10.1: 距下页边 20 mm → y = 277
LETTER_THICK, LETTER_THIN, LETTER_BETWEEN = 2.25 / MM, 0.75 / MM, 1.0 / MM  # habit: 10.1 gives no thickness
LETTER_GAP = CHARACTER * 7 / 8  # 10.1: 距离 3 号汉字高度的 7/8
LETTER_LINES_OVER_TITLE = 2  # 10.1: 标题与其上最后一个要素相距二行
ORDER_MARK_TOP = TYPE_TOP + 20.0  # 10.2: 上边缘至版心上边缘 20 mm → y = 57
ORDER_LINES_UNDER_MARK = 2  # 10.2: 标志下空二行编排令号
ORDER_LINES_UNDER_NUMBER = 2  # 10.2: 令号下空二行编排正文
MINUTES_MARK_TOP = TYPE_TOP + 35.0  # 10.3: 35 mm
ATTENDANCE_INDENT = 2  # 10.3: 正文下空一行左空二字
LINES_OVER_ATTENDANCE = 1  # 10.3

# -- tables (8) --------------------------------------------------------------------------------------------------------

TABLE_SIZE = SIZES["小四"]  # habit: the standard gives no face for tables
