import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useListRevealsAboutMe } from '../../../features/access/list-reveals-about-me.ts';
import { lookerWords } from '../../../features/registers/looker-words.ts';
import { Empty } from '../../../ui/state-views.tsx';
import { instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { PageHead } from '../parts/page-head.tsx';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';
import { ForMe } from '../session/for-me.tsx';
import { useSession } from '../session/use-session.ts';

/** Who looked at my contact details, when and why. */
export function RevealsPage() {
  const { t } = useTranslation('resident');
  const { t: uiText } = useTranslation('ui');
  const { isSignedIn } = useSession();
  const query = useListRevealsAboutMe({}, { enabled: isSignedIn });
  const now = useNow();
  return (
    <div className={parts.stack}>
      <PageHead title={t('reveals.title')} back="/me" />
      <p>{t('reveals.body')}</p>
      <ForMe body={t('reveals.needed')}>
        <QueryView query={query}>
          {({ reveals }) =>
            reveals.length === 0 ? (
              <Empty title={t('reveals.emptyTitle')} body={t('reveals.emptyBody')} />
            ) : (
              <ul className={parts.list}>
                {reveals.map((reveal) => (
                  <li key={`${reveal.at} ${reveal.nounId}`} className={parts.item}>
                    <strong>{lookerWords(reveal)}</strong>
                    <p>{t('reveals.reason', { reason: reveal.reason })}</p>
                    <p className={parts.note}>
                      <time dateTime={reveal.at}>{instantWords(reveal.at, now, uiText)}</time>
                    </p>
                    {reveal.noun === 'case' ? (
                      <Link to="/cases/$caseId" params={{ caseId: reveal.nounId }}>
                        {t('reveals.open')}
                      </Link>
                    ) : null}
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      </ForMe>
    </div>
  );
}
