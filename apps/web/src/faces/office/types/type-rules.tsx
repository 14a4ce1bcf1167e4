import type { CaseTypeDefinition } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './types-page.module.css';
import { useStepWords } from './use-step-words.ts';
import { useTargetWords } from './use-target-words.ts';

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
  const stepWords = useStepWords();
  return (
    <ol className={styles.numbered}>
      {steps.map((step) => (
        <li key={`${step.clock} ${step.afterMinutes} ${step.action}`}>{stepWords(step)}</li>
      ))}
    </ol>
  );
}
