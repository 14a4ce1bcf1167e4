import type { TFunction } from 'i18next';

/** `2026-03` → 2026年3月, `2026-Q1` → 2026年1季度, `2026` → 2026年, `once` → 一次性. */
export function periodWords(period: string, t: TFunction<'forms'>): string {
  const [year = '', part] = period.split('-');
  if (year === 'once') return t('period.once');
  if (part === undefined) return t('periodOf.year', { year });
  if (part.startsWith('Q')) return t('periodOf.quarter', { year, quarter: part.slice(1) });
  return t('periodOf.month', { year, month: Number(part) });
}
