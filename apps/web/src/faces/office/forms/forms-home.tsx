import { Navigate } from '@tanstack/react-router';
import { Refused } from '../../../ui/state-views.tsx';
import { useSession } from '../shell/use-session.ts';
import { openSections } from './forms-sections.ts';
import { QueuePage } from './queue/queue-page.tsx';

/** Where forms begin: the committee at what it is asked, everybody else at their own first part. */
export function FormsHome() {
  const { permissions } = useSession();
  const [first] = openSections(permissions);
  if (first === undefined) return <Refused />;
  return first.name === 'todo' ? <QueuePage /> : <Navigate to={first.to} replace />;
}
