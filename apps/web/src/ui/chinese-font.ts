/** The families of `--font` in tokens.css, for map and canvas, which cannot read a CSS variable. */
export const FONT_FAMILIES = [
  'PingFang SC',
  'HarmonyOS Sans SC',
  'Noto Sans SC',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'Microsoft YaHei',
  'Noto Sans SC Variable',
  'sans-serif',
] as const;

/** The same as one CSS value. */
export const FONT_STACK = FONT_FAMILIES.map((family) => (family.includes(' ') ? `"${family}"` : family)).join(',');

let declared: Promise<unknown> = Promise.resolve();

/**
 * Declares the web font where the machine draws no Chinese (bare Linux, test machines), else does nothing.
 * A plain import would not do: Android has Chinese faces but under no name a page can call, and would download
 * megabytes it does not need.
 */
export function loadChineseFontWhereMissing(): void {
  // Offline it cannot come: then the machine shows what it has.
  if (isChineseMissing()) declared = import('@fontsource-variable/noto-sans-sc/index.css').catch(() => undefined);
}

/** Waits until `words` can be drawn on a canvas; at most three seconds, then draws with what there is. */
export async function chineseFontReady(words: string): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, 3000));
  const loaded = declared.then(() => document.fonts.load('24px "Noto Sans SC Variable"', words)).catch(() => []);
  await Promise.race([loaded, late]);
}

/** Two different characters drawn alike are two empty boxes. */
function isChineseMissing(): boolean {
  const [one, other] = ['永', '邻'].map(drawn);
  return one !== undefined && one === other;
}

function drawn(character: string): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = 24;
  canvas.height = 24;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  context.font = '20px sans-serif';
  context.textBaseline = 'top';
  context.fillText(character, 0, 0);
  return context.getImageData(0, 0, 24, 24).data.join();
}
