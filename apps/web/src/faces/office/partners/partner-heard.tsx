import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';

export type PartnerHeardProps = {
  readonly partner: { readonly active: boolean; readonly stale: boolean; readonly heardAt: string | null };
};

/** When the other side was last heard, with a mark where that is long ago. */
export function PartnerHeard({ partner }: PartnerHeardProps) {
  const { t } = useTranslation(['partners', 'ui']);
  const { t: words } = useTranslation('ui');
  const now = useNow();
  return (
    <>
      {partner.heardAt === null
        ? t('partners:never')
        : t('partners:heardShort', { when: timeWords(partner.heardAt, now, words) })}{' '}
      {partner.active ? null : <Tag>{t('partners:off')}</Tag>}
      {partner.stale && partner.heardAt !== null ? <Tag color="warning">{t('partners:staleMark')}</Tag> : null}
    </>
  );
}
