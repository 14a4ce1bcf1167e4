import { useGetAreaTree } from '../../../features/places/get-area-tree.ts';

/** The committees' areas of the site, in the order of the tree. */
export function useCommittees(): readonly { readonly id: string; readonly name: string }[] {
  const { data } = useGetAreaTree({}, { staleTimeMs: 300_000 });
  return (data?.areas ?? []).filter(({ level }) => level === 3);
}
