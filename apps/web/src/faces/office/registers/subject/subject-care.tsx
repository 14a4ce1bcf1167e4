import { useTranslation } from 'react-i18next';
import { useGetHouseholdFile } from '../../../../features/registers/get-household-file.ts';
import { useCareWords } from '../care/use-care-words.ts';
import styles from './subject.module.css';

/** Which care groups somebody is in; they come and go with the facts. */
export function SubjectCare({ subjectId }: { readonly subjectId: string }) {
  const { t } = useTranslation('registers');
  const words = useCareWords();
  const { data } = useGetHouseholdFile({ subjectId });
  if (data === undefined) return null;
  const members = [...data.households.flatMap((household) => household.members), ...data.others];
  const care = members.find((member) => member.subject.id === subjectId)?.care ?? [];
  return (
    <section className={styles.section}>
      <h2>{t('care.title')}</h2>
      {care.length === 0 ? <p className={styles.soft}>{t('care.none')}</p> : null}
      <ul>
        {care.map((held) => (
          <li key={held.classCode}>
            <strong>{words.className(held.classCode)}</strong>
            <span>{words.gradeName(held.classCode, held.gradeCode)}</span>
            <span className={styles.soft}>{words.sides(held.classCode)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
