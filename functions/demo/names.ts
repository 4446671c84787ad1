import type { Random } from './random'

/** Surnames in about their frequency; given names put together from two lists, so that nobody real is meant. */
const surnames = [...'李李李王王王张张张刘刘陈陈杨杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤蒲苟母']
const first = [...'子雨思梓欣浩宇俊嘉若诗语昕昊泽奕佳静雅可心一明文晓春秋映书知云清远景润沐安承乐星月海青禾芷']
const second = [...'涵轩怡辰琪妍睿航瑶宁哲悦彤阳萱然霖岚瑞希铭凡颖川桐韬曦蓉楠帆琳杰禾菲远棠原溪庭晴舟笛舒莹']

/** Names that well-known people carry, should the lists ever meet one. */
const known = new Set(['张子枫', '王子文', '王一宁', '杨子姗', '李宇轩', '陈思诚', '高晓松', '马思纯', '刘诗诗', '王俊凯', '张一山', '周星驰', '李子柒', '张若昀', '胡一天', '黄子韬', '陈子涵', '刘昊然', '宋佳', '韩雨桐', '彭昱畅', '杨浩宇'])

/** Invented full names of three characters, none of them twice. */
export const namesFrom = (random: Random): (() => string) => {
  const taken = new Set(known)
  return () => {
    for (;;) {
      const [one, two] = [random.pick(first), random.pick(second)]
      const name = `${random.pick(surnames)}${one}${two}`
      if (one === two || taken.has(name)) continue
      taken.add(name)
      return name
    }
  }
}

/** What a name may be made of: for whoever wants to check that it is invented. */
export const nameParts = { surnames, first, second, known }
