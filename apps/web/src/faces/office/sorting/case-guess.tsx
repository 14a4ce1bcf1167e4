import type { CaseDetail } from '@linli/contract';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatchCase } from '../../../features/cases/dispatch-case.ts';
import { useSuggestType } from '../../../features/sorting/suggest-type.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import panel from '../case/case-panel.module.css';
import { useSession } from '../shell/use-session.ts';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './sorting.module.css';

/** For a case nobody has decided on: what its words speak of, and who mostly gets such cases; one press sends it there. */
export function CaseGuess({ detail }: { readonly detail: CaseDetail }) {
  const { permissions } = useSession();
  const undecided = detail.state === 'reported' || detail.state === 'accepted';
  if (!undecided || detail.words === '' || !permissions.includes('cases:desk')) return null;
  return <UndecidedGuess detail={detail} />;
}

function UndecidedGuess({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['sorting', 'common', 'office']);
  const { message } = App.useApp();
  const local = useLocalText();
  const guess = useSuggestType(detail.words);
  const { mutateAsync } = useDispatchCase();
  const [busy, setBusy] = useState(false);
  const first = guess?.suggestions[0];
  if (guess === undefined || first === undefined) return null;
  const { unit } = first;

  async function send(to: NonNullable<typeof unit>): Promise<void> {
    setBusy(true);
    try {
      const after = await mutateAsync({
        caseId: detail.id,
        seq: detail.seq,
        to: { kind: 'unit', unitId: to.id },
        words: '',
      });
      message.success(t('sorting:guess.sent', { number: after.number, unit: to.name }));
    } catch (error) {
      message.error(readRefusal(error, t('office:refusal.unknown')).message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className={panel.section}>
      <h3>{t('sorting:guess.title')}</h3>
      <div className={styles.box}>
        <p className={styles.row}>
          <strong>{local(first.typeName)}</strong>
          <span>{t('sorting:guess.sure', { percent: Math.round(first.confidence * 100) })}</span>
          <span className={styles.note}>{t(`sorting:guess.by.${guess.by}`)}</span>
        </p>
        {first.spokenFor.length === 0 ? null : (
          <p className={styles.note}>
            {t('sorting:guess.because', { words: first.spokenFor.join(t('common:listJoin')) })}
          </p>
        )}
        <p className={styles.note}>{verdict()}</p>
        {unit === null || guess.belowFloor ? null : (
          <p className={styles.row}>
            {detail.can.includes('dispatch') ? (
              <Button size="small" type="primary" loading={busy} onClick={() => void send(unit)}>
                {t('sorting:guess.send', { unit: unit.name })}
              </Button>
            ) : (
              t('sorting:guess.unit', { unit: unit.name })
            )}
          </p>
        )}
      </div>
    </section>
  );

  function verdict(): string {
    if (guess?.belowFloor) return t('sorting:guess.below', { percent: Math.round(guess.floor * 100) });
    return first?.typeCode === detail.typeCode ? t('sorting:guess.agrees') : t('sorting:guess.differs');
  }
}
