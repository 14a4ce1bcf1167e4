import type { Random } from './random.ts';

/** Surnames with how many in a hundred and forty carry them, roughly as round Shanghai. */
const surnames =
  '王王王王王王王李李李李李李张张张张张张陈陈陈陈陈刘刘刘刘徐徐徐朱朱朱周周周吴吴吴沈沈沈杨杨杨顾顾陆陆赵赵黄黄孙孙胡胡金金姚姚施施曹唐唐蒋蒋许何郭马高林罗梁宋郑谢韩冯于董萧程袁邓傅彭吕苏卢丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石谭廖邹熊孟秦白江史龚邵万钱严覃武乔贺赖文倪季俞盛诸奚瞿葛费归庄殷乐'.split(
    '',
  );
const firstMale = '建国志文立宏明卫俊海伟永德庆学家振晓嘉浩子宇思承维正启润祖旭锦景恩培守凯克'.split('');
const secondMale = '华明强军平刚峰林根康良民生祥杰辉龙斌飞涛鸣德荣兴昌源超然轩宁铭禹彦涵舟远松毅宸'.split('');
const firstFemale = '秀美丽慧玉雅晓雪静婉佳思梦月春素文淑惠海嘉若诗语钰欣芷书怡倩清彩'.split('');
const secondFemale = '英芳珍兰萍琴娟妹红燕莉敏霞蓉芬琳瑶颖婷雯怡洁菲蕾萱妍彤宁玥岚云琪华'.split('');
/** Combinations that would read as someone known from the news. */
const known = new Set([
  '王建民',
  '李建国',
  '张艺谋',
  '陈思诚',
  '王志文',
  '李嘉欣',
  '陈晓',
  '张海迪',
  '高晓松',
  '王宝强',
  '韩红',
  '杨澜',
  '李宇春',
  '刘晓庆',
  '朱军',
  '李明',
  '李强',
  '陈思宇',
  '林丹',
  '刘翔',
  '姚明',
  '金晶',
  '邓丽君',
  '刘德华',
  '周海媚',
  '李玉刚',
  '张静初',
  '陈慧琳',
  '李丽珍',
  '吴京',
  '孙红雷',
  '陈建斌',
  '袁立',
  '胡军',
  '蒋欣',
  '江文',
  '马伊琍',
  '吴启华',
  '陆毅',
  '陈毅',
  '贺龙',
  '陈云',
  '朱德',
  '叶飞',
  '罗永浩',
  '马化腾',
  '马云',
  '张朝阳',
  '刘强东',
]);

function compose(random: Random): string {
  return composeName(random, { surname: random.pick(surnames), male: random.chance(0.5) });
}

export function pickSurname(random: Random): string {
  return random.pick(surnames);
}

/** A given name behind the surname; the same name may come again, as on any street. */
export function composeName(random: Random, { surname, male }: { surname: string; male: boolean }): string {
  const [first, second] = male ? [firstMale, secondMale] : [firstFemale, secondFemale];
  const last = random.pick(second);
  return random.chance(0.13) ? `${surname}${last}` : `${surname}${random.pick(first)}${last}`;
}

/** Plausible Chinese names, none given twice by the same source. */
export function createNames(random: Random): () => string {
  const given = new Set<string>(known);
  return () => {
    for (let attempt = 0; attempt < 500; attempt++) {
      const name = compose(random);
      const isRepeated = name.length === 3 && name[1] === name[2];
      if (given.has(name) || isRepeated) continue;
      given.add(name);
      return name;
    }
    throw new Error('no names left');
  };
}
