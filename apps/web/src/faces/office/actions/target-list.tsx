import { Tag } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../words/use-local-text.ts';
import { keyOfTarget, type SuggestedTarget } from './dispatch-target.ts';
import styles from './target-list.module.css';

export type TargetListProps = {
  readonly targets: readonly SuggestedTarget[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly onSend: () => void;
};

/** Who could get the case, with load, vacancy and why; arrows or digits choose, Enter sends. */
export function TargetList({ targets, chosen, onChoose, onSend }: TargetListProps) {
  const { t } = useTranslation('office');
  const local = useLocalText();
  const list = useRef<HTMLDivElement>(null);

  // It has just been shown: the suggestion is where the keyboard is.
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const at = targets.findIndex((target) => keyOfTarget(target) === chosen);
    const to = nextIndex(event.key, at, targets.length);
    if (event.key === 'Enter') {
      event.preventDefault();
      onSend();
    }
    const target = to === null ? undefined : targets[to];
    if (target === undefined) return;
    event.preventDefault();
    onChoose(keyOfTarget(target));
    list.current?.querySelectorAll<HTMLElement>('[role=radio]')[to ?? 0]?.focus();
  }

  if (targets.length === 0) return <p>{t('act.dispatch.noTargets')}</p>;
  return (
    <div ref={list} role="radiogroup" aria-label={t('act.dispatch.targets')} onKeyDown={onKeyDown}>
      {targets.map((target, index) => {
        const key = keyOfTarget(target);
        const isChosen = key === chosen;
        const rule = target.ruleLabel === null ? '' : local(target.ruleLabel);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a row with several facts, not a bare radio button
          <div
            key={key}
            role="radio"
            aria-checked={isChosen}
            tabIndex={isChosen || (chosen === null && index === 0) ? 0 : -1}
            className={styles.target}
            onClick={() => onChoose(key)}
            onDoubleClick={onSend}
            onKeyDown={(event) => {
              if (event.key === ' ') onChoose(key);
            }}
          >
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <span className={styles.name}>
              {target.name}
              {target.area === null ? null : <small> · {target.area}</small>}
            </span>
            {target.vacant ? <Tag color="warning">{t('act.dispatch.vacant')}</Tag> : null}
            <span className={styles.load}>{t('act.dispatch.load', { count: target.openCases })}</span>
            <span className={styles.why}>{t(`act.dispatch.why.${target.why}`, { rule })}</span>
          </div>
        );
      })}
    </div>
  );
}

function nextIndex(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1);
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (/^[1-9]$/.test(key)) return Number(key) <= count ? Number(key) - 1 : null;
  return null;
}
