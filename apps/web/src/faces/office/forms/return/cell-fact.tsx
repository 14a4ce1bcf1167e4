import type { OutputOf, openCell } from '@linli/contract';
import { findRegisterField } from '@linli/domain';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfirmFields } from '../../../../features/registers/confirm-fields.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { dayWords, instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { readRefusal } from '../../actions/read-refusal.ts';
import { useMay } from '../../shell/use-session.ts';
import styles from '../forms.module.css';

export type CellFactProps = {
  readonly fact: NonNullable<OutputOf<typeof openCell>['fact']>;
  readonly state: string;
  readonly mayConfirm: boolean;
};

const sources = ['office', 'field', 'visit', 'import', 'form', 'person', 'derived'] as const;
const bases = ['statutory', 'consent', 'contract', 'emergency'] as const;

/** The row of the register a cell was filled from. */
export function CellFact({ fact, state, mayConfirm }: CellFactProps) {
  const { t } = useTranslation(['forms', 'office']);
  const { t: ui } = useTranslation('ui');
  const read = useReadText();
  const now = useNow();
  const { message } = App.useApp();
  const mayEdit = useMay('registers:edit');
  const confirm = useConfirmFields();
  const field = findRegisterField(fact.noun, fact.field);
  const way = sources.find((each) => fact.source.startsWith(each));
  const basis = bases.find((each) => each === fact.basis);

  async function stillTrue(): Promise<void> {
    try {
      await confirm.mutateAsync({ subjectId: fact.subjectId, fields: [fact.field] });
      message.success(t('forms:cell.confirmed'));
    } catch (error) {
      message.error(readRefusal(error, t('office:refusal.unknown')).message);
    }
  }

  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('forms:cell.field')}</dt>
        <dd>
          {t(`forms:noun.${fact.noun}`)} · {field === undefined ? fact.field : read(field.label)}
        </dd>
        <dt>{t('forms:cell.source')}</dt>
        <dd>{way === undefined ? fact.source : t(`forms:source.${way}`)}</dd>
        <dt>{t('forms:cell.since')}</dt>
        <dd>{dayWords(fact.since, now, ui)}</dd>
        <dt>{t('forms:cell.recorded')}</dt>
        <dd>{instantWords(fact.recordedAt, now, ui)}</dd>
        {basis === undefined ? null : (
          <>
            <dt>{t('forms:cell.basis')}</dt>
            <dd>{t(`forms:basis.${basis}`)}</dd>
          </>
        )}
        <dt>{t('forms:cell.law')}</dt>
        <dd>{fact.law}</dd>
        {fact.id === null ? null : (
          <>
            <dt>{t('forms:cell.row')}</dt>
            <dd className={styles.number}>{fact.id}</dd>
          </>
        )}
      </dl>
      {fact.changed ? <Alert type="info" showIcon title={t('forms:cell.changed')} /> : null}
      {state === 'stale' ? (
        <Alert
          type="warning"
          showIcon
          title={t('forms:cell.stale')}
          action={
            mayConfirm && mayEdit && !fact.changed ? (
              <Button size="small" loading={confirm.isPending} onClick={() => void stillTrue()}>
                {t('forms:cell.stillTrue')}
              </Button>
            ) : undefined
          }
        />
      ) : null}
    </>
  );
}
