import type { ReactNode } from 'react';
import { QueryView } from '../parts/query-view.tsx';
import { SignInNeeded } from './sign-in-needed.tsx';
import { useSession } from './use-session.ts';

export type ForMeProps = {
  /** What will stand here once signed in. */
  readonly body: string;
  /** Instead of the usual invitation to sign in. */
  readonly signedOut?: ReactNode;
  readonly children: ReactNode;
};

/** What is only for whoever is signed in: waits for the session, else invites to sign in, else shows it. */
export function ForMe({ body, signedOut, children }: ForMeProps) {
  const { query } = useSession();
  return (
    <QueryView query={query} rows={2}>
      {({ kind }) => (kind === 'anonymous' ? (signedOut ?? <SignInNeeded body={body} />) : children)}
    </QueryView>
  );
}
