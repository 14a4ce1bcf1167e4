import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRetentionGroup } from '../../../../features/registers/may-fill.ts';
import { FieldRow } from './field-row.tsx';
import styles from './subject.module.css';
import type { SubjectDetail } from './subject-detail.ts';
import { useConfirmRead } from './use-confirm-read.ts';

export type SubjectFieldsProps = {
  readonly detail: SubjectDetail;
  /** Opens the history of one field. */
  readonly onHistory: (field: string) => void;
};

/** Fields by group; what nothing is known of is folded away until one wants to fill it in. */
export function SubjectFields({ detail, onHistory }: SubjectFieldsProps) {
  const { t } = useTranslation(['registers', 'subjects']);
  const [showsEmpty, setShowsEmpty] = useState(false);
  const { confirm, isPending } = useConfirmRead(detail.subject);
  const all = detail.groups.flatMap(({ fields }) => fields);
  const stale = all.filter((field) => field.daysStale > 0 && field.can.edit !== null && field.value !== null);
  const empty = all.filter((field) => field.value === null).length;

  return (
    <>
      <div className={styles.tools}>
        <Checkbox checked={showsEmpty} onChange={(event) => setShowsEmpty(event.target.checked)}>
          {t('registers:field.showEmpty', { count: empty })}
        </Checkbox>
        {detail.can.includes('confirm') && stale.length > 0 ? (
          <Button loading={isPending} onClick={() => confirm(stale.slice(0, 60))}>
            {t('registers:field.confirmAll', { count: stale.length })}
          </Button>
        ) : null}
      </div>
      {detail.groups.map(({ group, fields }) => {
        const shown = showsEmpty ? fields : fields.filter((field) => field.value !== null);
        if (shown.length === 0) return null;
        const title = isRetentionGroup(group) ? t(`subjects:group.${group}`) : group;
        return (
          <section key={group} className={styles.section}>
            <h2>{title}</h2>
            <table className={styles.fields}>
              <caption className="visually-hidden">{title}</caption>
              <tbody>
                {shown.map((field) => (
                  <FieldRow key={field.code} detail={detail} field={field} onHistory={() => onHistory(field.code)} />
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
    </>
  );
}
