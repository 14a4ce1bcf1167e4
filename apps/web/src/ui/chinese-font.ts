/** The web font's family, last but one in the stack of tokens.css. */
export const CHINESE_WEB_FONT = 'Noto Sans SC Variable';

/** The stack for canvas and map, which cannot read a CSS variable. */
export const FONT_STACK =
  '"PingFang SC","HarmonyOS Sans SC","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","Noto Sans SC Variable",sans-serif';

/**
 * Declares the web font where the machine draws no Chinese (bare Linux, test machines), else does nothing.
 * A plain import would not do: Android has Chinese faces but under no name a page can call, and would download
 * megabytes it does not need.
 */
export async function loadChineseFontWhereMissing(): Promise<void> {
  if (!isChineseMissing()) return;
  await import('@fontsource-variable/noto-sans-sc/index.css');
}

/** Waits until `words` can be drawn on a canvas; at most two seconds, then draws with what there is. */
export async function chineseFontReady(words: string): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, 2000));
  const loaded = document.fonts.load(`500 24px "${CHINESE_WEB_FONT}"`, words).catch(() => []);
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
