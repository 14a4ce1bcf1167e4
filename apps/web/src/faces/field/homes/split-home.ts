/** A home's name in two: the building it is in, and what one looks for inside. */
export interface HomeParts {
  readonly building: string;
  readonly room: string;
}

/** “栖霞路64弄17号102室” is 102室 of 栖霞路64弄17号; a name that ends with its building has no room. */
export function splitHome(name: string): HomeParts {
  const at = Math.max(...['号', '幢', '栋', '座', '楼'].map((mark) => name.lastIndexOf(mark)));
  if (at < 0 || at === name.length - 1) return { building: name, room: '' };
  return { building: name.slice(0, at + 1), room: name.slice(at + 1) };
}

const byNumber = new Intl.Collator('zh-CN', { numeric: true });

export interface BuildingHomes<Home> {
  readonly building: string;
  readonly homes: readonly (Home & { readonly room: string })[];
}

/** Homes by building, both in the order of their numbers. */
export function byBuilding<Home extends { readonly name: string }>(
  homes: readonly Home[],
): readonly BuildingHomes<Home>[] {
  const groups = new Map<string, (Home & { room: string })[]>();
  for (const home of homes) {
    const { building, room } = splitHome(home.name);
    groups.set(building, [...(groups.get(building) ?? []), { ...home, room }]);
  }
  return [...groups]
    .map(([building, rows]) => ({ building, homes: rows.sort((a, b) => byNumber.compare(a.room, b.room)) }))
    .sort((a, b) => byNumber.compare(a.building, b.building));
}
