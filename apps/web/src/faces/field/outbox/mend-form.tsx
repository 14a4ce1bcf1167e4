import type { OutboxItem } from '@linli/client';
import { useNavigate } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import type { FormValues } from '../../../ui/form-field.ts';
import { FormRenderer } from '../../../ui/form-renderer.tsx';
import { Skeleton } from '../../../ui/state-views.tsx';
import { useFieldMap } from '../map/use-field-map.ts';
import type { EditPart } from './edit-part.ts';
import { mendedInput, mendFields, mendProblems, mendValues, photoParts } from './mend-item.ts';
import styles from './outbox-page.module.css';

export type MendFormProps = {
  readonly item: OutboxItem;
  readonly parts: readonly EditPart[];
  /** Problems this page finds itself: field key → words. */
  readonly judge?: (values: FormValues) => Record<string, string>;
};

/** What of a refused item can be put right, what the server found wrong with it, and sending it once more. */
export function MendForm({ item, parts, judge }: MendFormProps) {
  const { t } = useTranslation('field');
  const { outbox, store } = useOutbox();
  const map = useFieldMap();
  const navigate = useNavigate();
  const [found, setFound] = useState<Record<string, string> | null>(null);
  const kept = useLiveQuery(async () => {
    const photos = await Promise.all(
      item.photos.map(async ({ key }) => ({ id: key, blob: await store.findPhoto(item.id, key) })),
    );
    // Their size is not kept; the page scales them anyway.
    return photos.flatMap(({ id, blob }) => (blob === undefined ? [] : [{ id, blob, width: 1, height: 1 }]));
  }, [item.id, store]);
  if (kept === undefined) return <Skeleton />;
  const labels = { before: t('add.before'), after: t('add.after'), photos: t('add.photos') };
  const all = [...photoParts(item, kept, labels), ...parts];

  async function resend(values: FormValues): Promise<void> {
    const problems = judge?.(values) ?? {};
    setFound(problems);
    if (Object.keys(problems).length > 0) return;
    const { input, added } = mendedInput(item, all, values);
    await outbox.resend(
      item.id,
      input,
      added.map(({ id, blob }) => ({ key: id, blob })),
    );
    await navigate({ to: '/outbox' });
  }

  return (
    <section className={styles.mend}>
      <h2>{t('outbox.edit')}</h2>
      <FormRenderer
        fields={mendFields(all)}
        initialValues={mendValues(all)}
        onSubmit={(values) => void resend(values)}
        serverProblems={found ?? mendProblems(item, all)}
        submitLabel={t('outbox.sendAgain')}
        placeMap={{ ...map.layers, centre: map.centre }}
      />
    </section>
  );
}
