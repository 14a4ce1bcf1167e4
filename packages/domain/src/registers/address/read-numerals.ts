const digitOf: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const unitOf: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Characters a number of an address may be written with. */
export const numeralCharacters = '〇零○一二两三四五六七八九十百千廿卅';

/**
 * A number in Chinese numerals as digits: 二百三十 → 230, 五〇二 → 502, 廿三 → 23, 一百一 → 110. Null for what is not a number
 * (百百, 十〇十) or holds other characters.
 */
export function readNumerals(text: string): string | null {
  const plain = text.replaceAll('廿', '二十').replaceAll('卅', '三十');
  const characters = [...plain];
  if (characters.length === 0) return null;
  if (characters.every((character) => digitOf[character] !== undefined)) {
    return characters.map((character) => String(digitOf[character])).join('');
  }
  return readPlaces(characters);
}

function readPlaces(characters: readonly string[]): string | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  let isAfterZero = false;
  for (const [at, character] of characters.entries()) {
    const unit = unitOf[character];
    const value = digitOf[character];
    if (unit !== undefined) {
      // 十五 begins without its one; no other unit may.
      const isBareTen = digit === null && unit === 10 && at === 0;
      if (unit >= lastUnit || (digit === null && !isBareTen) || digit === 0) return null;
      total += (digit ?? 1) * unit;
      [digit, lastUnit, isAfterZero] = [null, unit, false];
    } else if (value === undefined || digit !== null) {
      return null;
    } else if (value === 0) {
      if (isAfterZero) return null;
      isAfterZero = true;
    } else {
      digit = value;
    }
  }
  if (digit === null) return String(total);
  // 一百一 is said for 一百一十.
  return String(total + (lastUnit >= 100 && lastUnit < 10_000 && !isAfterZero ? (digit * lastUnit) / 10 : digit));
}
