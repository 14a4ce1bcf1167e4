import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetCaseTypeDraft } from '../../../../features/cases/get-case-type-draft.ts';
import { useGetTypeVersion } from '../../../../features/cases/get-type-version.ts';
import { useListTypeVersions } from '../../../../features/cases/list-type-versions.ts';
import { Refused, Skeleton } from '../../../../ui/state-views.tsx';
import { useMay } from '../../shell/use-session.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import styles from './editor.module.css';
import { TypeEditor } from './type-editor.tsx';

const route = getRouteApi('/types/$code');

/** A case type to edit: its draft if there is one, else the version in force. */
export function TypePage() {
  const { t } = useTranslation('types');
  const { code } = route.useParams();
  const mayEdit = useMay('types:edit');
  return (
    <div className={styles.page}>
      <p>
        <Link to="/types">{t('back')}</Link>
      </p>
      {mayEdit ? <LoadedType key={code} code={code} /> : <Refused />}
    </div>
  );
}

function LoadedType({ code }: { readonly code: string }) {
  const history = useListTypeVersions({ code });
  const version = useGetTypeVersion({ code });
  const draft = useGetCaseTypeDraft({ code });
  // After publishing, discarding or meeting somebody else's change the editor begins anew with what the server has.
  const [round, setRound] = useState(0);
  const failed = [history, version, draft].find(({ error, data }) => error !== null && data === undefined);
  function again(): void {
    void Promise.all([history.refetch(), version.refetch(), draft.refetch()]).then(() => setRound(round + 1));
  }
  if (failed !== undefined) return <QueryProblem error={failed.error} onRetry={again} />;
  if (!history.data || !version.data || !draft.data) return <Skeleton rows={8} />;
  const kept = draft.data.draft;
  return (
    <TypeEditor
      key={round}
      history={history.data}
      start={{
        code,
        inForce: history.data.inForce,
        yaml: kept?.yaml ?? version.data.yaml,
        definition: kept === null ? version.data.definition : kept.definition,
        draft: kept,
      }}
      onAgain={again}
    />
  );
}
