import type { CountedArea } from './counted-area.ts';
import { followsFromShown } from './follows-from-shown.ts';

/** `few`: fewer than five. `withheld`: could otherwise be used to work out one of those. */
export type ShownCount = number | 'few' | 'withheld';

export const fewest = 5;

/**
 * Hides counts of 1 to 4 where the reader may not see the people, and as many more as it takes that no hidden one follows from the sums:
 * of an area and its parts never exactly one is hidden, parts hidden together leave more than one way to fill them, and no level helps with another. The same tree
 * gives the same answer at whatever level it is shown. `least`: 1 where the reader knows that what has nobody is always shown.
 */
export function suppressCounts(areas: readonly CountedArea[], least: 0 | 1 = 0): Map<string, ShownCount> {
  const isHidden = ({ own, count, hidden }: CountedArea) => hidden === true || (!own && count > 0 && count < fewest);
  const hidden = new Set(areas.filter(isHidden).map(({ id }) => id));
  const byId = new Map(areas.map((area) => [area.id, area]));
  const groups = new Map<string, CountedArea[]>();
  for (const area of areas)
    if (area.parentId !== null && byId.has(area.parentId))
      groups.set(area.parentId, [...(groups.get(area.parentId) ?? []), area]);
  // Hiding only grows, so this ends. What is left to be worked out from several levels together takes more, the nearest first.
  for (;;) {
    hideInGroups({ groups, byId, least }, hidden);
    const known = followsFromShown(areas, hidden, { least, most: fewest - 1 });
    const next = known && nearestToHide(known, { groups, byId, hidden });
    if (!next) break;
    hidden.add(next.id);
  }
  return new Map(
    areas.map(({ id, count }): [string, ShownCount] => {
      if (!hidden.has(id)) return [id, count];
      return [id, count < fewest ? 'few' : 'withheld'];
    }),
  );
}

type Groups = ReadonlyMap<string, readonly CountedArea[]>;
type Areas = ReadonlyMap<string, CountedArea>;

function hideInGroups(
  { groups, byId, least }: { groups: Groups; byId: Areas; least: number },
  hidden: Set<string>,
): void {
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const [parentId, parts] of groups) {
      const parent = byId.get(parentId);
      if (parent) protect(parent, { parts, least }, hidden);
    }
  }
}

/** Something beside the area, else its parent, and so on up; null when nothing more can be hidden. */
function nearestToHide(
  area: CountedArea,
  { groups, byId, hidden }: { groups: Groups; byId: Areas; hidden: ReadonlySet<string> },
): CountedArea | null {
  for (let at = area; at.parentId !== null; ) {
    const parent = byId.get(at.parentId);
    if (!parent) break;
    const beside = nextToHide(groups.get(parent.id) ?? [], hidden);
    if (beside) return beside;
    if (!parent.own && !hidden.has(parent.id)) return parent;
    at = parent;
  }
  return nextToHide([...byId.values()], hidden) ?? null;
}

function protect(
  parent: CountedArea,
  { parts, least }: { parts: readonly CountedArea[]; least: number },
  hidden: Set<string>,
): void {
  for (;;) {
    const dark = parts.filter(({ id }) => hidden.has(id));
    const isParentHidden = hidden.has(parent.id);
    if (dark.length === 0 && !isParentHidden) return;
    // A hidden area and a hidden part of it, or two hidden parts with more than one way to fill them, give nothing away.
    if (isParentHidden && dark.length > 0) return;
    if (!isParentHidden && dark.length > 1 && !follows(dark, least)) return;
    const next = nextToHide(parts, hidden);
    if (next) hidden.add(next.id);
    else if (!isParentHidden && !parent.own) hidden.add(parent.id);
    else return;
  }
}

/** All parts are few and their sum leaves one way to fill them: each is the least, or each is four. */
function follows(dark: readonly CountedArea[], least: number): boolean {
  if (dark.some(({ count }) => count >= fewest)) return false;
  const sum = dark.reduce((all, { count }) => all + count, 0);
  return sum === dark.length * least || sum === dark.length * (fewest - 1);
}

/** The smallest that hides something, else one with nobody in it. */
function nextToHide(parts: readonly CountedArea[], hidden: ReadonlySet<string>): CountedArea | undefined {
  const open = parts.filter(({ id, own }) => !own && !hidden.has(id));
  const order = open.toSorted((a, b) => a.count - b.count || (a.id < b.id ? -1 : 1));
  return order.find(({ count }) => count > 0) ?? order[0];
}
