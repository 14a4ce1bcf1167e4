import type { SharedCaseView } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../case/state-tag.tsx';

/** How one side stands: its state, and in time or late where that is said. */
export function SideState({ side }: { readonly side: Pick<SharedCaseView['ours'], 'state' | 'onTime'> }) {
  const { t } = useTranslation('partners');
  if (side.state === null) return <span>{t('shared.unknown')}</span>;
  return (
    <>
      <StateTag state={side.state} /> {side.onTime === null ? null : t(side.onTime ? 'shared.onTime' : 'shared.late')}
    </>
  );
}
