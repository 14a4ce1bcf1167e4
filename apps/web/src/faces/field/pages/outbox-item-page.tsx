import type { OutboxItem } from '@linli/client';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { FormValues } from '../../../ui/form-field.ts';
import { FormRenderer } from '../../../ui/form-renderer.tsx';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { useFieldMap } from '../map/use-field-map.ts';
import { editableFields, editableValues, mendedInput } from '../outbox/editable-fields.ts';
import { isRegisterEntry, itemActionWords } from '../outbox/item-words.ts';
import styles from '../outbox/outbox-page.module.css';
import { OutboxRow } from '../outbox/outbox-row.tsx';
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
      {item.state === 'refused' ? <MendForm item={item} /> : null}
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

function MendForm({ item }: { readonly item: OutboxItem }) {
  const { t } = useTranslation(['field', 'cases']);
  const { outbox, store } = useOutbox();
  const map = useFieldMap();
  const navigate = useNavigate();
  const photos = useLiveQuery(async () => {
    const found = await Promise.all(
      item.photos.map(async ({ key }) => ({ id: key, blob: await store.findPhoto(item.id, key) })),
    );
    // Their size is not kept; the page scales them anyway.
    return found.flatMap(({ id, blob }) => (blob === undefined ? [] : [{ id, blob, width: 1, height: 1 }]));
  }, [item.id, store]);
  if (photos === undefined) return <Skeleton />;

  async function resend(values: FormValues): Promise<void> {
    const { input, added } = mendedInput(item, values);
    await outbox.resend(
      item.id,
      input,
      added.map(({ id, blob }) => ({ key: id, blob })),
    );
    await navigate({ to: '/outbox' });
  }

  return (
    <section className={styles.mend}>
      <h2>{t('field:outbox.edit')}</h2>
      <FormRenderer
        fields={editableFields(item, t)}
        initialValues={editableValues(item, photos)}
        onSubmit={(values) => void resend(values)}
        submitLabel={t('field:outbox.sendAgain')}
        placeMap={{ ...map.layers, centre: map.centre }}
      />
    </section>
  );
}
