import { Button, Tooltip } from 'antd';
import { Check, History, KeyRound, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { ChangeField } from './change-field.tsx';
import { RevealField } from './reveal-field.tsx';
import styles from './subject.module.css';
import type { FieldView, SubjectDetail } from './subject-detail.ts';
import { useConfirmRead } from './use-confirm-read.ts';

export type FieldRowProps = {
  readonly detail: SubjectDetail;
  readonly field: FieldView;
  readonly onHistory: () => void;
};

/** A field: its value, where that comes from and how old it is, and what may be done with it. */
export function FieldRow({ detail, field, onHistory }: FieldRowProps) {
  const { t } = useTranslation('registers');
  const words = useFieldWords();
  const { confirm, isPending } = useConfirmRead(detail.subject);
  const [open, setOpen] = useState<'change' | 'reveal' | null>(null);
  const [full, setFull] = useState<string | null>(null);
  const { id: subjectId, noun } = detail.subject;
  const label = words.label(noun, field.code);
  const { edit } = field.can;
  return (
    <tr>
      <th scope="row">
        <Tooltip title={t('field.ground', { law: field.law, owner: words.owner(field.owner) })}>{label}</Tooltip>
      </th>
      <td>
        {full ?? words.value(noun, field.code, field.value)}
        {field.daysStale > 0 ? (
          <div className={styles.stale}>{t('field.stale', { count: field.daysStale })}</div>
        ) : null}
      </td>
      <td className={styles.soft}>
        {field.source === null
          ? ''
          : t('field.from', {
              source: words.source(field.source),
              day: (field.confirmedAt ?? field.since ?? field.recordedAt ?? '').slice(0, 10),
            })}
      </td>
      <td>
        {field.can.reveal && field.value !== null && full === null ? (
          <Button
            size="small"
            type="text"
            icon={<KeyRound size={14} aria-hidden="true" />}
            onClick={() => setOpen('reveal')}
          >
            {t('field.reveal')}
          </Button>
        ) : null}
        {field.value !== null && edit !== null && !field.masked && detail.can.includes('confirm') ? (
          <Button
            size="small"
            type="text"
            aria-label={t('field.confirmLabel', { label })}
            title={t('field.confirmLabel', { label })}
            loading={isPending}
            icon={<Check size={14} aria-hidden="true" />}
            onClick={() => confirm([field])}
          />
        ) : null}
        {edit === null ? null : (
          <Button
            size="small"
            type="text"
            icon={<PencilLine size={14} aria-hidden="true" />}
            onClick={() => setOpen('change')}
          >
            {t(edit === 'ask' ? 'field.ask' : 'field.change')}
          </Button>
        )}
        {field.masked || field.value === null ? null : (
          <Button
            size="small"
            type="text"
            aria-label={t('history.of', { label })}
            title={t('history.of', { label })}
            icon={<History size={14} aria-hidden="true" />}
            onClick={onHistory}
          />
        )}
        {open === 'change' ? <ChangeField detail={detail} field={field} onClose={() => setOpen(null)} /> : null}
        {open === 'reveal' ? (
          <RevealField
            subjectId={subjectId}
            field={field.code}
            label={label}
            onShown={setFull}
            onClose={() => setOpen(null)}
          />
        ) : null}
      </td>
    </tr>
  );
}
