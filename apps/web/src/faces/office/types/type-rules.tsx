import { type CaseTypeDefinition, roleWords } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { durationWords } from '../../../ui/time-words.ts';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './types-page.module.css';
import { isRole, useTargetWords } from './use-target-words.ts';

/** Dispatch rules in their order; the first that fits decides. */
export function RuleList({ rules }: { readonly rules: CaseTypeDefinition['dispatch'] }) {
  const { t } = useTranslation('office');
  const local = useLocalText();
  const targetWords = useTargetWords();

  if (rules.length === 0) return <p>{t('types.noRules')}</p>;
  return (
    <ol className={styles.numbered}>
      {rules.map((rule) => (
        <li key={rule.key}>
          <strong>{local(rule.label)}</strong> → {targetWords(rule.target)}
          {rule.when === undefined ? (
            <span className={styles.note}>{t('types.always')}</span>
          ) : (
            <code className={styles.when}>{rule.when}</code>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Who is told, and when, around each deadline. */
export function EscalationList({ steps }: { readonly steps: CaseTypeDefinition['escalation'] }) {
  const { t } = useTranslation(['office', 'common']);
  const local = useLocalText();
  const { t: ui } = useTranslation('ui');
  return (
    <ol className={styles.numbered}>
      {steps.map((step) => {
        const duration = durationWords(step.afterMinutes * 60_000, ui);
        const who = step.notify.map((each) => (isRole(each) ? local(roleWords[each]) : t('office:types.holder')));
        return (
          <li key={`${step.clock} ${step.afterMinutes} ${step.action}`}>
            {t(momentKey(step.afterMinutes), {
              clock: t(`office:clock.${step.clock}`),
              duration,
            })}
            {t(`office:types.step.${step.action}`, { who: who.join(t('common:listJoin')) })}
          </li>
        );
      })}
    </ol>
  );
}

function momentKey(afterMinutes: number) {
  if (afterMinutes === 0) return 'office:types.atDue';
  return afterMinutes < 0 ? 'office:types.before' : 'office:types.past';
}
