import type { OutboxItem } from '@linli/client';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/state-views.tsx';
import styles from '../outbox/outbox-page.module.css';
import { OutboxRow } from '../outbox/outbox-row.tsx';
import { PageHead } from '../page-head.tsx';

const GROUPS = ['refused', 'waiting', 'done'] as const;

/** All that was put in today and what became of it: refused first, with the reason. */
export function OutboxPage() {
  const { t } = useTranslation('field');
  const { outbox, store, items } = useOutbox();
  const groups = {
    refused: items.filter((item) => item.state === 'refused'),
    waiting: items.filter((item) => item.state === 'waiting' || item.state === 'sending'),
    done: items.filter((item) => item.state === 'done').toReversed(),
  } satisfies Record<(typeof GROUPS)[number], OutboxItem[]>;

  async function tryNow(): Promise<void> {
    for (const item of groups.waiting) {
      if (item.nextTryAt !== null) await store.change(item.id, { nextTryAt: null });
    }
    await outbox.wake();
  }

  return (
    <>
      <PageHead title={t('outbox.title')} to="/" />
      {items.length === 0 ? <Empty title={t('outbox.empty')} body={t('outbox.emptyBody')} /> : null}
      {groups.waiting.length === 0 ? null : (
        <Button wide onClick={() => void tryNow()}>
          {t('outbox.tryNow')}
        </Button>
      )}
      {GROUPS.map((group) =>
        groups[group].length === 0 ? null : (
          <section key={group} className={styles.group}>
            <h2>
              {t(`outbox.${group}`)} <small>{groups[group].length}</small>
            </h2>
            <ul className={styles.rows}>
              {groups[group].map((item) => (
                <li key={item.id}>
                  <OutboxRow item={item} />
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  );
}
