import type { SubjectNoun } from '@linli/domain';
import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListSubjectTags } from '../../../features/registers/list-subject-tags.ts';
import { useListTags } from '../../../features/tags/list-tags.ts';
import { useSetTag } from '../../../features/tags/set-tag.ts';
import { useUnsetTag } from '../../../features/tags/unset-tag.ts';
import { useMay } from '../shell/use-session.ts';
import { DayInput } from '../words/day-input.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteToday } from '../words/site-time.ts';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './tags-page.module.css';

const shortestWhy = 2;
const endings = ['expired', 'replaced', 'merged', 'parted'] as const;

/** Tags set by hand on one subject: set, taken off, and those that ended. Only for whoever may enter facts there. */
export function SubjectHandTags({
  subject,
}: {
  readonly subject: { readonly id: string; readonly noun: SubjectNoun };
}) {
  const { t } = useTranslation('tags');
  const local = useLocalText();
  const { message } = App.useApp();
  const mayEdit = useMay('registers:edit');
  const mayRead = useMay('tags:read');
  const held = useListSubjectTags({ subjectId: subject.id });
  const known = useListTags({}, { staleTimeMs: 60_000, enabled: mayRead }).data?.tags ?? [];
  const put = useSetTag();
  const take = useUnsetTag();
  const [tagId, setTagId] = useState<number | null>(null);
  const [why, setWhy] = useState('');
  const [until, setUntil] = useState('');
  const byId = new Map(known.map((tag) => [tag.id, tag]));
  const nameOf = (id: number) => {
    const tag = byId.get(id);
    return tag === undefined ? '' : local(tag.name);
  };
  const fitting = known.filter((tag) => tag.rule === null && tag.on && tag.nouns.includes(subject.noun));
  const byHand = (held.data?.tags ?? []).filter(({ byRule, tagId: id }) => !byRule && byId.has(id));
  const past = (held.data?.past ?? []).filter(({ tagId: id }) => byId.has(id));
  const isWhy = why.trim().length >= shortestWhy;
  const done = (words: string) => {
    setWhy('');
    setUntil('');
    setTagId(null);
    message.success(words);
  };
  return (
    <div className={styles.stack}>
      {mayEdit && fitting.length > 0 ? (
        <div className={styles.line}>
          <Select<number>
            className={styles.term ?? ''}
            aria-label={t('handChoose')}
            placeholder={t('handChoose')}
            showSearch={{ optionFilterProp: 'label' }}
            value={tagId}
            onChange={setTagId}
            options={fitting.map((tag) => ({ value: tag.id, label: local(tag.name) }))}
          />
          <Input
            className={styles.name ?? ''}
            aria-label={t('handWhy')}
            placeholder={t('handWhy')}
            maxLength={200}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
          />
          <DayInput label={t('handUntil')} min={siteToday(new Date())} value={until} onChange={setUntil} />
          <Button
            disabled={tagId === null || !isWhy}
            loading={put.isPending}
            onClick={() =>
              tagId !== null &&
              put.mutate(
                { subjectId: subject.id, tagId, why: why.trim(), ...(until === '' ? {} : { until }) },
                { onSuccess: () => done(t('handDone')) },
              )
            }
          >
            {t('handSet')}
          </Button>
        </div>
      ) : null}
      {mayEdit
        ? byHand.map((tag) => (
            <div key={tag.tagId} className={styles.line}>
              <span>{nameOf(tag.tagId)}</span>
              <span className={styles.note}>
                {[tag.why, tag.setBy, tag.until].filter((part) => part !== null).join(' · ')}
              </span>
              <Button
                size="small"
                aria-label={t('handTake', { name: nameOf(tag.tagId) })}
                disabled={!isWhy}
                title={isWhy ? undefined : t('handWhyTake')}
                loading={take.isPending}
                onClick={() =>
                  take.mutate(
                    { subjectId: subject.id, tagId: tag.tagId, why: why.trim() },
                    { onSuccess: () => done(t('handGone')) },
                  )
                }
              >
                {t('handTaken')}
              </Button>
            </div>
          ))
        : null}
      {put.error === null ? null : <QueryProblem error={put.error} onRetry={() => put.reset()} />}
      {take.error === null ? null : <QueryProblem error={take.error} onRetry={() => take.reset()} />}
      {past.length === 0 ? null : (
        <details>
          <summary>{t('past')}</summary>
          {past.map((tag) => (
            <p key={`${tag.tagId}/${tag.endedAt}`} className={styles.note}>
              {t('pastLine', {
                name: nameOf(tag.tagId),
                why: tag.why,
                by: tag.setBy,
                from: tag.setAt.slice(0, 10),
                to: tag.endedAt.slice(0, 10),
                ended: endingWords(tag.endedWhy),
              })}
            </p>
          ))}
        </details>
      )}
    </div>
  );

  function endingWords(code: string): string {
    const ending = endings.find((each) => each === code);
    return ending === undefined ? code : t(`endedWhy.${ending}`);
  }
}
