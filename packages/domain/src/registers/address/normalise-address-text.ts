import { shortSuffixes } from './address-words.ts';
import { numeralCharacters, readNumerals } from './read-numerals.ts';

const numerals = `[${numeralCharacters}]+`;
const designator = '支?弄|号|室|幢|栋|座|单元|层(?!阁(?!楼))|楼';
const numeralBeforeWord = new RegExp(`${numerals}(?=[${shortSuffixes}A-Z]?(?:${designator}))`, 'gu');
const numeralBetween = new RegExp(`(?<=[弄号幢栋座层楼-]|单元)${numerals}(?=-|$)`, 'gu');
const labels = /^(?:家庭|现|户籍|居住|联系)?(?:住址|地址|住在|住)[::]?/u;
const variants: Record<string, string> = {
  號: '号',
  樓: '楼',
  單: '单',
  棟: '栋',
  衖: '弄',
  層: '层',
  閣: '阁',
  竈: '灶',
};

/**
 * The text without its ways of writing: half width, capitals, one dash, '#' as 号, numbers as digits, no spaces (between two numbers a
 * dash). What stood in brackets comes apart in `aside`.
 */
export function normaliseAddressText(text: string): { main: string; aside: string[] } {
  const aside: string[] = [];
  const plain = text
    .normalize('NFKC')
    .replace(/[號樓單棟衖層閣竈]/gu, (character) => variants[character] ?? character)
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/[\p{Pd}−~～_/\\]/gu, '-')
    .replace(/[(〔【[{〈《「]([^)〕】\]}〉》」]*)[)〕】\]}〉》」]/gu, (_, inside: string) => {
      aside.push(tidy(inside));
      return ' ';
    });
  return { main: tidy(plain), aside: aside.filter((piece) => piece !== '') };
}

function tidy(text: string): string {
  const joined = text
    .toUpperCase()
    .replaceAll('#', '号')
    .replace(/(?<=\d)[\s,.、;。·]+(?=\d)/gu, '-')
    .replace(/[\s,.、;。·'"“”‘’!?！？]/gu, '')
    .replace(labels, '')
    .replace(/号号+/gu, '号')
    .replace(numeralBeforeWord, (written) => readNumerals(written) ?? written);
  return joined
    .replace(numeralBetween, (written) => readNumerals(written) ?? written)
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}
