import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { areaTrail } from '../../case/area-trail.ts';
import { PageFrame } from '../../shell/page-frame.tsx';
import { useMay } from '../../shell/use-session.ts';
import { SubjectActs } from '../events/subject-acts.tsx';
import { SubjectGuardians } from '../guardians/subject-guardians.tsx';
import { HomeLetting } from '../letting/home-letting.tsx';
import styles from './subject.module.css';
import { SubjectCare } from './subject-care.tsx';
import { SubjectCorrections } from './subject-corrections.tsx';
import type { SubjectDetail } from './subject-detail.ts';
import { SubjectFields } from './subject-fields.tsx';
import { SubjectHistory } from './subject-history.tsx';
import { SubjectLinks } from './subject-links.tsx';
import { SubjectPlace } from './subject-place.tsx';
import { SubjectTags } from './subject-tags.tsx';

/** All one may see of a subject: what is known on the left, what belongs to it on the right. */
export function SubjectBody({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['registers', 'subjects']);
  const words = useFieldWords();
  const mayCare = useMay('registers:care');
  const [history, setHistory] = useState<string | undefined>();
  const { subject } = detail;
  const hasFile = subject.noun === 'home' || detail.home !== null || subject.noun === 'household';
  return (
    <PageFrame
      title={subject.name}
      back={
        <Link to="/registers" search={{ noun: subject.noun }}>
          {t('registers:subject.back', { noun: t(`subjects:noun.${subject.noun}`) })}
        </Link>
      }
      explains={[
        words.kind(subject.kind),
        areaTrail(subject.areas),
        subject.since === null ? null : t('registers:subject.since', { day: subject.since }),
        subject.until === null ? null : t('registers:subject.until', { day: subject.until }),
      ]
        .filter((part) => part !== null)
        .join(' · ')}
      tools={
        <div className={styles.tools}>
          {subject.state === 'active' ? null : <Tag color="warning">{t(`subjects:state.${subject.state}`)}</Tag>}
          <Button icon={<History size={14} aria-hidden="true" />} onClick={() => setHistory('')}>
            {t('registers:history.button')}
          </Button>
          {hasFile ? (
            <Link to="/registers/household/$subjectId" params={{ subjectId: subject.id }}>
              {t('registers:household.open')}
            </Link>
          ) : null}
          <SubjectActs detail={detail} />
        </div>
      }
    >
      {detail.mergedInto === null ? null : (
        <p role="status">
          {t('registers:subject.mergedInto')}{' '}
          <Link to="/registers/$subjectId" params={{ subjectId: detail.mergedInto }}>
            {t('registers:subject.openKept')}
          </Link>
        </p>
      )}
      <div className={styles.halves}>
        <div className={styles.main}>
          <SubjectFields detail={detail} onHistory={setHistory} />
        </div>
        <aside className={styles.side} aria-label={t('registers:subject.side')}>
          <SubjectLinks detail={detail} />
          {subject.noun === 'person' ? <SubjectGuardians detail={detail} /> : null}
          {subject.noun === 'home' ? <HomeLetting detail={detail} /> : null}
          {subject.noun === 'person' && mayCare ? <SubjectCare subjectId={subject.id} /> : null}
          <SubjectTags subject={subject} />
          <SubjectCorrections subjectId={subject.id} />
          <SubjectPlace subject={subject} />
        </aside>
      </div>
      {history === undefined ? null : (
        <SubjectHistory
          detail={detail}
          field={history === '' ? undefined : history}
          onClose={() => setHistory(undefined)}
        />
      )}
    </PageFrame>
  );
}
