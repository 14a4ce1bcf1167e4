import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './form-renderer.module.css';

export type ProblemSummaryProps = {
  readonly problems: readonly { readonly fieldId: string; readonly words: string }[];
  /** A new value means a new attempt: the summary takes the focus again. */
  readonly focusKey: string;
};

/** All that must be mended, on top of the form; each line leads to its field. */
export function ProblemSummary({ problems, focusKey }: ProblemSummaryProps) {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const isShown = problems.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: focusKey is the attempt; mending a field must not steal the focus
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [focusKey]);

  if (!isShown) return null;
  return (
    <section ref={box} className={styles.summary} tabIndex={-1} aria-labelledby={headingId}>
      <h2 id={headingId}>{t('problem.summary', { count: problems.length })}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.fieldId}>
            <a
              href={`#${problem.fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                const field = document.getElementById(problem.fieldId);
                field?.scrollIntoView({ block: 'center' });
                field?.focus({ preventScroll: true });
              }}
            >
              {problem.words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
