import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useGetMyData } from '../../../features/privacy/get-my-data.ts';
import { lookerWords } from '../../../features/registers/looker-words.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { Empty } from '../../../ui/state-views.tsx';
import { instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { PageHead } from '../parts/page-head.tsx';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';
import { ForMe } from '../session/for-me.tsx';
import { CopySection } from './copy-section.tsx';
import { HeldGroups } from './held-groups.tsx';
import { MySubject } from './my-subject.tsx';
import { usePrivacyWords } from './use-privacy-words.ts';

/** Everything held of me, who looked at it, and a copy to take away. */
export function MyDataPage() {
  usePrivacyWords();
  const { t } = useTranslation('privacy');
  return (
    <div className={parts.stack}>
      <PageHead title={t('myData.title')} back="/me" />
      <p>{t('myData.body')}</p>
      <ForMe body={t('myData.needed')}>
        <Link to="/my-rights" className={buttonClass({ kind: 'plain', wide: true })}>
          {t('myData.rights')}
        </Link>
        <MySubject>{(subjectId) => <Held key={subjectId} subjectId={subjectId} />}</MySubject>
      </ForMe>
    </div>
  );
}

function Held({ subjectId }: { readonly subjectId: string }) {
  const { t } = useTranslation('privacy');
  const { t: uiText } = useTranslation('ui');
  const read = useReadText();
  const now = useNow();
  const query = useGetMyData({ subjectId });
  return (
    <QueryView query={query} rows={6}>
      {({ groups, tags, links, looks }) => (
        <>
          {groups.length === 0 ? <Empty title={t('myData.empty')} body={t('myData.emptyBody')} /> : null}
          <CopySection subjectId={subjectId} />
          <HeldGroups subjectId={subjectId} groups={groups} />
          {links.length === 0 ? null : (
            <Section title={t('myData.links')}>
              <ul className={parts.list}>
                {links.map((link) => (
                  <li key={`${link.kind} ${link.role} ${link.name} ${link.from}`} className={parts.item}>
                    {link.guards
                      ? t('myData.ward', { name: link.name })
                      : `${t(`myData.linkKind.${link.kind}`)}：${link.name}`}{' '}
                    <span className={parts.note}>
                      {link.waits
                        ? t('myData.waits')
                        : t('myData.since', { day: link.from }) +
                          (link.until === null ? '' : t('myData.until', { day: link.until }))}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {tags.length === 0 ? null : (
            <Section title={t('myData.tags')}>
              <ul className={parts.list}>
                {tags.map((tag) => (
                  <li key={tag.code} className={parts.item}>
                    <strong>{read(tag.name)}</strong>
                    <p className={parts.note}>
                      {t(tag.byRule ? 'myData.tagByRule' : 'myData.tagByHand')} · {read(tag.purpose)}
                    </p>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title={t('myData.looks')}>
            {looks.length === 0 ? (
              <p>{t('myData.noLooks')}</p>
            ) : (
              <ul className={parts.list}>
                {looks.map((look) => (
                  <li key={`${look.at} ${look.field}`} className={parts.item}>
                    {t('myData.look', {
                      who: lookerWords(look),
                      what: look.label ? read(look.label) : look.field,
                      reason: look.reason,
                    })}
                    <p className={parts.note}>
                      <time dateTime={look.at}>{instantWords(look.at, now, uiText)}</time>
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </>
      )}
    </QueryView>
  );
}
