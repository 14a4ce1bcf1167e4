/** A text made plain for counting: `from[i]` is where character `i` of `plain` stands in the original. */
export interface PlainWords {
  plain: string;
  from: Int32Array;
  /** Characters of `plain` before this one are the title line; 0 = the text has none. */
  titleEnd: number;
}

const longest = 2400;
const longestTitle = 60;
const shortestBody = 20;

/** Greetings and set phrases at either end say nothing about the matter. */
const greetings =
  /(尊敬的|敬爱的|亲爱的)[^，,。：:！!\s]{0,16}(领导|书记|市长|区长|县长|局长|主任|部门|同志|您好|你好)们?[：:，,！!]?|您好[：:，,！!。]?|你好[：:，,！!。]?|此致|敬礼|谢谢(您|你|领导)?[！!。]?/g;

/** What forms and copying leave: markup, entities and what cannot be seen. */
const markup = /<\/?[a-z][^<>]{0,200}>|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|hellip|mdash|#\d{1,6}|#x[0-9a-f]{1,6});/gi;
const unseen = /\p{Cf}|\p{Variation_Selector}/u;

/** Most characters lie between these, and all of them are seen. */
const firstHan = 0x3001;
const lastHan = 0x9fff;

/** `one-zero`: every run of digits becomes one 0, so that no number of a person is ever learned. `as-written`: they stay. */
export type DigitsAs = 'one-zero' | 'as-written';

/**
 * Full-width letters become half-width, letters small, white space, markup and greetings one blank, what cannot be seen goes. Longer texts keep beginning and end.
 */
export function toPlainWords(text: string, digits: DigitsAs = 'one-zero'): PlainWords {
  const kept = shorten(text.replace(markup, blank).replace(greetings, blank));
  const titleUntil = titleLength(text);
  const out: string[] = [];
  const from: number[] = [];
  let titleEnd = 0;
  let last = ' ';
  for (const at of kept.positions) {
    const code = kept.text.charCodeAt(at);
    if ((code < firstHan || code > lastHan) && unseen.test(kept.text.charAt(at))) continue;
    const character = plainCharacter(code);
    const plain = digits === 'one-zero' && character >= '0' && character <= '9' ? '0' : character;
    if (plain === last && (plain === ' ' || (plain === '0' && digits === 'one-zero'))) continue;
    last = plain;
    out.push(plain);
    from.push(at);
    if (at < titleUntil) titleEnd = out.length;
  }
  return { plain: out.join(''), from: Int32Array.from(from), titleEnd };
}

function blank(found: string): string {
  return ' '.repeat(found.length);
}

function shorten(text: string): { text: string; positions: Iterable<number> } {
  const head = Math.floor((longest * 3) / 4);
  const all = Array.from({ length: Math.min(text.length, longest) }, (_, i) => i);
  if (text.length <= longest) return { text, positions: all };
  return { text, positions: all.map((i) => (i < head ? i : text.length - longest + i)) };
}

/** A message often begins with its title: a short first line, or a short piece before a wide gap. */
function titleLength(text: string): number {
  const start = text.length - text.trimStart().length;
  const gap = /[\n\r\t]|\s{2,}/.exec(text.slice(start, start + longestTitle + 2));
  if (!gap || gap.index < 2) return 0;
  return text.slice(start + gap.index).trim().length >= shortestBody ? start + gap.index : 0;
}

function plainCharacter(code: number): string {
  const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (half <= 0x20 || half === 0x3000 || half === 0xa0) return ' ';
  if (half >= 0x41 && half <= 0x5a) return String.fromCharCode(half + 32);
  return String.fromCharCode(half);
}
