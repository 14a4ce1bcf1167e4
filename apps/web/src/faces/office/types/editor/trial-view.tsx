import type { OutputOf, tryCaseType } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../../ui/state-views.tsx';
import { useLocalText } from '../../words/use-local-text.ts';
import { useTargetWords } from '../use-target-words.ts';
import styles from './editor.module.css';

export type Trial = NonNullable<OutputOf<typeof tryCaseType>['trial']>;
type Example = Trial['moves'][number]['examples'][number];

/** What a version would have made of last month's cases. */
export function TrialView({ trial }: { readonly trial: Trial }) {
  const { t } = useTranslation(['types', 'office']);
  const local = useLocalText();
  const targetWords = useTargetWords();
  if (trial.cases === 0) return <Empty title={t('types:trial.noneTitle')} body={t('types:trial.noneBody')} />;
  const moved = trial.moves.reduce((sum, move) => sum + move.count, 0);
  const side = (end: Trial['moves'][number]['from']) =>
    `${targetWords(end.target)}${end.label === null ? '' : ` · ${local(end.label)}`}`;
  return (
    <div className={styles.preview}>
      <p role="status">
        {t('types:trial.looked', { count: trial.cases })}
        {trial.bounded ? t('types:trial.bounded') : ''}
      </p>
      <section>
        <h4>{t('types:trial.moved', { count: moved })}</h4>
        {moved === 0 ? <p className={styles.note}>{t('types:trial.stay')}</p> : null}
        {moved === 0 ? null : (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('types:trial.from')}</th>
                <th scope="col">{t('types:trial.to')}</th>
                <th scope="col">{t('types:trial.cases')}</th>
              </tr>
            </thead>
            <tbody>
              {trial.moves.map((move) => (
                <tr key={JSON.stringify([move.from, move.to])}>
                  <td>{side(move.from)}</td>
                  <td>{side(move.to)}</td>
                  <td>
                    {move.count} <Examples of={move.examples} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {trial.failed.map((row) => (
          <Alert
            key={row.ruleKey}
            type="warning"
            showIcon
            title={t('types:trial.failed', { rule: row.ruleKey, count: row.count, fault: row.error })}
          />
        ))}
      </section>
      <section>
        <h4>{t('types:trial.deadlines')}</h4>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['clock', 'earlier', 'later', 'same', 'overdueBefore', 'overdueAfter'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`types:trial.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trial.clocks.map((row) => (
              <tr key={row.clock}>
                <th scope="row">{t(`office:clock.${row.clock}`)}</th>
                <td>{row.earlier + row.added}</td>
                <td>{row.later + row.dropped}</td>
                <td>{row.same}</td>
                <td>{row.overdueBefore}</td>
                <td>
                  {row.overdueAfter} <Examples of={row.examples} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.note}>{t('types:trial.withoutClocks', { count: trial.withoutClocks })}</p>
      </section>
      <section>
        <h4>{t('types:trial.refused', { count: trial.refusedCases })}</h4>
        <ul>
          {trial.refusals.map((row) => (
            <li key={`${row.field} ${row.reason}`}>
              {row.label === null ? row.field : local(row.label)} {t(`types:reason.${reasonKey(row.reason)}`)} ·{' '}
              {row.count} <Examples of={row.examples} />
            </li>
          ))}
        </ul>
      </section>
      <p className={styles.note}>{t('types:trial.meaning')}</p>
    </div>
  );
}

const reasons = [
  'required',
  'not-an-option',
  'too-small',
  'too-big',
  'too-long',
  'photos-missing',
  'place-missing',
] as const;

function reasonKey(reason: string): (typeof reasons)[number] | 'invalid' {
  return reasons.find((each) => each === reason) ?? 'invalid';
}

/** Cases to look at; a number without a link where the reader may not open it. */
export function Examples({ of }: { readonly of: readonly Example[] }) {
  return of.map((each) => (
    <span key={each.caseId} className={styles.example} title={each.areaName}>
      {each.mayOpen ? (
        <Link to="/cases/$caseId" params={{ caseId: each.caseId }}>
          {each.number}
        </Link>
      ) : (
        each.number
      )}
    </span>
  ));
}
