"""Characters that are typed for one another in names of persons and organs: alike in sound or in shape."""

from __future__ import annotations

from functools import cache

_GROUPS = (
    "建健剑键 伟玮炜纬 军君钧均 华桦骅 明铭鸣 志智致治 晓小筱 丽莉俐 红宏洪鸿 "
    "永勇咏泳 涛滔韬 杰洁捷 辉晖徽 峰锋枫 平萍苹 云芸耘 文雯纹 玉钰育 "
    "新欣鑫馨 林琳霖麟 清青卿 兰岚蓝 燕艳雁 静婧靖敬 宇雨羽禹 生升胜 成诚承程 "
    "斌彬宾 波博勃 浩皓昊灏 哲喆 琪琦祺奇 瑞睿锐 佳嘉家加 凯恺 阳洋扬杨 "
    "章张彰 徐许 付傅 肖萧 闫阎 邱丘 江姜 余于俞 何贺 范樊 沈申 芳方 国郭 "
    "春椿 秀绣 梅媚 娟鹃 珍贞真 祥翔详 东冬 刚钢 龙隆 荣容蓉 莹颖盈 慧惠会 "
    "珊姗 蕾磊 立利力 震振镇 光广 义毅艺 忠中仲 正政证 局居具句 厅听 委萎 "
    "院苑 署暑 民名 财材 税锐 境竟镜 保宝 障章 务物 教较 管官 督都 农侬 "
    "审申 信讯 访防 改该 和与及 察查 统通 商伤 康庚 住往 侨桥 档挡 源原 "
    "市示 科课 技计"
)


@cache
def _group_of() -> dict[str, frozenset[str]]:
    """For each character those that it is typed for, itself among them."""
    found: dict[str, frozenset[str]] = {}
    for group in _GROUPS.split():
        for char in group:
            found[char] = found.get(char, frozenset()) | frozenset(group)
    return found


def alike(one: str, other: str) -> bool:
    """Whether the two characters differ and are typed for one another."""
    return one != other and other in _group_of().get(one, frozenset())


def one_slip(one: str, other: str) -> int:
    """Where two words of one length differ by a single character that looks or sounds alike; -1 where they do not."""
    if len(one) != len(other):
        return -1
    unlike = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return unlike[0] if len(unlike) == 1 and alike(one[unlike[0]], other[unlike[0]]) else -1
