import { useParams } from '@tanstack/react-router';
import { useGetSubject } from '../../../../features/registers/get-subject.ts';
import { Skeleton } from '../../../../ui/state-views.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import { SubjectBody } from './subject-body.tsx';

/** One subject of the registers. */
export function SubjectPage() {
  const { subjectId = '' } = useParams({ strict: false });
  const { data, error, isPending, refetch } = useGetSubject({ subjectId });
  if (isPending) return <Skeleton rows={8} />;
  if (data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  return <SubjectBody key={subjectId} detail={data} />;
}
