import type { TimeLimit } from '@linli/domain';
import { useTranslation } from 'react-i18next';

/** “4 个工作小时”: a time limit in its own unit. */
export function useLimitWords(): (limit: TimeLimit) => string {
  const { t } = useTranslation('office');
  return ({ value, unit }) => t(`limit.${unit}`, { count: value });
}
