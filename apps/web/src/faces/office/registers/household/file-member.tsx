import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListSubjectTags } from '../../../../features/registers/list-subject-tags.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { useListTags } from '../../../../features/tags/list-tags.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { useMay } from '../../shell/use-session.ts';
import { useCareWords } from '../care/use-care-words.ts';
import { FileFields } from './file-fields.tsx';
import { FileRefs } from './file-refs.tsx';
import styles from './household.module.css';
import type { HouseholdMember } from './household-file.ts';

/** Somebody who lives here: what they are to the head, what is known, how they are looked after. */
export function FileMember({ member }: { readonly member: HouseholdMember }) {
  const { t } = useTranslation(['registers', 'subjects']);
  const words = useFieldWords();
  const care = useCareWords(member.care.length > 0);
  const relation = words.relation(member.relation);
  return (
    <section className={styles.member} aria-label={member.subject.name}>
      <h3>
        <Link to="/registers/$subjectId" params={{ subjectId: member.subject.id }}>
          {member.subject.name}
        </Link>
        <span className={styles.soft}>
          {[relation, member.since === null ? '' : t('registers:links.since', { day: member.since })]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        {member.care.map((held) => (
          <Tag key={held.classCode} color="processing">
            {`${care.className(held.classCode)} · ${care.gradeName(held.classCode, held.gradeCode)}`}
          </Tag>
        ))}
      </h3>
      <MemberTags subjectId={member.subject.id} />
      <FileRefs label={t('subjects:link.guardian.from')} refs={member.guardians} />
      <FileFields noun="person" fields={member.fields} />
    </section>
  );
}

/** The tags of one of them that this reader may see. */
function MemberTags({ subjectId }: { readonly subjectId: string }) {
  const read = useReadText();
  const mayRead = useMay('tags:read');
  const known = useListTags({}, { enabled: mayRead, staleTimeMs: 300_000 }).data?.tags ?? [];
  const { data } = useListSubjectTags({ subjectId }, { enabled: mayRead });
  const names = (data?.tags ?? []).flatMap(({ tagId }) => {
    const tag = known.find((one) => one.id === tagId);
    return tag === undefined ? [] : [read(tag.name)];
  });
  return names.length === 0 ? null : <p className={styles.soft}>{names.join(' · ')}</p>;
}
