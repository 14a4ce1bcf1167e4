import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, type Palette } from './palette.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function luminance(hex: string): number {
  const linear = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = linear;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colours declared by the n-th block that declares `--ink`. */
function declared(block: number): Record<string, string> {
  const body = css.split('--ink:')[block + 1]?.split('}')[0] ?? '';
  const pairs = [...`--ink:${body}`.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', value = '']) => [name.replace(/-(\w)/g, (_, c: string) => c.toUpperCase()), value]),
  );
}

const TEXT_PAIRS: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ...(['paper', 'surface'] as const).flatMap((ground) =>
    (['ink', 'inkSoft', 'action', 'brand', 'good', 'caution', 'bad'] as const).map((text) => [text, ground] as const),
  ),
  ['onAction', 'action'],
  ['onBrand', 'brand'],
  ['action', 'actionSoft'],
  ['good', 'goodSoft'],
  ['caution', 'cautionSoft'],
  ['bad', 'badSoft'],
  ['ink', 'actionSoft'],
  ['ink', 'badSoft'],
];

describe('palette', () => {
  it('is what tokens.css declares, in each of its three places', () => {
    expect(declared(0)).toEqual(LIGHT);
    expect(declared(1)).toEqual(DARK);
    expect(declared(2)).toEqual(DARK);
  });

  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('%s: text reaches 4.5, edges of controls 3', (_, palette) => {
    const weak = TEXT_PAIRS.filter(([text, ground]) => contrast(palette[text], palette[ground]) < 4.5);
    expect(weak).toEqual([]);
    expect(contrast(palette.lineStrong, palette.surface)).toBeGreaterThanOrEqual(3);
  });
});
