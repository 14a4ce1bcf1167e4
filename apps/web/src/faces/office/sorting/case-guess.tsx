import type { CaseDetail } from '@linli/contract';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeCaseType } from '../../../features/cases/change-case-type.ts';
import { useDispatchCase } from '../../../features/cases/dispatch-case.ts';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useSuggestType } from '../../../features/sorting/suggest-type.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import { RetypeAction } from '../actions/retype-action.tsx';
import panel from '../case/case-panel.module.css';
import { useSession } from '../shell/use-session.ts';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './sorting.module.css';

/** For a case nobody has decided on: what its words speak of, and who mostly gets such cases; one press takes both over. */
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
  const { mutateAsync: retype } = useChangeCaseType();
  const types = useListCaseTypes({ for: 'all' }, { staleTimeMs: 300_000 });
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<string | null>(null);
  const first = guess?.suggestions[0];
  if (guess === undefined || first === undefined) return null;
  const { unit } = first;
  const isOther = first.typeCode !== detail.typeCode && detail.can.includes('retype');
  const kind = local(first.typeName);
  const asksMore = types.data?.types
    .find(({ definition }) => definition.code === first.typeCode)
    ?.definition.form.some(({ required }) => required);

  /** The kind the words speak of, and in the same press the unit; what that kind must know is asked first. */
  async function takeKind(typeCode: string, to: typeof unit): Promise<void> {
    if (asksMore) return setAsking(typeCode);
    setBusy(true);
    try {
      const reason = t('sorting:guess.reason', { type: kind });
      const { number, seq, can } = await retype({ caseId: detail.id, seq: detail.seq, typeCode, form: {}, reason });
      if (to !== null && can.includes('dispatch'))
        await mutateAsync({ caseId: detail.id, seq, to: { kind: 'unit', unitId: to.id }, words: '' });
      message.success(t('sorting:guess.taken', { number, type: kind }));
    } catch (error) {
      message.error(readRefusal(error, t('office:refusal.unknown')).message);
    } finally {
      setBusy(false);
    }
  }

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
        {isOther && !guess.belowFloor ? (
          <p className={styles.row}>
            <Button size="small" type="primary" loading={busy} onClick={() => void takeKind(first.typeCode, unit)}>
              {unit === null
                ? t('sorting:guess.takeKind', { type: kind })
                : t('sorting:guess.takeAndSend', { type: kind, unit: unit.name })}
            </Button>
          </p>
        ) : null}
        {asking === null ? null : <RetypeAction detail={detail} typeCode={asking} onClose={() => setAsking(null)} />}
        {unit === null || guess.belowFloor || isOther ? null : (
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
