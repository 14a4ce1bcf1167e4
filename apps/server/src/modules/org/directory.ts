import {
  type Actor,
  carries,
  type DispatchTarget,
  isUnitRole,
  isWithin,
  type Permission,
  type Role,
  roleWords,
  type Scope,
} from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { findMediators, findRooms, type Mediator, type Room } from './mediators/store.ts';

export interface Unit {
  id: string;
  siteId: string;
  /** Top label of its site's paths. */
  sitePath: string;
  key: string;
  name: string;
  kind: string;
  active: boolean;
  /** Told to everybody. */
  phone: string | null;
  /** Paths of the areas it serves; empty = the whole site. */
  paths: readonly string[];
}
export interface Post {
  id: string;
  role: Role;
  areaId: string;
  areaName: string;
  path: string;
  unitId: string | null;
  /** Let into sealed matters of its place. */
  sealed: boolean;
}
export interface Holding {
  postId: string;
  accountId: string;
  from: string;
  /** The first day no longer held; null = open. */
  until: string | null;
  deputy: boolean;
}

/** Where a case is sent; `name` is what people read. */
export interface Target {
  kind: 'unit' | 'post' | 'pool' | 'desk';
  unitId: string | null;
  postId: string | null;
  unitKind: string | null;
  name: string;
  /** True when the post asked for is vacant and somebody above stands in. */
  standIn: boolean;
}

/** Units, posts and who holds them, in memory: dispatching asks it for every report. */
export interface Directory {
  units: ReadonlyMap<string, Unit>;
  posts: ReadonlyMap<string, Post>;
  /** Registers of the committees; also those no longer active, whom history names. */
  mediators: ReadonlyMap<string, Mediator>;
  rooms: ReadonlyMap<string, Room>;
  holders(postId: string, day: string): readonly Holding[];
  /** Scopes and pools of an account on a day. */
  reachOf(accountId: string, day: string): Pick<Actor, 'scopes' | 'pools'>;
  /** The post or unit a dispatch rule means at this place; null when there is none. */
  resolve(target: DispatchTarget, place: { siteId: string; path: string }, day: string): Target | null;
  /** Units serving a place, the most specific first. */
  unitsAt(place: { siteId: string; path: string }): readonly Unit[];
  postsAt(path: string): readonly Post[];
  postName(postId: string): string;
  /** Accounts that a target reaches today. */
  accountsOf(target: { unitId: string | null; postId: string | null }, day: string): readonly string[];
  /** Accounts holding a role whose place contains the path; with `needs`, of posts that carry it. */
  accountsByRole(role: Role, path: string, day: string, needs?: Permission): readonly string[];
}

/** Who stands in, in order, when the post asked for is vacant. Nobody found leaves the case with the desk: the dispatcher, who handles nothing. */
const standIns: readonly Role[] = ['micro-grid-leader', 'part-time-grid-worker', 'committee-secretary', 'grid-leader'];

export async function loadDirectory(db: Db): Promise<Directory> {
  const units =
    await sql<Unit>`select unit.id, unit.site_id as "siteId", unit.path::text as "sitePath", unit.key, unit.name, unit.kind, unit.active, unit.phone,
      coalesce(array_agg(area.path::text order by area.path) filter (where area.id is not null), '{}') as paths
    from unit left join unit_area on unit_area.unit_id = unit.id left join area on area.id = unit_area.area_id
    group by unit.id order by unit.name, unit.id`.execute(db);
  const posts =
    await sql<Post>`select post.id, post.role, post.area_id as "areaId", area.name as "areaName", post.path::text as path, post.unit_id as "unitId",
      post.sealed from post join area on area.id = post.area_id where post.active order by post.path, post.role, post.id`.execute(
      db,
    );
  const holdings =
    await sql<Holding>`select holding.post_id as "postId", holding.account_id as "accountId", holding.valid_from as "from",
      holding.valid_to as until, holding.deputy
    from holding order by holding.deputy, holding.valid_from, holding.id`.execute(db);
  return buildDirectory(units.rows, posts.rows, holdings.rows, {
    mediators: await findMediators(db),
    rooms: await findRooms(db),
  });
}

function groupBy<K, V>(rows: readonly V[], keyOf: (row: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

export function buildDirectory(
  unitRows: readonly Unit[],
  postRows: readonly Post[],
  holdingRows: readonly Holding[],
  registers: { mediators: readonly Mediator[]; rooms: readonly Room[] } = { mediators: [], rooms: [] },
): Directory {
  const units = new Map(unitRows.map((u) => [u.id, u]));
  const posts = new Map(postRows.map((p) => [p.id, p]));
  const byPost = groupBy(holdingRows, (h) => h.postId);
  const byAccount = groupBy(holdingRows, (h) => h.accountId);
  const byPlace = groupBy(postRows, (p) => p.path);
  const byUnit = groupBy(postRows, (p) => p.unitId);
  const byRole = groupBy(postRows, (p) => p.role);
  const holds = (h: Holding, day: string) => h.from <= day && (h.until === null || day < h.until);
  const holders = (postId: string, day: string) => (byPost.get(postId) ?? []).filter((h) => holds(h, day));

  const postName = (postId: string) => {
    const post = posts.get(postId);
    if (!post) return '';
    const unit = post.unitId ? units.get(post.unitId) : undefined;
    return `${unit ? unit.name : post.areaName} ${roleWords[post.role].zh}`;
  };
  const toPost = (post: Post, standIn: boolean): Target => ({
    kind: 'post',
    unitId: null,
    postId: post.id,
    unitKind: null,
    name: postName(post.id),
    standIn,
  });
  const toUnit = (unit: Unit): Target => ({
    kind: 'unit',
    unitId: unit.id,
    postId: null,
    unitKind: null,
    name: unit.name,
    standIn: false,
  });

  /** Paths from the place upwards. */
  const upwards = (path: string) => {
    const labels = path.split('.');
    return labels.map((_, i) => labels.slice(0, labels.length - i).join('.'));
  };
  const held = (path: string, role: Role, day: string) =>
    (byPlace.get(path) ?? []).find((p) => p.role === role && holders(p.id, day).length > 0);

  function resolvePost(role: Role, level: number, path: string, day: string): Target | null {
    const at = path.split('.').slice(0, level).join('.');
    const wanted = held(at, role, day);
    if (wanted) return toPost(wanted, false);
    for (const above of upwards(at)) {
      for (const other of [role, ...standIns]) {
        const post = held(above, other, day);
        if (post) return toPost(post, true);
      }
    }
    return null;
  }

  const serves = (unit: Unit, path: string) =>
    unit.paths.length === 0 ? 0 : Math.max(-1, ...unit.paths.filter((p) => isWithin(path, p)).map((p) => p.length));
  function unitsAt(place: { siteId: string; path: string }): readonly Unit[] {
    return unitRows
      .filter((u) => u.active && u.siteId === place.siteId && serves(u, place.path) >= 0)
      .sort((a, b) => serves(b, place.path) - serves(a, place.path) || a.name.localeCompare(b.name, 'zh-CN'));
  }

  return {
    units,
    posts,
    mediators: new Map(registers.mediators.map((one) => [one.id, one])),
    rooms: new Map(registers.rooms.map((one) => [one.id, one])),
    holders,
    postName,
    unitsAt,
    postsAt: (path) => byPlace.get(path) ?? [],
    reachOf(accountId, day) {
      const scopes: Scope[] = [];
      const pools: { unitKind: string; path: string }[] = [];
      for (const holding of byAccount.get(accountId) ?? []) {
        const post = posts.get(holding.postId);
        if (!post || !holds(holding, day)) continue;
        scopes.push({
          role: post.role,
          path: post.path,
          unitId: post.unitId,
          postId: post.id,
          ...(post.sealed ? { sealed: true } : {}),
        });
        const unit = post.unitId ? units.get(post.unitId) : undefined;
        if (unit?.active && isUnitRole(post.role))
          pools.push(
            ...(unit.paths.length > 0 ? unit.paths : [post.path]).map((path) => ({ unitKind: unit.kind, path })),
          );
      }
      return { scopes, pools };
    },
    resolve(target, place, day) {
      switch (target.to) {
        case 'desk':
          return { kind: 'desk', unitId: null, postId: null, unitKind: null, name: '', standIn: false };
        case 'pool':
          return { kind: 'pool', unitId: null, postId: null, unitKind: target.unitKind, name: '', standIn: false };
        case 'post':
          return resolvePost(target.role as Role, target.level, place.path, day); // validatePack knows only real roles
        case 'unit': {
          const unit = unitsAt(place).find((u) =>
            target.unitKey ? u.key === target.unitKey : u.kind === target.unitKind,
          );
          return unit ? toUnit(unit) : null;
        }
      }
    },
    accountsOf(target, day) {
      const found = target.postId
        ? [target.postId]
        : (byUnit.get(target.unitId) ?? []).filter((p) => isUnitRole(p.role)).map((p) => p.id);
      if (!target.postId && !target.unitId) return [];
      return [...new Set(found.flatMap((id) => holders(id, day).map((h) => h.accountId)))];
    },
    accountsByRole(role, path, day, needs) {
      return [
        ...new Set(
          (byRole.get(role) ?? [])
            .filter((p) => isWithin(path, p.path) && (needs === undefined || carries(p, needs)))
            .flatMap((p) => holders(p.id, day).map((h) => h.accountId)),
        ),
      ];
    },
  };
}
