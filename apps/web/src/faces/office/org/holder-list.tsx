import type { PostView } from '@linli/contract';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEndHolding } from '../../../features/org/end-holding.ts';
import { dayWords } from '../../../ui/time-words.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { DayInput } from '../words/day-input.tsx';
import { siteToday } from '../words/site-time.ts';
import styles from './org-page.module.css';

type Holder = PostView['holders'][number];
export type HolderListProps = { readonly holders: readonly Holder[]; readonly mayEdit: boolean };

/** Who holds a post, since when; each holding can be ended on a day. */
export function HolderList({ holders, mayEdit }: HolderListProps) {
  const { t } = useTranslation(['org', 'ui']);
  const { t: ui } = useTranslation('ui');
  const { mutateAsync } = useEndHolding();
  const [ending, setEnding] = useState<Holder | null>(null);
  const now = new Date();
  const label = t('org:post.lastDay');
  return (
    <>
      <ul>
        {holders.map((holder) => (
          <li key={holder.holdingId}>
            {holder.deputy ? t('org:post.deputy', { name: holder.name }) : holder.name}{' '}
            <span className={styles.note}>
              {t('org:post.since', { day: dayWords(holder.from, now, ui) })}
              {holder.until === null ? '' : t('org:post.untilDay', { day: dayWords(holder.until, now, ui) })}
            </span>
            {mayEdit ? (
              <Button size="small" type="link" onClick={() => setEnding(holder)}>
                {t('org:post.end')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {ending === null ? null : (
        <ActionForm<{ until: string }>
          title={t('org:post.endTitle', { name: ending.name })}
          explains={t('org:post.endExplains')}
          submitLabel={t('org:post.end')}
          doneWords={t('org:post.ended', { name: ending.name })}
          danger
          initialValues={{ until: siteToday(now) }}
          onSubmit={({ until }) => mutateAsync({ holdingId: ending.holdingId, until })}
          onClose={() => setEnding(null)}
        >
          <Form.Item
            name="until"
            label={label}
            rules={[{ required: true, message: t('ui:problem.requiredChoice', { label }) }]}
          >
            <DayInput min={ending.from} autoFocus />
          </Form.Item>
        </ActionForm>
      )}
    </>
  );
}
