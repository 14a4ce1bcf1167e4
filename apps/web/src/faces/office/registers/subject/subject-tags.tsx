import { Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListSubjectTags } from '../../../../features/registers/list-subject-tags.ts';
import { useListTags } from '../../../../features/tags/list-tags.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { useMay } from '../../shell/use-session.ts';
import { SubjectHandTags } from '../../tags/subject-hand-tags.tsx';
import styles from './subject.module.css';
import type { SubjectDetail } from './subject-detail.ts';

/** Tags with why they stand: the rule in words, or who set them and until when. */
export function SubjectTags({ subject }: { readonly subject: SubjectDetail['subject'] }) {
  const { t } = useTranslation('registers');
  const read = useReadText();
  const mayRead = useMay('tags:read');
  const known = useListTags({}, { enabled: mayRead, staleTimeMs: 300_000 }).data?.tags ?? [];
  const { data } = useListSubjectTags({ subjectId: subject.id });
  const rows = (data?.tags ?? []).flatMap((held) => {
    const tag = known.find((one) => one.id === held.tagId);
    if (tag === undefined) return [];
    const rule = tag.ruleWords === null ? '' : read(tag.ruleWords);
    const byHand = [held.setBy, held.why, held.until].filter((part) => part !== null).join(' · ');
    return [{ id: tag.id, name: read(tag.name), why: held.byRule ? rule : byHand }];
  });
  return (
    <section className={styles.section}>
      <h2>{t('tags.title')}</h2>
      {rows.length === 0 ? <p className={styles.soft}>{t('tags.none')}</p> : null}
      <div>
        {rows.map((row) => (
          <Tooltip key={row.id} title={row.why}>
            <Tag>{row.name}</Tag>
          </Tooltip>
        ))}
      </div>
      {subject.state === 'active' ? <SubjectHandTags subject={subject} /> : null}
    </section>
  );
}
