"""Characters that spell foreign and minority names, to tell the dot inside such a name from a full stop."""

from __future__ import annotations

SYLLABLES = (
    "阿埃艾安奥巴白班邦保鲍贝本比彼宾波伯勃博布采查达戴丹当道德登邓迪蒂丁东杜顿多厄恩尔法凡范菲费芬丰弗福富盖甘冈高戈格葛根贡古瓜哈海汉"
    "豪赫黑亨洪侯胡华怀惠霍基吉加贾简江杰金津卡凯坎康考柯科克肯孔库奎昆拉莱兰朗劳勒雷蕾黎里理利莉列林琳龙隆卢鲁露路伦罗洛吕玛麦马迈曼"
    "毛梅门蒙米密明莫墨默姆穆那纳娜南内尼涅宁纽努诺欧帕潘庞培佩彭皮平珀普齐奇恰强乔切琼丘茹让热仁日荣瑞若萨赛三桑森沙莎山珊尚绍舍申圣"
    "施史士舒斯丝司苏所索塔台泰坦汤唐特腾提廷通图托脱瓦万汪旺威韦维魏温沃乌吾武西希锡夏香肖歇谢辛欣兴休修许雅亚延杨耶叶伊依意因英永尤"
    "都赖吐孜木合约扎詹泽曾张哲珍郑芝佐祖卓翰孙买昂爱"
)
"""Characters usual in transliterated names, to stand in the brackets of a regex."""
