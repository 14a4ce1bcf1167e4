import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useGetCase } from '../../../features/cases/get-case.ts';
import { Watermark } from '../../../ui/watermark.tsx';
import { CaseStoryPage } from '../case/case-story-page.tsx';
import { useFollowCase } from '../case/use-follow-case.ts';
import { PageHead } from '../parts/page-head.tsx';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';

/** One case as a story. Public ones need no session. */
export function CasePage() {
  const { t } = useTranslation('resident');
  const { caseId = '' } = useParams({ strict: false });
  const query = useGetCase({ caseId });
  useFollowCase(caseId, query.data?.seq);
  return (
    <div className={parts.stack} style={{ position: 'relative' }}>
      <PageHead title={query.data === undefined ? t('case.title') : query.data.title} back={backOf(query.data)} />
      <QueryView query={query} rows={6}>
        {(detail) => (
          <>
            <CaseStoryPage detail={detail} />
            <Watermark words={detail.watermark} />
          </>
        )}
      </QueryView>
    </div>
  );
}

function backOf(
  detail: { readonly can: readonly string[]; readonly reporter: { readonly mine: boolean } } | undefined,
) {
  return detail?.reporter.mine === true ? '/mine' : '/nearby';
}
