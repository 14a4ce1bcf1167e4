import type { Permission } from '@linli/domain';

/** The parts of forms: each opens to whoever holds one of its permissions. The first that is open is where a reader begins. */
const formSections = [
  { name: 'todo', to: '/forms', needs: ['forms:fill'] },
  { name: 'mine', to: '/forms/mine', needs: ['forms:file'] },
  { name: 'returns', to: '/forms/returns', needs: ['forms:read'] },
  { name: 'ledgers', to: '/forms/ledgers', needs: ['forms:read'] },
  { name: 'asks', to: '/forms/asks', needs: ['forms:read'] },
  { name: 'items', to: '/forms/items', needs: ['forms:read'] },
  { name: 'burden', to: '/forms/burden', needs: ['forms:read'] },
  { name: 'needs', to: '/forms/needs', needs: ['forms:file', 'forms:approve'] },
] as const satisfies readonly { name: string; to: string; needs: readonly Permission[] }[];

/** Sections open to these permissions, in their order. */
export function openSections(permissions: readonly Permission[]) {
  return formSections.filter(({ needs }) => needs.some((need) => permissions.includes(need)));
}

type SectionName = (typeof formSections)[number]['name'];

/**
 * The section a page of forms lies in; a return lies in its progress. One form and its editor belong to the department's own forms, for who
 * files none to the progress it was opened from.
 */
export function sectionOf(path: string, open: readonly SectionName[]): SectionName | undefined {
  const [, first = ''] = /\/forms(?:\/([^/]*))?/.exec(path) ?? [];
  if (first === '') return open[0];
  const own = formSections.find(({ to }) => to === `/forms/${first}`);
  return own?.name ?? (open.includes('mine') ? 'mine' : 'returns');
}
