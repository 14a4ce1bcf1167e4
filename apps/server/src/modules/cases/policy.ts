import { type Actor, type CaseRelation, mayInArea, mayInUnit, type Permission } from '@linli/domain';

/** What the policy needs to know of a case; rows of `cases` fit. */
export interface CaseFacts {
  visibility: 'public' | 'private';
  path: string;
  reporter_id: string | null;
  target_kind: string | null;
  target_unit_id: string | null;
  target_post_id: string | null;
  target_unit_kind: string | null;
  handler_id: string | null;
  handler_ids: readonly string[];
}

/** Its post or unit got the case, or it has it in hand. */
function isHandler(actor: Actor, facts: CaseFacts): boolean {
  if (actor.accountId !== null && facts.handler_id === actor.accountId) return true;
  if (facts.target_post_id !== null && actor.scopes.some((s) => s.postId === facts.target_post_id)) return true;
  return facts.target_unit_id !== null && mayInUnit(actor, 'cases:handle', facts.target_unit_id);
}

function isInPool(actor: Actor, facts: CaseFacts): boolean {
  return (
    facts.target_kind === 'pool' &&
    actor.pools.some(
      (p) => p.unitKind === facts.target_unit_kind && (facts.path === p.path || facts.path.startsWith(`${p.path}.`)),
    )
  );
}

/** What the actor is to this case: the words the loop's table speaks. `reporter` covers those who joined. */
export function relationsTo(actor: Actor, facts: CaseFacts, reporter: boolean): ReadonlySet<CaseRelation> {
  const relations = new Set<CaseRelation>();
  if (actor.kind === 'system') return new Set(['system']);
  if (actor.kind !== 'anonymous') relations.add('anyone');
  if (reporter) relations.add('reporter');
  const inArea = (permission: Permission) => mayInArea(actor, permission, facts.path);
  if (inArea('cases:desk')) relations.add('desk');
  if (inArea('cases:rule')) relations.add('duty-chief');
  if (inArea('cases:check')) relations.add('checker');
  if (inArea('cases:supervise')) relations.add('supervisor');
  if (isHandler(actor, facts)) relations.add('handler');
  if (isInPool(actor, facts)) relations.add('pool');
  return relations;
}

/** The first wall; row-level security in `db/migrations/0004-cases.sql` says the same again. */
export function maySeeCase(actor: Actor, facts: CaseFacts, reporter: boolean): boolean {
  if (actor.kind === 'system' || facts.visibility === 'public' || reporter) return true;
  return mayInArea(actor, 'cases:read', facts.path) || isHandler(actor, facts) || isInPool(actor, facts);
}

/** Words and photos of colleagues, who has it by name of post, form fields with personal content: for those who work on it. */
export function worksOnCase(actor: Actor, facts: CaseFacts): boolean {
  return (
    actor.kind === 'system' ||
    mayInArea(actor, 'cases:read', facts.path) ||
    isHandler(actor, facts) ||
    isInPool(actor, facts)
  );
}

/** Contact details of a reporter: for the handler and the desk, on a reason that is kept. */
export function mayRevealReporter(actor: Actor, facts: CaseFacts): boolean {
  return isHandler(actor, facts) || mayInArea(actor, 'cases:desk', facts.path);
}
