import { type PackProblem, packProblemWords } from '@linli/domain';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../words/use-local-text.ts';
import styles from './editor.module.css';
import { isPart } from './part-names.ts';

/** What is wrong with the form as it stands, all at once. */
export function FormProblems({ problems }: { readonly problems: readonly PackProblem[] }) {
  const { t } = useTranslation('types');
  const local = useLocalText();
  const word = (part: string) => {
    if (/^\d+$/.test(part)) return String(Number(part) + 1);
    return isPart(part) ? t(`part.${part}`) : part;
  };
  return (
    <div role="status">
      {problems.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('problems', { count: problems.length })}
          description={
            <ul className={styles.changes}>
              {problems.map((problem) => (
                <li key={`${problem.path} ${problem.code}`}>
                  <strong>{problem.path.split('.').map(word).join(' › ')}</strong> {local(packProblemWords(problem))}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}
