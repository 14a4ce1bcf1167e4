import type { TFunction } from 'i18next';

/** “350 米”, “1.2 公里”: as exact as one walks. Takes metres. */
export function distanceWords(metres: number, t: TFunction<['field', 'cases']>): string {
  if (metres < 950) return t('cases:metres', { metres: Math.max(10, Math.round(metres / 10) * 10) });
  return t('cases:kilometres', { kilometres: (metres / 1000).toFixed(metres < 9950 ? 1 : 0) });
}
