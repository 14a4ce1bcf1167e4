import type { CaseSummary } from '@linli/contract';
import type { CaseState } from '@linli/domain';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

const colours: Readonly<Record<CaseState, string>> = {
  reported: 'warning',
  accepted: 'warning',
  dispatched: 'processing',
  'in-hand': 'processing',
  suspended: 'default',
  handled: 'processing',
  closed: 'success',
  declined: 'default',
  merged: 'default',
  void: 'default',
};

export type StateTagProps = {
  readonly state: CaseState;
  /** A request that waits for its answer is told in place of the state. */
  readonly pending?: CaseSummary['pending'];
};

/** The state in words; the colour only repeats it. */
export function StateTag({ state, pending = null }: StateTagProps) {
  const { t } = useTranslation('office');
  if (pending !== null) return <Tag color="warning">{t(`pendingShort.${pending}`)}</Tag>;
  return <Tag color={colours[state]}>{t(`state.${state}`)}</Tag>;
}
