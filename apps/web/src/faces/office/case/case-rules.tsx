import type { CaseDetail } from '@linli/contract';
import { Check, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './case-panel.module.css';

/** Why it went where it went: the rules in the order they were tried, up to the one that fired. */
export function CaseRules({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('office');
  const local = useLocalText();
  const { dispatch, type } = detail;
  if (dispatch === null) return null;
  return (
    <section className={styles.section}>
      <h3>{t('case.rules')}</h3>
      <p>{t('case.ruleFired', { rule: local(dispatch.ruleLabel) })}</p>
      <ol className={styles.rules}>
        {dispatch.tried.map((tried) => {
          const rule = type.dispatch.find((each) => each.key === tried.ruleKey);
          return (
            <li key={tried.ruleKey} data-matched={tried.matched}>
              {tried.matched ? <Check size={16} aria-hidden="true" /> : <Minus size={16} aria-hidden="true" />}
              <span>{rule === undefined ? tried.ruleKey : local(rule.label)}</span>
              <span>{t(tried.matched ? 'case.ruleMatched' : 'case.ruleNot')}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
