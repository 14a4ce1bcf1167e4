import { type Actor, type CaseRelation, mayInArea, mayInUnit, type Permission } from '@linli/domain';
import type { CaseVisibility } from './case-event.ts';

/** What the policy needs to know of a case; rows of `cases` fit. */
export interface CaseFacts {
  visibility: CaseVisibility;
  path: string;
  reporter_id: string | null;
  target_kind: string | null;
  target_unit_id: string | null;
  target_post_id: string | null;
  target_unit_kind: string | null;
  handler_id: string | null;
  handler_ids: readonly string[];
  /** Units of the task force. */
  part_unit_ids: readonly string[];
  /** Whom a sealed matter is about. */
  about_unit_ids: readonly string[];
}

/** Holds a post in the unit a sealed matter is about: such a person is told nothing of it by any post, nor as whoever wrote it down. */
export function isAbout(actor: Actor, facts: Pick<CaseFacts, 'visibility' | 'about_unit_ids'>): boolean {
  return actor.scopes.some((s) => isKeptFrom(s.unitId, facts));
}

/** Whether a unit is one that a sealed matter is about: it neither sees nor gets it, nor does a post of it. */
export function isKeptFrom(
  unitId: string | null | undefined,
  facts: Pick<CaseFacts, 'visibility' | 'about_unit_ids'>,
): boolean {
  return facts.visibility === 'sealed' && typeof unitId === 'string' && facts.about_unit_ids.includes(unitId);
}

/** Its post or unit got the case, or it has it in hand. */
function isHandler(actor: Actor, facts: CaseFacts): boolean {
  if (actor.accountId !== null && facts.handler_id === actor.accountId) return true;
  if (facts.target_post_id !== null && actor.scopes.some((s) => s.postId === facts.target_post_id)) return true;
  return facts.target_unit_id !== null && mayInUnit(actor, 'cases:handle', facts.target_unit_id);
}

/** The units of the task force this actor answers for. */
export function partUnitsOf(actor: Actor, facts: Pick<CaseFacts, 'part_unit_ids'>): string[] {
  return facts.part_unit_ids.filter((unitId) => mayInUnit(actor, 'cases:handle', unitId));
}

/** Sealed matters are not taken from pools: too many would look. */
function isInPool(actor: Actor, facts: CaseFacts): boolean {
  return (
    facts.target_kind === 'pool' &&
    facts.visibility !== 'sealed' &&
    actor.pools.some(
      (p) => p.unitKind === facts.target_unit_kind && (facts.path === p.path || facts.path.startsWith(`${p.path}.`)),
    )
  );
}

/** What a post may do by its place; over a sealed matter only posts that may see sealed matters there. */
export function mayByPlace(actor: Actor, permission: Permission, facts: CaseFacts): boolean {
  if (facts.visibility === 'sealed' && !mayInArea(actor, 'cases:sealed', facts.path)) return false;
  return !isAbout(actor, facts) && mayInArea(actor, permission, facts.path);
}

/** What the actor is to this case: the words the loop's table speaks. `reporter` covers those who joined. */
export function relationsTo(actor: Actor, facts: CaseFacts, reporter: boolean): ReadonlySet<CaseRelation> {
  const relations = new Set<CaseRelation>();
  if (actor.kind === 'system') return new Set(['system']);
  if (actor.kind !== 'anonymous') relations.add('anyone');
  if (isAbout(actor, facts)) return relations;
  if (reporter) relations.add('reporter');
  if (mayByPlace(actor, 'cases:desk', facts)) relations.add('desk');
  if (mayByPlace(actor, 'cases:rule', facts)) relations.add('duty-chief');
  if (mayByPlace(actor, 'cases:check', facts)) relations.add('checker');
  if (mayByPlace(actor, 'cases:supervise', facts)) relations.add('supervisor');
  if (isHandler(actor, facts)) relations.add('handler');
  if (partUnitsOf(actor, facts).length > 0) relations.add('part');
  if (isInPool(actor, facts)) relations.add('pool');
  return relations;
}

/** The first wall; row-level security in `db/migrations/0026-accused-reporter.sql` says the same again. */
export function maySeeCase(actor: Actor, facts: CaseFacts, reporter: boolean): boolean {
  if (isAbout(actor, facts)) return false;
  return reporter || facts.visibility === 'public' || worksOnCase(actor, facts);
}

/** Words and photos of colleagues, who has it by name of post, form fields with personal content: for those who work on it. */
export function worksOnCase(actor: Actor, facts: CaseFacts): boolean {
  if (actor.kind === 'system') return true;
  if (isAbout(actor, facts)) return false;
  return (
    mayByPlace(actor, facts.visibility === 'sealed' ? 'cases:sealed' : 'cases:read', facts) ||
    isHandler(actor, facts) ||
    partUnitsOf(actor, facts).length > 0 ||
    isInPool(actor, facts)
  );
}

/** Contact details of a reporter: for the handler and the desk, on a reason that is kept. */
export function mayRevealReporter(actor: Actor, facts: CaseFacts): boolean {
  if (isAbout(actor, facts)) return false;
  return isHandler(actor, facts) || mayByPlace(actor, 'cases:desk', facts);
}
