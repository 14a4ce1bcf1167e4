import { useSession } from '../shell/use-session.ts';

/** The committee of whoever sits here: the area of a post on that level. */
export function useMyCommittee(): { readonly id: string; readonly name: string } | null {
  const post = useSession().posts.find(({ areaLevel }) => areaLevel === 3);
  return post === undefined ? null : { id: post.areaId, name: post.areaName };
}
