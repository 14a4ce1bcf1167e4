import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { FileText, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useGetHouseholdFile } from '../../../../features/registers/get-household-file.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { Skeleton } from '../../../../ui/state-views.tsx';
import { areaTrail } from '../../case/area-trail.ts';
import { useSession } from '../../shell/use-session.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import { siteToday } from '../../words/site-time.ts';
import { FileCases } from './file-cases.tsx';
import { FileFields } from './file-fields.tsx';
import { FileMember } from './file-member.tsx';
import { FileRefs } from './file-refs.tsx';
import styles from './household.module.css';
import type { HouseholdFile } from './household-file.ts';

/** One file per household: the home and all in it, on one page that can be printed. */
export function HouseholdPage() {
  const { subjectId = '' } = useParams({ strict: false });
  const { data, error, isPending, refetch } = useGetHouseholdFile({ subjectId });
  if (isPending) return <Skeleton rows={8} />;
  if (data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return <File file={data} subjectId={subjectId} />;
}

function File({ file, subjectId }: { readonly file: HouseholdFile; readonly subjectId: string }) {
  const { t } = useTranslation(['registers', 'subjects']);
  const words = useFieldWords();
  const { name } = useSession();
  const { home } = file;
  const people = file.households.reduce((sum, each) => sum + each.members.length, file.others.length);
  const use = home?.fields.find((field) => field.code === 'use')?.value ?? null;
  const title = file.address === '' ? t('registers:household.title') : file.address;
  return (
    <div className={styles.page}>
      <article className={styles.file}>
        <header className={styles.head}>
          <div>
            <h1>{title}</h1>
            <p className={styles.soft}>
              {[
                home === null ? null : areaTrail(home.subject.areas),
                use === null ? null : words.value('home', 'use', use),
                t('registers:household.count', { households: file.households.length, people }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </div>
          <div className={styles.tools}>
            <Link to="/registers/$subjectId" params={{ subjectId: home?.subject.id ?? subjectId }}>
              {t('registers:household.back')}
            </Link>
            <Button icon={<Printer size={14} aria-hidden="true" />} onClick={() => window.print()}>
              {t('registers:household.print')}
            </Button>
            <Button
              icon={<FileText size={14} aria-hidden="true" />}
              href={`/api/household-paper?subjectId=${encodeURIComponent(subjectId)}`}
              target="_blank"
            >
              {t('registers:household.pdf')}
            </Button>
          </div>
        </header>
        {home === null ? null : (
          <section>
            <h2>{t('registers:household.home')}</h2>
            <FileFields noun="home" fields={home.fields} />
            <FileRefs label={t('subjects:link.owner.from')} refs={file.owners} />
            <FileRefs label={t('subjects:link.tenant.from')} refs={file.tenants} />
          </section>
        )}
        {file.households.map((household) => (
          <section key={household.subject.id}>
            <h2>{t('registers:links.householdOf', { name: household.subject.name })}</h2>
            <FileFields noun="household" fields={household.fields} />
            {household.members.map((member) => (
              <FileMember key={member.subject.id} member={member} />
            ))}
          </section>
        ))}
        {file.others.length === 0 ? null : (
          <section>
            <h2>{t('registers:household.others')}</h2>
            {file.others.map((member) => (
              <FileMember key={member.subject.id} member={member} />
            ))}
          </section>
        )}
        {file.entities.length === 0 ? null : (
          <section>
            <h2>{t('registers:household.entities')}</h2>
            {file.entities.map((entity) => (
              <div key={entity.subject.id}>
                <FileRefs label={words.kind(entity.subject.kind)} refs={[entity.subject]} />
                <FileFields noun="entity" fields={entity.fields} />
              </div>
            ))}
          </section>
        )}
        <FileCases cases={file.cases} />
        <footer className={styles.foot}>{t('registers:household.foot', { name, day: siteToday(new Date()) })}</footer>
      </article>
    </div>
  );
}
