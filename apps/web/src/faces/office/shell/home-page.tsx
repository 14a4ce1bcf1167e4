import { Navigate } from '@tanstack/react-router';
import { Refused } from '../../../ui/state-views.tsx';
import { openNouns } from './nouns.ts';
import { useSession } from './use-session.ts';

/** The first noun of the rail that this reader may open. */
export function HomePage() {
  const [first] = openNouns(useSession().permissions);
  return first === undefined ? <Refused /> : <Navigate to={`/${first}`} replace />;
}
