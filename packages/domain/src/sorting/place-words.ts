/** What a name of a place, estate or organisation ends with; longer ones first. */
const endings =
  '花园小区|新村|新城|小区|社区|家园|花园|公馆|公寓|大厦|广场|山庄|别墅|嘉园|华府|雅苑|名苑|名邸|豪庭|国际|苑|庭|城|府|湾|园|弄|' +
  '高速|大道|公路|路|街|巷|桥|镇|乡|街道|村|' +
  '中学|小学|大学|学院|学校|幼儿园|医院|公园|水库|' +
  '地铁站|公交站|车站|站|公司|集团|酒店|宾馆|超市|市场|商场|银行|工地|厂';
const ending = new RegExp(endings, 'g');
/** These end the names of what stands at many places: alone they do not say where. */
const anywhere = /(?:站|公司|集团|酒店|宾馆|超市|市场|商场|银行|工地|厂)$/;
/** Endings that are words of their own: alone or after these they name nothing. */
const noName =
  /^(附近|旁边|我们|我市|我区|我县|本市|全市|全区|这个|那个|该|一个|两个|各|每个|整个|某|几个|多个|所有|部分|有关|相关|所在|隔壁|周边|其他|别的|同一|居民|业主|开发|房地产|物业|农|新建|乡|进|出|在|住|上|下|大|小|老|旧|建|学|商|门|马|铁|道|线|断头|高速|人行|盲|小学|中学|幼儿)+$/;
/** A name begins after one of these at the latest. */
const border =
  /[^\p{Script=Han}a-z0-9]|[省市区县]|的|了|是|在|于|和|与|及|对|有|我|你|他|们|从|到|给|为|请|问|被|把|将|向|就|也|都|又|不|没|个|这|那|位于|关于|投诉|举报|反映|咨询|建议|要求|附近|旁边|对面|紧邻|靠近|距离|门口|旁|侧面|周边|希望|增加|开通|延长|什么|如何|何时|怎么|能否|为何|为什么|办理|安排|修建|新建|违建|大型|每天|街道|镇(?=.)/gu;
const longestName = 6;
const shortestName = 2;

/** Does the name say where? An estate, a road or a school does, a company or a station need not. */
export function isPlaceName(name: string): boolean {
  return !anywhere.test(name);
}

/** Where names could stand in a plain text: everything that ends like one, with each beginning that may be meant. */
function candidatesIn(plain: string): { end: number; ending: number; first: number }[] {
  const found: { end: number; ending: number; first: number }[] = [];
  ending.lastIndex = 0;
  for (const match of plain.matchAll(ending)) {
    const at = match.index;
    const before = plain.slice(Math.max(0, at - longestName), at);
    let first = at - before.length;
    for (const wall of before.matchAll(border))
      first = Math.max(first, at - before.length + wall.index + wall[0].length);
    if (at - first >= shortestName) found.push({ end: at + match[0].length, ending: at, first });
  }
  return found;
}

/**
 * Names of places, estates and organisations that several texts use, found without a list of them. Where a name begins is learned from
 * the texts: of all beginnings the longest that most of them share. Texts are plain (`toPlainWords`).
 */
export function learnPlaceNames(texts: readonly string[]): Set<string> {
  const seen = new Map<string, number>();
  for (const text of texts) {
    const own = new Set<string>();
    for (const { end, ending: at, first } of candidatesIn(text))
      for (let from = first; at - from >= shortestName; from++) own.add(text.slice(from, end));
    for (const name of own) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const names = new Set<string>();
  for (const text of texts)
    for (const { end, ending: at, first } of candidatesIn(text)) {
      const shortest = text.slice(at - shortestName, end);
      const all = seen.get(shortest) ?? 0;
      if (all < 2) continue;
      for (let from = first; at - from >= shortestName; from++) {
        const name = text.slice(from, end);
        if ((seen.get(name) ?? 0) * 2 < all) continue;
        if (!noName.test(text.slice(from, at))) names.add(name);
        break;
      }
    }
  return names;
}

/** What may follow a name without making it another one. */
const sameName = /(?:花园小区|小区|社区|楼盘|工地)$/;

/** One name for 丽发新城 and 丽发新城小区, where both are known. */
function shortName(name: string, names: ReadonlySet<string>): string {
  const short = name.replace(sameName, '');
  return names.has(short) ? short : name;
}

/** A name and where it stands. */
export interface FoundName {
  name: string;
  at: number;
  end: number;
}

/** Finds known names in plain texts: the longest at each place, in its shortest form. */
export function createNameFinder(names: ReadonlySet<string>): (plain: string) => FoundName[] {
  const byStart = new Map<string, string[]>();
  for (const name of names) {
    const key = name.slice(0, 2);
    const list = byStart.get(key);
    if (list) list.push(name);
    else byStart.set(key, [name]);
  }
  for (const list of byStart.values()) list.sort((a, b) => b.length - a.length);
  return (plain) => {
    const found: FoundName[] = [];
    for (let at = 0; at < plain.length - 1; ) {
      const name = byStart.get(plain.slice(at, at + 2))?.find((one) => plain.startsWith(one, at));
      if (name) found.push({ name: shortName(name, names), at, end: at + name.length });
      at += name ? name.length : 1;
    }
    return found;
  };
}
