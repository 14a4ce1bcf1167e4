import type { PlacedProblem } from '@linli/contract';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../words/use-local-text.ts';
import styles from './editor.module.css';
import { offsetOf } from './offset-of.ts';

export type YamlEditorProps = {
  readonly label: string;
  readonly value: string;
  readonly problems: readonly PlacedProblem[];
  readonly onChange: (value: string) => void;
};

/** Text with numbered lines; those with problems are marked, and each problem leads to its place. */
export function YamlEditor({ label, value, problems, onChange }: YamlEditorProps) {
  const { t } = useTranslation('types');
  const local = useLocalText();
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const marked = new Set(problems.map(({ line }) => line));
  const lines = value.split('\n').length;

  function goTo({ line, column }: PlacedProblem): void {
    const at = offsetOf(value, line, column);
    const end = value.indexOf('\n', at);
    area.current?.focus();
    area.current?.setSelectionRange(at, end < 0 ? value.length : end);
    const height = Number.parseFloat(getComputedStyle(area.current ?? document.body).lineHeight) || 20;
    if (area.current) area.current.scrollTop = Math.max(0, (line - 4) * height);
  }

  return (
    <>
      <div className={styles.yaml}>
        <div ref={gutter} className={styles.gutter} aria-hidden="true">
          {Array.from({ length: lines }, (_, i) => i + 1).map((line) => (
            <span key={line} data-marked={marked.has(line)}>
              {line}
            </span>
          ))}
        </div>
        <textarea
          ref={area}
          aria-label={label}
          aria-invalid={problems.length > 0}
          spellCheck={false}
          wrap="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <div role="status">
        {problems.length === 0 ? null : <p className={styles.bad}>{t('problems', { count: problems.length })}</p>}
      </div>
      <ul className={styles.problems}>
        {problems.map((problem) => (
          <li key={`${problem.line} ${problem.column} ${problem.path} ${problem.code}`}>
            <button type="button" className={styles.rowName} onClick={() => goTo(problem)}>
              {t('at', { line: problem.line, column: problem.column })} <code>{problem.path}</code>{' '}
              {local(problem.words)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
