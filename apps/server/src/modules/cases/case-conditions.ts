import type { CaseFilter } from '@linli/contract';
import { type Actor, isUnitRole, isWithin, rolePermissions } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { PlaceIndex } from '../places/index.ts';
import { areaColumn, levelColumns } from './area-column.ts';
import type { Catalogue } from './catalogue.ts';
import { countedCondition } from './counted-condition.ts';
import { procedureConditions } from './procedure-conditions.ts';
import { stepCondition } from './step-condition.ts';

type Condition = RawBuilder<boolean>;
export function areaCondition(places: PlaceIndex, areaId: string): Condition {
  return sql`${sql.ref(`cases.${areaColumn(places, areaId)}`)} = ${areaId}`;
}

/** Everything at or below a place, by the id of its area where a column holds it. */
function pathCondition(path: string): Condition {
  const column = levelColumns[path.split('.').length as 2 | 3 | 4]; // undefined below level 4
  if (!column) return sql`cases.path <@ ${path}::ltree`;
  return sql`${sql.ref(`cases.${column}`)} = (select area.id from area where area.path = ${path}::ltree)`;
}

/** Whoever reads the figures of a unit opens them to what is no longer the unit's too, as far as it may be read. */
export function listScope(actor: Actor, places: PlaceIndex, filter: CaseFilter): Condition {
  const { counted, countedUnitId } = filter;
  const readsFigures = actor.scopes.some(
    ({ role, unitId }) =>
      unitId === countedUnitId &&
      isUnitRole(role) &&
      (rolePermissions[role] as readonly string[]).includes('measures:read'),
  );
  return counted !== undefined && countedUnitId !== undefined && readsFigures
    ? sql`true`
    : scopeCondition(actor, places);
}

/**
 * What of all he may see belongs in this actor's inbox: his areas, his units and posts, what he has in hand, pools he may take
 * from. (Row-level security also shows public cases elsewhere; those are no work of his.)
 */
export function scopeCondition(actor: Actor, places: PlaceIndex): Condition {
  if (actor.kind === 'system') return sql`true`;
  const parts: Condition[] = [];
  const paths = new Set(
    actor.scopes
      .filter((s) => !isUnitRole(s.role) && (rolePermissions[s.role] as readonly string[]).includes('cases:read'))
      .map((s) => s.path),
  );
  const sites = places.sites();
  const wholeSites = sites.filter((site) => paths.has(site.path)).map((site) => site.id);
  for (const id of wholeSites) parts.push(sql`cases.site_id = ${id}`);
  const below = [...paths].filter((path) => path.includes('.'));
  for (const path of below) parts.push(pathCondition(path));
  const units = unitsOf(actor);
  if (units.length > 0) parts.push(sql`cases.target_unit_id = any(${units}::uuid[])`, partsCondition(units));
  // A post's cases lie inside its place: where that may be read anyway, naming the post adds nothing but a slower plan.
  const apart = actor.scopes.filter((s) => s.postId && ![...paths].some((path) => isWithin(s.path, path)));
  const posts = apart.flatMap((s) => (s.postId ? [s.postId] : []));
  if (posts.length > 0) {
    parts.push(sql`cases.target_post_id = any(${posts}::uuid[])`, sql`cases.handler_id = ${actor.accountId}`);
  }
  const pools = actor.pools.filter((pool) => ![...paths].some((path) => isWithin(pool.path, path)));
  for (const pool of pools) parts.push(poolCondition(pool));
  if (wholeSites.length === 0 && actor.scopes.some(({ role }) => isUnitRole(role) || role === 'committee-secretary'))
    parts.push(reportedCondition(actor));
  if (parts.length === 0) return sql`false`;
  const [site, ...others] = sites;
  const any = sql<boolean>`(${sql.join(parts, sql` or `)})`;
  // Said although it follows: only with its site named does a list of several reasons read an index in the list's own order.
  return site && others.length === 0 && parts.length > 1 ? sql`(cases.site_id = ${site.id} and ${any})` : any;
}

/**
 * Open cases whose task force has one of these units. Looked up first by the small index of open task forces: no index on arrays serves
 * under row-level security.
 */
export function partsCondition(units: readonly string[]): Condition {
  return sql`cases.id = any(array(select c.id from cases c where c.is_open and c.part_unit_ids <> '{}' and c.part_unit_ids && ${units}::uuid[]))`;
}

/** What a unit or a committee of the actor asks of others, wherever it lies; looked up first, as above. */
function reportedCondition(actor: Actor): Condition {
  return sql`cases.id = any(array(select r.case_id from case_reporter r join cases c on c.id = r.case_id
    where r.account_id = ${actor.accountId} and c.channel in ('committee', 'unit')))`;
}

/** What waits in a pool to be taken; looked up first, as above. */
function poolCondition({ unitKind, path }: Actor['pools'][number]): Condition {
  return sql`cases.id = any(array(select c.id from cases c where c.is_open and c.target_kind = 'pool'
    and c.target_unit_kind = ${unitKind} and c.path <@ ${path}::ltree))`;
}

/** Units in whose name the actor handles cases. */
export function unitsOf(actor: Actor): string[] {
  return actor.scopes.flatMap((s) => (s.unitId && isUnitRole(s.role) ? [s.unitId] : []));
}

/** What a filter is read with: its areas, packs and "mine". */
export interface FilterDeps {
  places: PlaceIndex;
  catalogue: Catalogue;
  actor: Actor;
}

/** The filter of lists, counts and exports as conditions joined by "and". */
export function filterConditions(filter: CaseFilter, { places, catalogue, actor }: FilterDeps): Condition[] {
  const list: Condition[] = [];
  if (filter.open !== undefined) list.push(filter.open ? sql`cases.is_open` : sql`not cases.is_open`);
  if (filter.states) list.push(sql`cases.state = any(${filter.states}::text[])`);
  if (filter.typeCodes) list.push(sql`cases.type_code = any(${filter.typeCodes}::text[])`);
  if (filter.areaId) list.push(areaCondition(places, filter.areaId));
  if (filter.areaGroupId)
    list.push(sql`cases.area3_id in (select area_id from area_group_member where group_id = ${filter.areaGroupId})`);
  if (filter.unitId) list.push(sql`cases.target_unit_id = ${filter.unitId}`);
  if (filter.postId) list.push(sql`cases.target_post_id = ${filter.postId}`);
  if (filter.poolKind)
    list.push(
      sql`cases.target_kind = 'pool' and cases.target_unit_kind = ${filter.poolKind} and cases.target_unit_id is null`,
    );
  if (filter.overdue !== undefined)
    list.push(filter.overdue ? sql`cases.is_open and cases.ran_out_at is not null` : sql`cases.ran_out_at is null`);
  if (filter.dueBefore) list.push(sql`cases.is_open and cases.due_at < ${filter.dueBefore}::timestamptz`);
  if (filter.pending)
    list.push(
      filter.pending === 'any'
        ? sql`cases.is_open and cases.pending is not null`
        : sql`cases.is_open and cases.pending = ${filter.pending}`,
    );
  if (filter.supervised !== undefined) list.push(sql`cases.supervised = ${filter.supervised}`);
  if (filter.channel) list.push(sql`cases.channel = ${filter.channel}`);
  if (filter.reportedFrom) list.push(sql`cases.reported_at >= ${filter.reportedFrom}::timestamptz`);
  if (filter.reportedUntil) list.push(sql`cases.reported_at < ${filter.reportedUntil}::timestamptz`);
  if (filter.closedFrom) list.push(sql`cases.closed_at >= ${filter.closedFrom}::timestamptz`);
  if (filter.closedUntil) list.push(sql`cases.closed_at < ${filter.closedUntil}::timestamptz`);
  const step = stepCondition(filter, places);
  if (step) list.push(step);
  const counted = countedCondition(filter, places);
  if (counted) list.push(counted);
  if (filter.maxRating) list.push(sql`cases.rating <= ${filter.maxRating}`);
  if (filter.text) list.push(sql`cases.id in (select search_case_ids(${filter.text}))`);
  if (filter.group !== undefined || filter.pack !== undefined)
    list.push(sql`cases.type_code = any(${typesUnder(catalogue, filter)}::text[])`);
  if (filter.stage !== undefined) list.push(sql`cases.is_open and cases.stage = ${filter.stage}`);
  if (filter.parentId) list.push(sql`cases.parent_id = ${filter.parentId}`);
  if (filter.excluded !== undefined) list.push(sql`cases.excluded = ${filter.excluded}`);
  if (filter.sealed !== undefined)
    list.push(filter.sealed ? sql`cases.visibility = 'sealed'` : sql`cases.visibility <> 'sealed'`);
  if (filter.partsMine !== undefined)
    list.push(filter.partsMine ? partsCondition(unitsOf(actor)) : sql`not (${partsCondition(unitsOf(actor))})`);
  if (filter.callId) list.push(sql`cases.call_id = ${filter.callId}`);
  list.push(...procedureConditions(filter));
  return list;
}

/** Codes of the kinds under a heading or of a pack, whatever their version. */
export function typesUnder(
  catalogue: Catalogue,
  wanted: { group?: string | undefined; pack?: string | undefined; typeCode?: string | undefined },
): string[] {
  return [...catalogue.types.values()].flatMap(({ definition, pack }) => {
    if (wanted.group !== undefined && definition.group !== wanted.group) return [];
    if (wanted.pack !== undefined && pack !== wanted.pack) return [];
    return wanted.typeCode !== undefined && definition.code !== wanted.typeCode ? [] : [definition.code];
  });
}
