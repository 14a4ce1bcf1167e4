import type { listTypeVersions, OutputOf } from '@linli/contract';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePublishCaseType } from '../../../../features/cases/publish-case-type.ts';
import { readRefusal } from '../../actions/read-refusal.ts';
import { ChangeList } from './change-list.tsx';

export type OfferBannerProps = { readonly history: OutputOf<typeof listTypeVersions>; readonly onTaken: () => void };

/** The pack has a newer version, while the street's own is in force: what it would change, and one click to take it. */
export function OfferBanner({ history, onTaken }: OfferBannerProps) {
  const { t } = useTranslation(['types', 'office', 'common']);
  const { modal, message } = App.useApp();
  const { mutateAsync, isPending } = usePublishCaseType();
  const { offer } = history;
  if (offer === null) return null;
  async function take(): Promise<void> {
    const isSure = await modal.confirm({
      title: t('types:offer.title'),
      content: t('types:offer.body'),
      okText: t('types:offer.take'),
      cancelText: t('common:action.cancel'),
    });
    if (!isSure) return;
    try {
      const { version } = await mutateAsync({
        code: history.code,
        from: 'pack',
        version: history.inForce,
        revision: null,
        note: '',
      });
      message.success(t('types:published', { version }));
      onTaken();
    } catch (error) {
      message.error(readRefusal(error, t('office:refusal.unknown')).message);
    }
  }
  return (
    <Alert
      type="info"
      showIcon
      title={t('types:offer.waiting', { version: offer.packVersion })}
      description={<ChangeList changes={offer.changes} />}
      action={
        <Button loading={isPending} onClick={() => void take()}>
          {t('types:offer.take')}
        </Button>
      }
    />
  );
}
