"""引用的名言名句与原文不符：漏字、多字、错字或颠倒。

只在引号内的成句（至少两个分句）与名句库中的一句几乎全同、仅差一字时报为差错；库中收有各句通行的异文，
与任何一种异文相同都不报。只引半句、化用（如“咬定发展不放松”）、加减虚词、反其意而用之的，都不算错。
"""

from lingwu.rule import Basis, Document, Hit, Place, Rule, Strength
from lingwu.structure.misquotations import Sureness, hit, sureness
from lingwu.structure.quotations import Quotation, Quotes


def _judge(doc: Document, quotation: Quotation) -> Hit | None:
    return hit(quotation) if sureness(quotation) is Sureness.SURE else None


rule = Rule(
    code="QUO001",
    title="引用名句有错漏",
    basis=Basis("所引原文", strength=Strength.REQUIRED, note="直接引用应与原文一字不差"),
    message="引文“{old}”处与原文不符，{source}作“{original}”。",
    find=Quotes(_judge),
    skip=[Place.NAME],
    bad={
        "古人讲“纸上得来终觉浅，须知此事要躬行”。": "古人讲“纸上得来终觉浅，绝知此事要躬行”。",
        "要有“腔热血勤珍重，洒去犹能化碧涛”的气概。": "要有“一腔热血勤珍重，洒去犹能化碧涛”的气概。",
        "正所谓“天下大德，莫过于忠”。": "正所谓“天下至德，莫大乎忠”。",
        "这就是“先天下之忧而忧，后天下之乐乐而乐”。": "这就是“先天下之忧而忧，后天下之乐而乐”。",
    },
    good=[
        "“问渠哪得清如许，为有源头活水来”，理论是行动的源头活水。",
        "要以“咬定发展不放松”的韧劲抓项目。",
        "“不谋全局，不足以谋一域。”要跳出一地看一地。",
        "马克思说过：“人们为之奋斗的一切，都同他们的利益有关。”",
        "做到“大道之行，天下为公”，“见贤思齐，见不贤而内自省”。",
        "湖区“一江碧水向东流”的美景重现。",
    ],
)
