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

/** The state in words; the colour only repeats it. */
export function StateTag({ state }: { readonly state: CaseState }) {
  const { t } = useTranslation('office');
  return <Tag color={colours[state]}>{t(`state.${state}`)}</Tag>;
}
