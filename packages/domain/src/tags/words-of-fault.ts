import { type SubjectNoun, subjectNouns } from '../registers/register-field.ts';
import { findRegisterField } from '../registers/register-fields.ts';

type Words = { readonly zh: string; readonly en: string };
type Saying = readonly [pattern: RegExp, zh: string, en: string];

/** Faults of conditions and rules, as CEL and our own readers name them; $1 and $2 are what was written. The first that fits is said. */
const sayings: readonly Saying[] = [
  [/^Unexpected token: EOF$/, '没有写完，末尾还缺内容', 'It breaks off: something is missing at the end'],
  [
    /^Unexpected token: (\S+)$/,
    '符号用错了地方，请检查括号、引号和连接词',
    'A sign stands in the wrong place: check brackets, quotes and joining signs',
  ],
  [
    /^Expected (\S+), got EOF$/,
    '没有写完，末尾还缺括号或引号',
    'It breaks off: a bracket or quote is missing at the end',
  ],
  [
    /^Expected (\S+), got (\S+)$/,
    '符号用错了地方，请检查括号、引号和连接词',
    'A sign stands in the wrong place: check brackets, quotes and joining signs',
  ],
  [
    /^Unexpected character: (\S+)$/,
    '“$1”不能用在这里，标点请用半角',
    '“$1” cannot be used here; punctuation has to be half-width',
  ],
  [/^Unterminated |^Newlines not allowed/, '文字缺少后引号', 'A text has no closing quote'],
  [/^Invalid (?:number|exponent)/, '数字写法不对', 'A number is not written right'],
  [/^Reserved identifier: (\S+)$/, '“$1”不能用作名称', '“$1” cannot be used as a name'],
  [/^Exceeded /, '条件太长或嵌套太深，请拆开写', 'It is too long or too deep: split it'],
  [/^No such key: (\S+)$/, '登记册里没有“$1”这一项', 'The registers have no “$1”'],
  [/^Unknown variable: (\S+)$/, '没有“$1”这个名称', 'There is no “$1”'],
  [/^(?:there is no field|the registers have no) (\S+)$/, '登记册里没有“$1”这一项', 'The registers have no “$1”'],
  [/^(\S+) is sealed$/, '“$1”是加密信息，不能作条件', '“$1” is sealed and cannot be asked for'],
  [/^(\S+) has no (.+)$/, '“$1”没有“$2”这个选项', '“$1” has no choice “$2”'],
  [/^(\S+) is true or false$/, '“$1”只能写 true 或 false', '“$1” is true or false'],
  [/^(\S+) is a number$/, '“$1”要和数字比较', '“$1” is compared with a number'],
  [
    /^(\S+) (?:is a day|is compared with a day)$/,
    '“$1”要和日期比较，如 "2026-01-31"',
    '“$1” is compared with a day such as "2026-01-31"',
  ],
  [/^kind equals a text$/, '种类要和引号里的文字相等', 'The kind equals a text in quotes'],
  [/^(\S+) equals a text$/, '“$1”要和引号里的文字相等', '“$1” equals a text in quotes'],
  [/^age is compared with a number$/, '年龄要和数字比较', 'Age is compared with a number'],
  [/^only people have an age$/, '只有人员才有年龄', 'Only people have an age'],
  [/^a tag is named by its code$/, '标签要写代码，并加引号', 'A tag is named by its code, in quotes'],
  [
    /list is expected after in|“in” needs a list/,
    'in 后面要写方括号列表，如 ["1", "2"]',
    'After “in” comes a list such as ["1", "2"]',
  ],
  [/^daysSince|^daysUntil/, 'daysSince、daysUntil 的括号里要写日期字段', 'daysSince and daysUntil take a date field'],
  [
    /^(?:unknown function |found no matching overload for ['‘]?|(?=has\(\) invalid))(\w+)/,
    '没有“$1”这个函数，或用法不对',
    'There is no function “$1”, or it is used wrongly',
  ],
  [
    /overload: (\S+) (\S+) (\S+)$/,
    '“$2”两边不是同一类内容（数字、文字、是否）',
    'The two sides of “$2” are not of one kind (number, text, true or false)',
  ],
  [
    /overload/,
    '两边不是同一类内容（数字、文字、是否）',
    'The two sides are not of one kind (number, text, true or false)',
  ],
  [
    /^Expected bool/,
    '还不是一个条件，请写成比较，如 age >= 80',
    'That is no condition yet: write a comparison such as age >= 80',
  ],
  [/^only numbers have a sign$/, '只有数字才能带负号', 'Only numbers have a sign'],
  [
    /^a field is expected|^a field is written|^compare a field|^not possible here: value$|^“value” cannot|^a condition needs a comparison/,
    '比较的左边要写字段，如 age 或 field.字段代码',
    'A comparison begins with a field, such as age or field.code',
  ],
  [
    /^(?:a value is expected|a text, number|compare with a text)/,
    '比较的右边要写数字、加引号的文字、true 或 false',
    'A comparison ends with a number, a text in quotes, true or false',
  ],
  [/^(\w+)\(\) is no condition$/, '“$1()”不能单独作条件', '“$1()” is no condition by itself'],
  [
    /^not possible here: (?!value$)(.+)$|^“(?!value”)(.+)” cannot be used in a rule$/,
    '“$1$2”不能用在这里',
    '“$1$2” cannot be used here',
  ],
];
const otherwise: Words = {
  zh: '读不懂，请检查拼写、引号和括号',
  en: 'It cannot be read: check spelling, quotes and brackets',
};

/** Why a condition or a rule cannot be read, as a person says it in both languages; fields by their names. */
export function wordsOfFault(error: string): Words {
  for (const [pattern, zh, en] of sayings) {
    const found = pattern.exec(error);
    if (found) return { zh: filled(zh, found, 'zh'), en: filled(en, found, 'en') };
  }
  return otherwise;
}

function filled(words: string, found: RegExpExecArray, language: keyof Words): string {
  return words.replace(/\$([12])/g, (_, at: string) => nameOf((found[Number(at)] ?? '').slice(0, 80), language));
}

/** A field of the whitelist by its label; everything else as it was written. */
function nameOf(written: string, language: keyof Words): string {
  const [code, noun = null] = written.split('.', 2).reverse();
  const nouns: readonly SubjectNoun[] = subjectNouns.filter((each) => noun === null || each === noun);
  const field = nouns.map((each) => findRegisterField(each, code ?? '')).find((each) => each !== undefined);
  return field
    ? (field.label[language] ?? field.label.zh)
    : written.replace(/^choice “(.*)”$/, '$1').replace(/^(?:person|household|home|entity|asset)\./, '');
}
