/** What a name of a place, estate or organisation ends with; longer ones first. */
const endings =
  '花园小区|新村|新城|小区|社区|家园|花园|公馆|公寓|大厦|广场|山庄|别墅|嘉园|华府|雅苑|名苑|名邸|豪庭|国际|苑|庭|城|府|湾|园|弄|' +
  '高速|大道|公路|路|街|巷|桥|镇|乡|街道|村|' +
  '中学|小学|大学|学院|学校|幼儿园|医院|公园|水库|' +
  '地铁站|公交站|车站|站|公司|集团|酒店|宾馆|超市|市场|商场|银行|工地|厂';
const ending = new RegExp(endings, 'g');
/** Before these stands a place, whatever it ends with. */
const beside = /附近|旁边|周边|对面|紧邻|门口|业主|住户|居民/g;
/** After these too: codes of districts as public data sets anonymise them. */
const districtCode = /[a-z]\d{1,2}[区县市]/g;
/** These end the names of what stands at many places: alone they do not say where. */
const anywhere = /(?:站|公司|集团|酒店|宾馆|超市|市场|商场|银行|工地|厂)$/;
/** Endings that are words of their own: alone or after these they name nothing. */
const noName =
  /^(附近|旁边|我们|我市|我区|我县|本市|全市|全区|这个|那个|该|一个|两个|各|每个|整个|某|几个|多个|所有|部分|有关|相关|所在|隔壁|周边|其他|别的|同一|居民|业主|开发|房地产|物业|农|新建|乡|进|出|在|住|上|下|大|小|老|旧|建|学|商|门|马|铁|道|线|断头|高速|人行|盲|小学|中学|幼儿|政|[一二三四五六七八九十\d]+期|\d+|配套|公办|普惠|健身|整条|那条|这条|县|市|省|单元|栋|号|楼|建筑|垃圾|污水|交通|公交|加油|收费|搅拌|变电|基|发射|中转|回收|工业|商业|住宅|沿|多|校|家|地铁|高铁|火车|汽车|客运)+$/;
/** Behind a road what is of it: 昌邑路路灯 is a lamp of 昌邑路. */
const roadThing = /^[路道街巷弄]路[灯面口边段人况]/;
/** A name that begins so is the rest of a longer one: 路写字楼广场. */
const cutOff = /^[路街巷弄]/;
/** A name begins after one of these at the latest. */
const border =
  /[^\p{Script=Han}a-z0-9]|[省市区县]|的|了|是|在|于|和|与|及|对|有|我|你|他|们|从|到|给|为|请|问|被|把|将|向|就|也|都|又|不|没|个|这|那|位于|关于|投诉|举报|反映|发现|走访|查见|天起|咨询|建议|要求|影响|整个|附近|旁边|对面|紧邻|靠近|距离|门口|旁|侧面|周边|希望|增加|开通|延长|什么|如何|何时|怎么|能否|为何|为什么|办理|安排|修建|新建|违建|大型|每天|街道|镇(?=.)/gu;
/** Behind a code of a district names are longer and hold characters that end others elsewhere: 桂都社区, 和丰. */
const borderAfterCode =
  /[^\p{Script=Han}a-z0-9]|的|了|是|在|有|我|被|把|一楼|楼下|附近|旁边|对面|紧邻|靠近|门口|周边|侧面|违|建设|修建|新建|什么|如何|何时|怎么|能否|为何|小区|社区/gu;
const longestName = 6;
const shortestName = 2;
const longestAfterCode = 8;

/** Does the name say where? An estate, a road or a school does, a company or a station need not. */
export function isPlaceName(name: string): boolean {
  return !anywhere.test(name);
}

/** A road through half a town says little of where, but never what about. */
export function isRoad(name: string): boolean {
  return /(?:路|大道|街|巷|弄|高速)$/.test(name);
}

interface Candidate {
  end: number;
  ending: number;
  first: number;
}

/** Where names could stand in a plain text: everything that ends like one or stands where one does, with each beginning that may be meant. */
function candidatesIn(plain: string): Candidate[] {
  const found: Candidate[] = [];
  const take = (at: number, end: number) => {
    const before = plain.slice(Math.max(0, at - longestName), at);
    let first = at - before.length;
    for (const wall of before.matchAll(border))
      first = Math.max(first, at - before.length + wall.index + wall[0].length);
    if (at - first >= shortestName) found.push({ end, ending: at, first });
  };
  for (const { 0: word, index } of plain.matchAll(ending))
    if (!(word === '路' && roadThing.test(plain.slice(index - 1, index + 2)))) take(index, index + word.length);
  // 灯光比旁边暗 compares.
  for (const { index } of plain.matchAll(beside)) if (plain[index - 1] !== '比') take(index, index);
  return found;
}

/** What stands after codes of districts: where it ends is learned, and that it stands in one district only. */
function namesAfterCodes(texts: readonly string[]): Set<string> {
  const districts = new Map<string, Map<string, number>>();
  const runs = texts.flatMap((text) =>
    [...text.matchAll(districtCode)].flatMap(({ 0: code, index }) => {
      const after = text.slice(index + code.length, index + code.length + longestAfterCode);
      const wall = [...after.matchAll(borderAfterCode)].find((one) => one.index >= shortestName);
      const run = after.slice(0, wall?.index);
      return run.length >= shortestName ? [{ code, run }] : [];
    }),
  );
  for (const { code, run } of runs)
    for (let end = shortestName; end <= run.length; end++) {
      const counts = districts.get(run.slice(0, end)) ?? new Map<string, number>();
      counts.set(code, (counts.get(code) ?? 0) + 1);
      districts.set(run.slice(0, end), counts);
    }
  const names = new Set<string>();
  for (const { code, run } of runs) {
    const here = (end: number) => districts.get(run.slice(0, end))?.get(code) ?? 0;
    let end = shortestName;
    while (end < run.length && here(end + 1) * 2 > here(shortestName)) end++;
    const name = run.slice(0, end);
    const all = [...(districts.get(name)?.values() ?? [])].reduce((sum, n) => sum + n, 0);
    if (here(end) >= 2 && here(end) * 10 >= all * 7 && !noName.test(name)) names.add(name);
  }
  return names;
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
  const names = namesAfterCodes(texts);
  for (const text of texts)
    for (const { end, ending: at, first } of candidatesIn(text)) {
      const shortest = text.slice(at - shortestName, end);
      const all = seen.get(shortest) ?? 0;
      if (all < 2) continue;
      for (let from = first; at - from >= shortestName; from++) {
        const name = text.slice(from, end);
        if ((seen.get(name) ?? 0) * 2 < all) continue;
        if (!noName.test(text.slice(from, at)) && !cutOff.test(name)) names.add(name);
        break;
      }
    }
  return names;
}

/** What may follow a name without making it another one. */
const sameName = /(?:花园小区|小区|社区|楼盘|工地)$/;
/** A part of a place, which does not make it another one either. */
const part = /(?:[一二三四五六七八九十\d]+期|\d+[栋号幢].*|[东南西北]门)+(?:小区|社区)?$/;

/** One name for 丽发新城, 丽发新城小区 and 丽发新城三期, where the first is known. */
function shortName(name: string, names: ReadonlySet<string>): string {
  const whole = name.replace(part, '');
  const kept = whole.length >= shortestName ? whole : name;
  const short = kept.replace(sameName, '');
  return names.has(short) ? short : kept;
}

/** A name and where it stands. */
export interface FoundName {
  name: string;
  at: number;
  end: number;
}

/** Finds known names in plain texts: the longest place there, else the longest name, in its shortest form. */
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
      const here = byStart.get(plain.slice(at, at + 2))?.filter((one) => plain.startsWith(one, at)) ?? [];
      // 恒信新城 says more of where than 恒信新城搅拌站.
      const name = here.find(isPlaceName) ?? here[0];
      if (name) found.push({ name: shortName(name, names), at, end: at + name.length });
      at += name ? name.length : 1;
    }
    return found;
  };
}
