import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatchCase } from '../../../features/cases/dispatch-case.ts';
import { useSuggestTargets } from '../../../features/cases/suggest-targets.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { dispatchTo, isSendable, keyOfTarget } from '../actions/dispatch-target.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import { TargetList } from '../actions/target-list.tsx';
import { CasePanel } from '../case/case-panel.tsx';
import { useShortcuts } from '../keys/use-shortcuts.ts';
import { UnitSelect } from '../words/unit-select.tsx';
import styles from './desk-page.module.css';

/** One case on the desk: who could get it, ready to send, over all that is known of it. */
export function DeskCase({ caseId, onSent }: { readonly caseId: string; readonly onSent: () => void }) {
  const { t } = useTranslation('office');
  const { message } = App.useApp();
  const { data, isPending } = useSuggestTargets({ caseId });
  const { mutateAsync, isPending: isSending } = useDispatchCase();
  const [chosen, setChosen] = useState<string | null>(null);
  const [unitId, setUnitId] = useState<string | undefined>();
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const targets = (data?.targets ?? []).filter(isSendable);
  const target = targets.find((each) => keyOfTarget(each) === chosen) ?? targets[0];

  async function send(): Promise<void> {
    if (isSending || isPending) return;
    setProblem(null);
    try {
      const to = unitId === undefined ? dispatchTo(target) : { kind: 'unit' as const, unitId };
      const after = await mutateAsync({ caseId, to, words });
      message.success(t('act.dispatch.done', { number: after.number }));
      onSent();
    } catch (error) {
      setProblem(readRefusal(error, t('refusal.unknown')).message);
    }
  }
  useShortcuts([{ keys: 'enter', label: t('desk.send'), group: 'list', run: () => void send() }]);

  return (
    <div className={styles.whole}>
      <div className={styles.send}>
        {problem === null ? null : <Alert className={styles.problem ?? ''} type="warning" showIcon title={problem} />}
        {isPending ? (
          <Skeleton rows={3} />
        ) : (
          <TargetList
            targets={targets.slice(0, 4)}
            chosen={unitId === undefined && target !== undefined ? keyOfTarget(target) : null}
            onChoose={(key) => {
              setChosen(key);
              setUnitId(undefined);
            }}
            onSend={() => void send()}
          />
        )}
        <div className={styles.side}>
          <UnitSelect
            value={unitId}
            onChange={setUnitId}
            allowClear
            label={t('act.dispatch.other')}
            placeholder={t('act.dispatch.other')}
          />
          <Input.TextArea
            value={words}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 4 }}
            aria-label={t('act.dispatch.words')}
            placeholder={t('act.dispatch.words')}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button type="primary" loading={isSending} onClick={() => void send()}>
            {t('desk.send')}
            <kbd>Enter</kbd>
          </Button>
        </div>
      </div>
      <CasePanel caseId={caseId} />
    </div>
  );
}
