import { useTranslation } from 'react-i18next';
import { useAskRights } from '../../../features/privacy/ask-rights.ts';
import { useExplainDecisions } from '../../../features/privacy/explain-decisions.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Button } from '../../../ui/button.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';

/** What the product decided by rule, why, and a way to have a human look. */
export function DecisionList({ subjectId }: { readonly subjectId: string }) {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  const query = useExplainDecisions({ subjectId });
  const { mutate, isPending, error } = useAskRights();
  return (
    <QueryView query={query}>
      {({ decisions }) =>
        decisions.length === 0 ? (
          <p>{t('decisions.none')}</p>
        ) : (
          <>
            <CallProblem error={error} />
            <ul className={parts.list}>
              {decisions.map(({ about, name, rule, version, facts, rechecking }) => (
                <li key={about}>
                  <details className={parts.fold}>
                    <summary>{read(name)}</summary>
                    <p>{t('decisions.rule', { rule: read(rule) })}</p>
                    {facts.map(({ label, value }) => (
                      <p key={label.zh} className={parts.note}>
                        {t('decisions.fact', { label: read(label), value })}
                      </p>
                    ))}
                    <p className={parts.note}>{t('decisions.version', { version })}</p>
                    {rechecking ? (
                      <p>{t('decisions.rechecking')}</p>
                    ) : (
                      <Button
                        busy={isPending}
                        onClick={() => mutate({ kind: 'explain', subjectId, about, words: read(name) })}
                      >
                        {t('decisions.refuse')}
                      </Button>
                    )}
                  </details>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </QueryView>
  );
}
