import { useSyncExternalStore } from 'react';
import { DARK, LIGHT, type Palette } from './palette.ts';

const query = '(prefers-color-scheme: dark)';

/** Whether this face shows its dark set now: the screen always, the office never, phones by the system. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}

/** The colours in force, for map, charts and canvas. */
export function usePalette(): Palette {
  return useDark() ? DARK : LIGHT;
}

function isDark(): boolean {
  const face = document.documentElement.dataset.face;
  if (face === 'screen') return true;
  return face !== 'office' && matchMedia(query).matches;
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
