import type { OutputOf, ParsedInputOf, suggestTargets } from '@linli/contract';
import { type Actor, chooseTarget, dayOf, type FormField } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import type { Target } from '../org/index.ts';
import type { ViewDeps } from './case-view.ts';
import { holderName } from './holder-name.ts';
import { getLoadedCase } from './load-case.ts';
import { dispatchFacts } from './new-case.ts';
import { isKeptFrom, mayByPlace } from './policy.ts';

type Suggestion = OutputOf<typeof suggestTargets>['targets'][number];
type Bare = Omit<Suggestion, 'area' | 'openCases' | 'vacant'>;
type NearUnit = { readonly id: string; readonly name: string; readonly kind: string };
const mostSuggested = 12;

/** Who could get it: the unit named by who returned it, units the report asks for, where the rules point, then posts and units of the place, with their load. */
export async function findTargets(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof suggestTargets>,
  deps: ViewDeps,
): Promise<OutputOf<typeof suggestTargets>> {
  const { row, actions } = await getLoadedCase(db, input.caseId, 'read');
  if (!mayByPlace(actor, 'cases:desk', row)) refuse('not-found');
  const { directory, places } = deps;
  const day = dayOf(deps.now);
  const type = deps.catalogue.definitionOf(row.type_code, row.type_version);
  const place = { siteId: row.site_id, path: row.path };
  const found = new Map<string, Bare>();
  const add = (bare: Bare) => {
    // A sealed matter goes neither to whom it is about nor into a pool.
    const ofUnit = bare.postId ? directory.posts.get(bare.postId)?.unitId : bare.unitId;
    if ((row.visibility === 'sealed' && bare.kind === 'pool') || isKeptFrom(ofUnit, row)) return;
    const key = `${bare.kind}/${bare.unitId ?? bare.postId ?? bare.unitKind ?? ''}`;
    if (!found.has(key) && found.size < mostSuggested) found.set(key, bare);
  };
  const returned = actions.findLast((a) => a.kind === 'return')?.data.rightUnit;
  const rightUnit = typeof returned === 'string' ? directory.units.get(returned) : undefined;
  if (rightUnit) add({ ...unit(rightUnit), why: 'returned-to' });
  for (const unitId of unitsAskedFor(type.form, row.form)) {
    const asked = directory.units.get(unitId);
    if (asked?.active) add({ ...unit(asked), why: 'named' });
  }
  const located = places.chainOf(row.area4_id ?? row.area3_id ?? row.area2_id ?? row.site_id);
  if (located) {
    const { target, ruleKey } = chooseTarget(
      type.dispatch,
      dispatchFacts({ form: row.form, located, place: row, channel: row.channel, urgent: row.urgent, now: deps.now }),
    );
    const resolved = directory.resolve(target, place, day);
    const label = type.dispatch.find((r) => r.key === ruleKey)?.label ?? null;
    if (resolved && resolved.kind !== 'desk')
      add({ ...fromTarget(resolved), name: nameOf(resolved), why: 'rule', ruleKey, ruleLabel: label });
  }
  if (row.visibility === 'sealed') for (const near of unitsForSealed(actor, directory.unitsAt(place))) add(unit(near));
  else {
    for (const post of directory.postsAt(row.path))
      if (['grid-worker', 'micro-grid-leader'].includes(post.role))
        add({ ...bare('post'), postId: post.id, name: directory.postName(post.id) });
    for (const near of directory.unitsAt(place)) add(unit(near));
  }
  const loads = await findLoads(db);
  return {
    targets: [...found.values()].map((t) => ({
      ...t,
      area: t.postId === null ? null : (directory.posts.get(t.postId)?.areaName ?? null),
      openCases: loads.get(t.unitId ?? t.postId ?? '') ?? 0,
      vacant: t.postId !== null && directory.holders(t.postId, day).length === 0,
    })),
  };

  function nameOf(target: Target): string {
    return holderName(directory, target);
  }
}

/** The desk's own unit first, then departments: the first of the list is one key away, and a grid's posts are held by many. */
function unitsForSealed(actor: Actor, near: readonly NearUnit[]): readonly NearUnit[] {
  const isOwn = (each: NearUnit) => actor.scopes.some((scope) => scope.unitId === each.id);
  return [...near.filter(isOwn), ...near.filter((each) => each.kind === 'department' && !isOwn(each))];
}

function bare(kind: Suggestion['kind']): Omit<Bare, 'name'> {
  return { kind, unitId: null, postId: null, unitKind: null, why: 'place', ruleKey: null, ruleLabel: null };
}

/** Units the reporter would like to have; those that report it together are not meant. */
function unitsAskedFor(fields: readonly FormField[], form: Record<string, unknown>): string[] {
  return fields.flatMap(({ key, kind, joins }) => {
    if (joins || (kind !== 'unit' && kind !== 'units')) return [];
    const given = form[key];
    return [given].flat().filter((id): id is string => typeof id === 'string');
  });
}

function unit(of: { id: string; name: string; kind: string }): Bare {
  return { ...bare('unit'), unitId: of.id, unitKind: of.kind, name: of.name };
}

function fromTarget(target: Target): Omit<Bare, 'name'> {
  return { ...bare(target.kind), unitId: target.unitId, postId: target.postId, unitKind: target.unitKind };
}

async function findLoads(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{
    id: string;
    n: number;
  }>`select coalesce(cases.target_unit_id, cases.target_post_id) as id, count(*)::int as n
    from cases where cases.is_open and cases.state in ('dispatched', 'in-hand') group by 1 having coalesce(cases.target_unit_id, cases.target_post_id) is not null`.execute(
    db,
  );
  return new Map(rows.map((r) => [r.id, r.n]));
}
