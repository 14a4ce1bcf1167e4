import { findRegisterField, rowNoun } from '@linli/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useGetForm } from '../../../../features/forms/get-form.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { useMay } from '../../shell/use-session.ts';
import styles from '../forms.module.css';
import { AnswerControl } from '../queue/answer-control.tsx';
import { useSaveAnswer } from '../queue/use-save-answer.ts';
import type { CellPlace } from './asked-cell.tsx';
import cells from './cells.module.css';

export type MissingCellProps = { readonly at: CellPlace; readonly columnKey: string; readonly onDone: () => void };

/** A field the register lacks, answered from the table: it goes to the register and serves every form. */
export function MissingCell({ at, columnKey, onDone }: MissingCellProps) {
  const { t } = useTranslation('forms');
  const read = useReadText();
  const mayFill = useMay('forms:fill');
  const { data } = useGetForm({ formId: at.formId }, { enabled: mayFill, staleTimeMs: 300_000 });
  const definition = data?.definition;
  const column = definition?.columns.find(({ key }) => key === columnKey);
  const noun = definition ? rowNoun(definition) : null;
  const { save, saving, served, problem } = useSaveAnswer({
    subjectId: at.rowKey,
    field: column?.bind === 'field' ? column.field : '',
  });
  if (!mayFill || column?.bind !== 'field' || noun === null) return null;
  const field = column.of === 'self' ? findRegisterField(noun, column.field) : undefined;
  if (field === undefined)
    return (
      <Link to="/forms" search={{ form: at.formId }}>
        {t('return.answerAll')}
      </Link>
    );
  return (
    <div className={styles.section}>
      <label htmlFor="missing-cell">{read(field.label)}</label>
      <span className={styles.answer}>
        <AnswerControl
          id="missing-cell"
          kind={field.kind}
          options={field.options}
          disabled={saving}
          invalid={problem !== null}
          onAnswer={(value) => void save({ value })}
          onNext={blurActive}
        />
      </span>
      <p className={styles.soft}>{t('cell.answerServes')}</p>
      {problem === null ? null : (
        <p role="alert" className={styles.bad}>
          {t(`problem.${problem}`)}
        </p>
      )}
      {served === null ? null : (
        <p role="status" className={styles.good}>
          {t('queue.saved', { count: served })}{' '}
          <button type="button" className={cells.cell} onClick={onDone}>
            {t('cell.close')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Leaving the box is what saves it. */
function blurActive(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
