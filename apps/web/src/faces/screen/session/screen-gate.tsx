import { ApiError } from '@linli/client';
import type { ReactNode } from 'react';
import { useGetSession } from '../../../features/access/get-session.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { ScreenProblem } from '../board/screen-problem.tsx';
import { SignInHint } from './sign-in-hint.tsx';

/** Shows the wall to whoever is signed in with a post that reads figures; the session is the one of the other faces. */
export function ScreenGate({ children }: { readonly children: ReactNode }) {
  const { data, error, isPending, refetch } = useGetSession({}, { refetchIntervalMs: 60_000 });
  if (isPending) return <Skeleton shape="block" />;
  if (data === undefined) return <ScreenProblem error={error} onRetry={() => void refetch()} />;
  if (data.kind === 'anonymous') return <SignInHint isDemo={data.demo} />;
  if (!data.permissions.includes('measures:read')) return <SignInHint isDemo={data.demo} refused={data.name} />;
  return children;
}

/** Whether an answer says that nobody is signed in any more. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}
