import type { CaseDetail } from '@linli/contract';
import type { FormField } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { closingAnswers } from '../../../features/cases/closing-answers.ts';
import { useRevealReporter } from '../../../features/cases/reveal-reporter.ts';
import { typeValueWords } from '../../../features/cases/type-form.ts';
import { MaskedText } from '../../../ui/masked-text.tsx';
import { useUnits } from '../actions/use-units.ts';
import { useReadText } from '../words/use-read-text.ts';
import styles from './task-page.module.css';

/** What was reported: kind, words, the kind's own fields, and who reported it, masked. */
export function TaskWhat({ task }: { readonly task: CaseDetail }) {
  const { t } = useTranslation(['field', 'cases', 'common']);
  const read = useReadText();
  const units = useUnits(
    [...task.type.form, ...task.type.closing].some(({ kind }) => kind === 'unit' || kind === 'units'),
  );
  const reveal = useRevealReporter();
  const { reporter } = task;
  const masked = [reporter.name, reporter.phone].filter((each) => each !== null && each !== '').join(' ');
  const values = task.type.form.filter((field) => !isBlank(task.form[field.key]));

  async function show(reason: string): Promise<string> {
    const full = await reveal.mutateAsync({ caseId: task.id, reason });
    return [full.name, full.phone].filter((each) => each !== null).join(' ');
  }

  return (
    <section className={styles.block} aria-label={t('field:task.what')}>
      <p className={styles.meta}>
        <span>{read(task.typeName)}</span>
        <span>{t(`cases:channel.${task.channel}`)}</span>
        {task.reporterCount > 1 ? <span>{t('cases:mark.reporters', { count: task.reporterCount })}</span> : null}
      </p>
      <p className={styles.words}>{task.words}</p>
      <dl className={styles.values}>
        {values.map((field) => (
          <div key={field.key}>
            <dt>{read(field.label)}</dt>
            <dd>{valueWords(field, task.form[field.key])}</dd>
          </div>
        ))}
        {closingAnswers(task).map(({ field, value }) => (
          <div key={`closing ${field.key}`}>
            <dt>{read(field.label)}</dt>
            <dd>{valueWords(field, value)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('cases:reporter')}</dt>
          <dd>
            {reporter.anonymous || masked === '' ? (
              t('cases:anonymous')
            ) : (
              <MaskedText masked={masked} onReveal={task.can.includes('contact') ? show : undefined} />
            )}
          </dd>
        </div>
      </dl>
    </section>
  );

  function valueWords(field: FormField, value: unknown): string {
    if (typeof value === 'boolean') return t(value ? 'common:answer.yes' : 'common:answer.no');
    return typeValueWords(field, value, read, (id) => units.find((unit) => unit.id === id)?.name);
  }
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
