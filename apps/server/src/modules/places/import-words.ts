import { type Language, wordsFor } from '@linli/contract';

type Words = { zh: string; en: string };
type Params = Record<string, string | number>;

/** What is wrong with a row of an import, for the person who must mend the file. */
const problemWords = {
  'file-empty': { zh: '文件是空的', en: 'The file is empty' },
  'file-unreadable': {
    zh: '文件读不出来：引号没有配对（{reason}）',
    en: 'The file cannot be read: a quote is never closed ({reason})',
  },
  'file-not-json': { zh: '文件不是完整的 JSON', en: 'The file is not complete JSON' },
  'file-not-features': {
    zh: '文件不是 GeoJSON 要素集（type 是“{type}”）',
    en: 'The file is not a GeoJSON FeatureCollection (its type is “{type}”)',
  },
  'column-missing': { zh: '表头缺少“{column}”这一列', en: 'The header lacks the column “{column}”' },
  'cells-wrong': {
    zh: '这一行有{found}格，表头是{expected}格',
    en: 'This row has {found} cells, the header {expected}',
  },
  'name-missing': { zh: '没有名称', en: 'The name is missing' },
  'name-too-long': { zh: '名称超过{max}个字', en: 'The name is longer than {max} characters' },
  'name-unreadable': { zh: '名称是乱码，请把文件另存为 UTF-8', en: 'The name is garbled: save the file as UTF-8' },
  'code-missing': { zh: '没有编码', en: 'The code is missing' },
  'code-bad': { zh: '编码“{value}”不对：{reason}', en: 'The code “{value}” is not one: {reason}' },
  'code-spoilt': {
    zh: '编码“{value}”被表格软件改成了科学计数，请把该列设为文本后重新导出',
    en: 'A spreadsheet turned the code into “{value}”: format the column as text and export again',
  },
  'code-contradicts': {
    zh: '两列编码不一致：“{value}”与“{other}”',
    en: 'Two code columns disagree: “{value}” and “{other}”',
  },
  'code-duplicate': {
    zh: '编码“{value}”在第{firstLine}条已出现',
    en: 'The code “{value}” is already on line {firstLine}',
  },
  'code-retired': {
    zh: '编码“{value}”已停用，不能再用',
    en: 'The code “{value}” has been retired and is never used again',
  },
  'parent-missing': { zh: '没有写上级编码，按位置也找不到上级', en: 'No parent is named, and none is found by place' },
  'parent-unknown': {
    zh: '上级“{parent}”不在文件里，也不在系统里',
    en: 'The parent “{parent}” is neither in the file nor known',
  },
  'parent-refused': {
    zh: '上级“{parent}”那一行有问题，先改那一行',
    en: 'The row of the parent “{parent}” has a problem; correct that first',
  },
  'parent-contradicts': {
    zh: '上级“{parent}”与编码“{value}”对不上',
    en: 'The parent “{parent}” is not the one the code “{value}” says',
  },
  'parent-differs': {
    zh: '系统里这块区域属于“{parent}”，导入不会移动它',
    en: 'This area belongs to “{parent}”; an import does not move it',
  },
  'level-bad': { zh: '层级“{value}”不对，应是 1 到 5', en: 'The level “{value}” is not 1 to 5' },
  'level-wrong': {
    zh: '层级是{level}，按上级应是{expected}',
    en: 'The level is {level}; by its parent it should be {expected}',
  },
  'level-not-kept': {
    zh: '区县及以上不入库：一个街道就是一个站点',
    en: 'Districts and above are not kept: one street is one site',
  },
  'grid-needed': {
    zh: '本街道的居民区设在网格下，请用名单导入并写明网格',
    en: 'This street keeps its committees under grids: import them as a list that names the grid',
  },
  'population-year-bad': {
    zh: '人口年份“{value}”不是四位年份',
    en: 'The year of the population “{value}” is not a year',
  },
  'population-bad': { zh: '人口“{value}”不是整数', en: 'The population “{value}” is not a whole number' },
  'date-before': { zh: '生效日不能早于{min}', en: 'It cannot take effect before {min}' },
  'not-your-area': { zh: '不在您可以编辑的区域内', en: 'Outside the area you may edit' },
  'crs-unknown': { zh: '不认识的坐标系“{value}”', en: 'The coordinate system “{value}” is not known' },
  'geometry-missing': { zh: '没有图形', en: 'The shape is missing' },
  'geometry-not-area': { zh: '图形是“{type}”，不是面', en: 'The shape is a “{type}”, not a polygon' },
  'coordinates-projected': {
    zh: '坐标是米（x {x}，y {y}），请先换成经纬度',
    en: 'The coordinates are metres (x {x}, y {y}): convert them to degrees first',
  },
  'coordinates-swapped': { zh: '经度和纬度写反了', en: 'Latitude and longitude are swapped' },
  'coordinates-outside-china': {
    zh: '坐标不在中国（x {x}，y {y}）',
    en: 'The coordinates are not in China (x {x}, y {y})',
  },
  'coordinates-not-numbers': { zh: '坐标里有不是数字的内容', en: 'Some coordinates are not numbers' },
  'ring-too-few-points': { zh: '边界至少要有三个点', en: 'A ring needs three corners at least' },
  'ring-not-closed': { zh: '边界没有闭合', en: 'A ring is not closed' },
  'ring-out-of-range': { zh: '边界超出经纬度范围', en: 'A ring leaves the range of degrees' },
  'ring-self-intersection': { zh: '边界自己相交（经度{lng}，纬度{lat}）', en: 'A ring crosses itself at {lng}, {lat}' },
  'ring-no-area': { zh: '边界围不出面积', en: 'A ring encloses no area' },
  'ring-hole-outside': { zh: '洞在边界外面', en: 'A hole lies outside its ring' },
} as const satisfies Record<string, Words>;
export type ImportProblemCode = keyof typeof problemWords;

/** Reasons that stand inside another sentence. */
const reasonWords: Readonly<Record<string, Words>> = {
  'not-digits': { zh: '应全是数字', en: 'it must be all digits' },
  'wrong-length': { zh: '位数不对', en: 'it has the wrong number of digits' },
  'unknown-province': { zh: '没有这个省', en: 'there is no such province' },
  'segment-missing': { zh: '中间有一段是零', en: 'a segment in the middle is zero' },
  signs: { zh: '含有编码里不能用的符号', en: 'it holds signs that no code has' },
};

export interface RowProblem {
  line: number;
  code: ImportProblemCode;
  params: Params;
}

/** A problem in the reader's words. */
export function importProblemWords(problem: RowProblem, language: Language): string {
  const reason = reasonWords[String(problem.params.reason)];
  const params = reason ? { ...problem.params, reason: wordsFor(reason, language, {}) } : problem.params;
  return wordsFor(problemWords[problem.code], language, params);
}
