import type { Post, PostRole, Street } from '../street/types.ts';

/** The person of the street behind each ready-made sign-in, by key. The resident has no post and is made with the residents. */
export function chooseReadyMade(street: Street): Map<string, string> {
  const holders = new Map<string, string>();
  for (const { postKey, personKey, untilDay, deputy } of street.holdings)
    if (untilDay === null && !deputy && !holders.has(postKey)) holders.set(postKey, personKey);
  const held = (fits: (post: Post) => boolean) => street.posts.filter((post) => fits(post) && holders.has(post.key));
  const parents = new Map(street.areas.map((area) => [area.key, area.parentKey]));
  const kinds = new Map(street.areas.map((area) => [area.key, area.kind]));
  const worker = held(
    (post) => post.role === 'grid-worker' && kinds.get(parents.get(post.areaKey) ?? '') === 'residential-area',
  ).find((post) => hasTwo(street, holders.get(post.key)));
  const home = parents.get(worker?.areaKey ?? '') ?? '';
  const firm = street.units.find((unit) => unit.kind === 'property-firm' && unit.areaKeys.includes(home));
  const byRole = (role: PostRole) => (post: Post) => post.role === role;
  const chosen: [string, Post | undefined][] = [
    ['02-grid-worker', worker],
    ['03-unit-handler', held((p) => p.role === 'unit-handler' && p.unitKey === firm?.key)[0]],
    ['04-unit-lead', held((p) => p.role === 'unit-lead' && p.unitKey === 'unit-urban-management')[0]],
    [
      '05-committee-secretary',
      held((p) => p.role === 'committee-secretary' && p.areaKey === home)[0] ?? held(byRole('committee-secretary'))[0],
    ],
    ['06-dispatcher', held((p) => p.role === 'dispatcher' && p.sealed !== true)[0]],
    ['07-duty-chief', held(byRole('duty-chief'))[0]],
    ['08-checker', held(byRole('checker'))[0]],
    ['09-commander', held(byRole('commander'))[0]],
    ['10-system-admin', held(byRole('system-admin'))[0]],
    ['11-security-admin', held(byRole('security-admin'))[0]],
    ['12-audit-admin', held(byRole('audit-admin'))[0]],
    // Whose procedures the tour walks: mediation and approvals, petitions.
    ['13-unit-lead', held((p) => p.role === 'unit-lead' && p.unitKey === 'unit-justice')[0]],
    ['14-unit-lead', held((p) => p.role === 'unit-lead' && p.unitKey === 'unit-safety')[0]],
    ['15-dispatcher', held((p) => p.sealed === true)[0]],
    // A second hand over the same registers: what one keeper enters and another confirms.
    [
      '16-grid-leader',
      held((p) => p.role === 'grid-leader' && p.areaKey === parents.get(home))[0] ?? held(byRole('grid-leader'))[0],
    ],
  ];
  const people = new Map<string, string>();
  for (const [key, post] of chosen) {
    const person = post && holders.get(post.key);
    if (person === undefined) throw new Error(`the street has nobody for the sign-in ${key}`);
    people.set(key, person);
  }
  return people;
}

/** A worker of two micro-grids has more to show. */
function hasTwo(street: Street, personKey: string | undefined): boolean {
  return street.holdings.filter((h) => h.personKey === personKey && h.untilDay === null && !h.deputy).length === 2;
}
