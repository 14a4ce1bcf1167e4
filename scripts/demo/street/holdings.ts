import { createNames } from './person-names.ts';
import type { Random } from './random.ts';
import type { Area, Holding, Person, Post, PostRole } from './types.ts';

export interface Staff {
  persons: Person[];
  holdings: Holding[];
}

const workerVacancy = 0.08;
const workerDouble = 0.24;
/** Share of other posts without a holder. */
const vacancies: Partial<Record<PostRole, number>> = {
  'part-time-grid-worker': 0.12,
  'building-leader': 0.05,
  'second-building-leader': 0.15,
  'resident-group-leader': 0.07,
  'micro-grid-leader': 0.03,
};
const withDeputies: readonly PostRole[] = ['grid-leader', 'committee-secretary', 'unit-lead', 'duty-chief'];
const deputyChance = 0.35;

interface Register extends Staff {
  random: Random;
  hire(): string;
}

function createRegister(random: Random): Register {
  const nextName = createNames(random);
  const persons: Person[] = [];
  const hire = (): string => {
    const key = `person-${String(persons.length + 1).padStart(4, '0')}`;
    persons.push({ key, name: nextName() });
    return key;
  };
  return { random, persons, holdings: [], hire };
}

function hold(r: Register, postKey: string, personKey: string): void {
  const fromDay = r.random.int(45, 1500);
  r.holdings.push({ postKey, personKey, fromDay, untilDay: null });
  if (r.random.chance(0.12)) {
    r.holdings.push({ postKey, personKey: r.hire(), fromDay: fromDay + r.random.int(200, 900), untilDay: fromDay });
  }
}

/** Nobody holds the post now; someone did until lately. */
function leaveVacant(r: Register, postKey: string): void {
  const untilDay = r.random.int(4, 75);
  r.holdings.push({ postKey, personKey: r.hire(), fromDay: untilDay + r.random.int(150, 1200), untilDay });
}

function deputise(r: Register, postKey: string, personKey: string): void {
  r.holdings.push({ postKey, personKey, fromDay: r.random.int(3, 44), untilDay: null, deputy: true });
}

function sharesEdge(a: Area, b: Area): boolean {
  const corners = new Set(a.polygon.coordinates[0]?.map(String));
  const common = (b.polygon.coordinates[0] ?? []).slice(0, -1).filter((p) => corners.has(String(p)));
  return a.parentKey === b.parentKey && common.length >= 2;
}

/** One worker has one micro-grid or two neighbours; some stand empty and a neighbour stands in for half of those. */
function assignWorkers(r: Register, posts: readonly Post[], areas: ReadonlyMap<string, Area>): void {
  const open = posts.map((post) => ({ post, area: areas.get(post.areaKey) }));
  const done = new Set<string>();
  let lately: string | undefined;
  for (const { post, area } of open) {
    if (done.has(post.key) || !area) continue;
    done.add(post.key);
    if (r.random.chance(workerVacancy)) {
      leaveVacant(r, post.key);
      if (lately !== undefined && r.random.chance(0.5)) deputise(r, post.key, lately);
      continue;
    }
    lately = r.hire();
    hold(r, post.key, lately);
    const neighbour = open.find((other) => !done.has(other.post.key) && other.area && sharesEdge(area, other.area));
    if (!neighbour || !r.random.chance(workerDouble)) continue;
    done.add(neighbour.post.key);
    hold(r, neighbour.post.key, lately);
  }
}

/** A committee's secretary also answers for it as a unit: what is sent to the committee can be taken by whoever leads it. */
function secretariesAnswer(r: Register, posts: readonly Post[]): void {
  const leads = new Map(
    posts.flatMap((post): [string | null, string][] => (post.role === 'unit-lead' ? [[post.unitKey, post.key]] : [])),
  );
  for (const post of posts.filter(({ role }) => role === 'committee-secretary')) {
    const postKey = leads.get(post.unitKey);
    const held = r.holdings.find((each) => each.postKey === post.key && each.untilDay === null && !each.deputy);
    if (postKey && held) r.holdings.push({ ...held, postKey, deputy: true });
  }
}

/**
 * Puts people on posts. Administrators are three different people; nobody holds two posts but the workers named above and the
 * secretaries.
 */
export function fillPosts(posts: readonly Post[], areas: readonly Area[], random: Random): Staff {
  const r = createRegister(random);
  const byKey = new Map(areas.map((area) => [area.key, area]));
  assignWorkers(
    r,
    posts.filter((post) => post.role === 'grid-worker'),
    byKey,
  );
  for (const post of posts) {
    if (post.role === 'grid-worker') continue;
    if (random.chance(vacancies[post.role] ?? 0)) leaveVacant(r, post.key);
    else hold(r, post.key, r.hire());
    if (withDeputies.includes(post.role) && random.chance(deputyChance)) deputise(r, post.key, r.hire());
  }
  secretariesAnswer(r, posts);
  return { persons: r.persons, holdings: r.holdings };
}
