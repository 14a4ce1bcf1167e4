import { type IndicatorKey, indicators } from '@linli/domain';

/** Whether the catalogues have words for this indicator. */
export function isIndicatorKey(key: string): key is IndicatorKey {
  return Object.hasOwn(indicators, key);
}
