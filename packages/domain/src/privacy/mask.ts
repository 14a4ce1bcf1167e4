// The compound surnames still borne by more than a handful of people; with one of these, two characters stay readable.
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 上官 司马 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 夏侯 轩辕 端木 百里 南宫 闻人 申屠 公冶 宗政 濮阳 淳于 ' +
    '单于 太叔 公羊 赫连 澹台 钟离 鲜于 闾丘 司空 亓官 司寇 子车 颛孙 巫马 公西 乐正 宰父 谷梁 拓跋 夹谷 段干 呼延 东郭 南门 ' +
    '羊舌 西门 第五 独孤 完颜 纳兰 左丘 梁丘'
  ).split(' '),
);

const STAR = '*';

/**
 * A name of which only the surname stays: 张伟 → 张*, 欧阳娜娜 → 欧阳**, Maria Silva → M**** S****.
 * Counts characters as people see them, so a rare character outside the basic plane is one. An empty name stays empty.
 */
export function maskName(name: string): string {
  const text = name.trim();
  const characters = splitCharacters(text);
  const [first, second] = characters;
  if (first === undefined) return '';
  // A single character is all there is to a name: showing it would hide nothing.
  if (second === undefined) return STAR;
  if (!/^\p{Script=Han}/u.test(first)) return maskWords(text);
  const surnameLength = characters.length > 2 && COMPOUND_SURNAMES.has(first + second) ? 2 : 1;
  return characters.map((character, at) => maskCharacter(character, at < surnameLength)).join('');
}

/**
 * Is this a beginning of names that `maskName` leaves readable: a surname, or the first letter? Who reads masked names may look for no longer
 * one, else asking 张, 张三, 张三丰 in turn would read the name out.
 */
export function isShownBeginning(words: string): boolean {
  return words !== '' && maskName(`${words}丁丁`).startsWith(words);
}

/** A telephone number of which the first three and the last four digits stay: 138****1234; shorter ones keep only the end. */
export function maskPhone(phone: string): string {
  const digits = digitsOf(phone);
  if (digits.length >= 11) return `${digits.slice(0, 3)}${STAR.repeat(digits.length - 7)}${digits.slice(-4)}`;
  return keepEnds(digits, { start: 0, end: digits.length >= 7 ? 2 : 0 });
}

/** An identity document's number of which the first and the last character stay: 3****************X. */
export function maskIdNumber(idNumber: string): string {
  const text = idNumber.normalize('NFKC').replace(/\s/g, '');
  return keepEnds(text, splitCharacters(text).length >= 7 ? { start: 1, end: 1 } : { start: 0, end: 0 });
}

/**
 * An address down to the lane or house number, without building entrance and room: 浦城路99弄3号502室 → 浦城路99弄***.
 * Where neither 弄 nor 号 follows a number, all digits go.
 */
export function maskAddress(address: string): string {
  const text = address.trim().normalize('NFKC');
  const number = '[0-9〇零一二三四五六七八九十百千两]+(?:[-之][0-9]+)?';
  const lane = new RegExp(`^.*?${number}[弄巷]`, 'u').exec(text)?.[0];
  const kept = lane ?? new RegExp(`^.*?${number}号`, 'u').exec(text)?.[0];
  if (kept === undefined) return text.replace(/\p{Nd}+/gu, STAR.repeat(3));
  return kept.length === text.length ? kept : `${kept}${STAR.repeat(3)}`;
}

function maskWords(text: string): string {
  return text
    .split(/[\s·•‧・]+/u)
    .map((word) => keepEnds(word, { start: splitCharacters(word).length > 1 ? 1 : 0, end: 0 }))
    .join(' ');
}

function maskCharacter(character: string, isKept: boolean): string {
  if (isKept) return character;
  return /^[\s·•‧・]/u.test(character) ? character : STAR;
}

function keepEnds(text: string, keep: { start: number; end: number }): string {
  const characters = splitCharacters(text);
  return characters
    .map((character, at) => maskCharacter(character, at < keep.start || at >= characters.length - keep.end))
    .join('');
}

function digitsOf(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\P{Nd}/gu, '');
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
}

function splitCharacters(text: string): string[] {
  return [...new Intl.Segmenter('zh-CN', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}
