import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSignOut } from '../../../features/access/sign-out.ts';

/** Signs out, forgets what the page knew of this person, and goes home. */
export function useLeave() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const leave = () =>
    signOut.mutate(
      {},
      {
        onSuccess: () => {
          for (const module of ['cases', 'notices']) queries.removeQueries({ queryKey: [module] });
          void navigate({ to: '/' });
        },
      },
    );
  return { leave, isPending: signOut.isPending, error: signOut.error };
}
