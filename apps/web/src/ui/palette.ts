/** One set of colours. Every `…` on its ground reaches 4.5 : 1 (checked by palette.test.ts). */
export type Palette = Readonly<
  Record<
    | 'ink'
    | 'inkSoft'
    | 'paper'
    | 'surface'
    | 'line'
    | 'lineStrong'
    | 'action'
    | 'onAction'
    | 'actionSoft'
    | 'brand'
    | 'onBrand'
    | 'good'
    | 'goodSoft'
    | 'caution'
    | 'cautionSoft'
    | 'bad'
    | 'badSoft',
    string
  >
>;

/** Office always; phones by day. */
export const LIGHT: Palette = {
  ink: '#1b2430',
  inkSoft: '#525b66',
  paper: '#fbfaf7',
  surface: '#ffffff',
  line: '#e4e1da',
  lineStrong: '#827d72',
  action: '#1f5fa8',
  onAction: '#ffffff',
  actionSoft: '#e7f0f9',
  brand: '#c43e2b',
  onBrand: '#ffffff',
  good: '#26704f',
  goodSoft: '#e6f2ec',
  caution: '#8a5a00',
  cautionSoft: '#fbf1dc',
  bad: '#b3261e',
  badSoft: '#fbe9e7',
};

/** Screen always; phones where the system asks for dark. */
export const DARK: Palette = {
  ink: '#edeff2',
  inkSoft: '#a9b4bf',
  paper: '#10161e',
  surface: '#18212b',
  line: '#2c3742',
  lineStrong: '#75818d',
  action: '#7db3f0',
  onAction: '#0c1621',
  actionSoft: '#1b3148',
  brand: '#f0806e',
  onBrand: '#1d0b08',
  good: '#6cc79b',
  goodSoft: '#16352a',
  caution: '#e5b45a',
  cautionSoft: '#3a2d12',
  bad: '#f28b82',
  badSoft: '#431f1c',
};
