import type { ReturnState } from '@linli/domain';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

const colors: Readonly<Record<ReturnState, string>> = {
  waiting: 'default',
  checked: 'processing',
  given: 'processing',
  approved: 'success',
  'sent-back': 'error',
};

/** Where a return stands, in words. */
export function ReturnStateTag({ state, late }: { readonly state: ReturnState; readonly late: boolean }) {
  const { t } = useTranslation('forms');
  return (
    <>
      <Tag color={colors[state]}>{t(`state.${state}`)}</Tag>
      {late ? <Tag color="error">{t('late')}</Tag> : null}
    </>
  );
}
