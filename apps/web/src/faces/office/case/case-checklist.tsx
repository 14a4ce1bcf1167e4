import type { CaseDetail } from '@linli/contract';
import { App, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTickChecklist } from '../../../features/cases/tick-checklist.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './case-panel.module.css';

/** The steps of the type; whoever may tick does so here. A refused tick goes back. */
export function CaseChecklist({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('office');
  const local = useLocalText();
  const { message } = App.useApp();
  const { mutateAsync, isPending } = useTickChecklist();
  const [ticked, setTicked] = useState<readonly string[]>(detail.ticked);
  const items = detail.type.checklist;
  if (items.length === 0) return null;

  async function tick(key: string, checked: boolean): Promise<void> {
    const before = ticked;
    const next = checked ? [...before, key] : before.filter((each) => each !== key);
    setTicked(next);
    try {
      await mutateAsync({ caseId: detail.id, seq: detail.seq, ticked: next });
    } catch (error) {
      setTicked(before);
      message.error(readRefusal(error, t('refusal.unknown')).message);
    }
  }

  return (
    <section className={styles.section}>
      <h3>{t('checklist.heading', { done: ticked.length, all: items.length })}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <Checkbox
              checked={ticked.includes(item.key)}
              disabled={!detail.can.includes('tick') || isPending}
              onChange={(event) => void tick(item.key, event.target.checked)}
            >
              {item.kind === 'standard' ? local(item.label) : t('checklist.optional', { item: local(item.label) })}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  );
}
