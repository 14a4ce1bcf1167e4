import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Empty } from '../../../ui/state-views.tsx';
import { isRegisterEntry, itemActionWords } from '../outbox/item-words.ts';
import styles from '../outbox/outbox-page.module.css';
import { OutboxRow } from '../outbox/outbox-row.tsx';
import { RefusedItem } from '../outbox/refused-item.tsx';
import { PageHead } from '../page-head.tsx';

/** One item of the outbox: why it was refused, mend it and send it again, or throw it away. */
export function OutboxItemPage() {
  const { t } = useTranslation(['field', 'cases', 'common']);
  const { itemId } = useParams({ strict: false });
  const { outbox, items } = useOutbox();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const item = items.find((each) => each.id === itemId);
  if (item === undefined) {
    return (
      <>
        <PageHead title={t('field:outbox.title')} to="/outbox" />
        <Empty title={t('field:outbox.gone')} body={t('field:outbox.goneBody')} />
      </>
    );
  }
  const isEntry = isRegisterEntry(item);
  const isCase = !isEntry && item.lane !== item.id && !('typeCode' in item.input);

  async function discard(id: string): Promise<void> {
    setAsking(false);
    await outbox.discard(id);
    await navigate({ to: '/outbox' });
  }

  return (
    <>
      <PageHead title={itemActionWords(item, t)} to="/outbox" />
      <OutboxRow item={item} />
      <div className={styles.actions}>
        {isCase ? (
          <Link to="/tasks/$caseId" params={{ caseId: item.lane }} className={buttonClass({})}>
            {t('field:outbox.openTask')}
          </Link>
        ) : null}
        {isEntry ? (
          <Link to="/homes/$homeId" params={{ homeId: item.lane }} className={buttonClass({})}>
            {t('field:outbox.openHome')}
          </Link>
        ) : null}
        {item.state === 'waiting' || item.state === 'refused' ? (
          <Button kind="danger" onClick={() => setAsking(true)}>
            {t('field:outbox.discard')}
          </Button>
        ) : null}
      </div>
      {item.state === 'refused' ? <RefusedItem item={item} /> : null}
      <Dialog
        open={isAsking}
        title={t('field:outbox.discard')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('common:action.cancel')}</Button>
            <Button kind="danger" onClick={() => void discard(item.id)}>
              {t('common:action.delete')}
            </Button>
          </>
        }
      >
        <p>{t('field:outbox.discardAsk')}</p>
      </Dialog>
    </>
  );
}
