import { changeFields, confirmFields } from '@linli/contract';
import type { SubjectNoun } from '@linli/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { useFieldWords } from '../../../features/registers/use-field-words.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Button } from '../../../ui/button.tsx';
import type { FormValues } from '../../../ui/form-field.ts';
import { FormRenderer } from '../../../ui/form-renderer.tsx';
import { useQueue } from '../actions/use-queue.ts';
import { useFieldSession } from '../session/field-session.tsx';
import { asRead, changeableFields, doorEntries, doorValues } from './door-form.ts';
import styles from './homes.module.css';
import type { KeptField } from './kept-home.ts';
import { standingFields } from './waiting-of.ts';

export type DoorFieldsProps = {
  readonly subject: { readonly id: string; readonly noun: SubjectNoun; readonly name: string };
  /** The home: what is entered there keeps its order. */
  readonly lane: string;
  readonly fields: readonly KeptField[];
};

/** What is known, old values marked; one press says it is still true, or one changes it. Works without a network. */
export function DoorFields({ subject, lane, fields }: DoorFieldsProps) {
  const { t } = useTranslation(['homes', 'subjects', 'field']);
  const words = useFieldWords();
  const read = useReadText();
  const { session } = useFieldSession();
  const queue = useQueue();
  const { items } = useOutbox();
  // What the form opened with: what arrives meanwhile is not what the worker saw.
  const [seen, setSeen] = useState<readonly KeptField[] | null>(null);
  const [done, setDone] = useState<readonly string[]>([]);
  const { permissions } = session;
  const mayEdit = permissions.includes('registers:edit');
  const standing = standingFields(fields, items, { lane, subjectId: subject.id });
  const known = standing.filter(({ value }) => value !== null);
  const stale = known.filter(({ code, daysStale, edit }) => daysStale > 0 && edit === 'change' && !done.includes(code));
  const queued = { queued: t('field:act.queued'), offline: t('field:act.queuedOffline') };

  async function confirm(): Promise<void> {
    const asked = stale.slice(0, 60);
    const codes = asked.map(({ code }) => code);
    const was = Object.fromEntries(asked.flatMap(({ code, value }) => (value === null ? [] : [[code, value]])));
    const input = { subjectId: subject.id, fields: codes, was };
    if (await queue({ operation: confirmFields, input, caseId: lane, title: subject.name }, queued))
      setDone([...done, ...codes]);
  }

  async function change(values: FormValues): Promise<void> {
    const before = seen ?? standing;
    const entries = doorEntries(subject.noun, values, doorValues(before));
    if (entries.length === 0) {
      setSeen(null);
      return;
    }
    const input = { subjectId: subject.id, fields: asRead(entries, before), source: 'field' as const };
    if (await queue({ operation: changeFields, input, caseId: lane, title: subject.name }, queued)) setSeen(null);
  }

  return (
    <section>
      <h2>{t('homes:facts')}</h2>
      {seen !== null ? (
        <>
          <FormRenderer
            fields={changeableFields(subject.noun, seen, permissions, {
              yes: t('subjects:yes'),
              no: t('subjects:no'),
              read,
            })}
            initialValues={doorValues(seen)}
            onSubmit={(values) => void change(values)}
            submitLabel={t('homes:save')}
          />
          <Button wide onClick={() => setSeen(null)}>
            {t('homes:leave')}
          </Button>
        </>
      ) : (
        <>
          {known.length === 0 ? <p>{t('homes:nothingKnown')}</p> : null}
          <dl className={styles.facts}>
            {known.map((field) => (
              <div key={field.code}>
                <dt>{words.label(subject.noun, field.code)}</dt>
                <dd>
                  {words.value(subject.noun, field.code, field.value)}
                  {stale.includes(field) ? <em className={styles.mark}>{t('homes:old')}</em> : null}
                </dd>
              </div>
            ))}
          </dl>
          {mayEdit && stale.length > 0 ? (
            <Button kind="primary" wide onClick={() => void confirm()}>
              {t('homes:confirm', { count: stale.length })}
            </Button>
          ) : null}
          {mayEdit ? (
            <Button wide onClick={() => setSeen(standing)}>
              {t('homes:change')}
            </Button>
          ) : null}
        </>
      )}
    </section>
  );
}
