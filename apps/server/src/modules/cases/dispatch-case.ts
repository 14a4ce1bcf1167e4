import type { CaseAfterView, dispatchCase, ParsedInputOf } from '@linli/contract';
import { type CaseTarget, chooseTarget, dayOf, type Role, rolePermissions } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type Acting, type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';
import { caseTarget, dispatchFacts } from './new-case.ts';
import { isKeptFrom } from './policy.ts';

type Input = ParsedInputOf<typeof dispatchCase>;

/** To a unit, a post, a pool or where the rules say. Accepts first what nobody had accepted. */
export function dispatchToHolder(db: Db, deps: CaseDeps, call: ActingCall & { input: Input }): Promise<CaseAfterView> {
  const { words, ruling } = call.input;
  return actOnCase(db, deps, call, (acting) => {
    const { target, unitKind } = chosen(deps, call, acting);
    const dispatch = {
      kind: 'dispatch' as const,
      data: { target, ...(ruling ? { ruling } : {}), ...(words ? { note: words } : {}) },
      ...(unitKind ? { unitKind } : {}),
    };
    return acting.loaded.fold.state === 'reported' ? [{ kind: 'accept' as const, data: {} }, dispatch] : [dispatch];
  });
}

function chosen(
  deps: CaseDeps,
  call: ActingCall & { input: Input },
  { loaded, type }: Acting,
): { target: CaseTarget; unitKind: string | null } {
  const { row } = loaded;
  const { to } = call.input;
  const directory = deps.directory.get();
  switch (to.kind) {
    case 'unit': {
      const unit = directory.units.get(to.unitId);
      return unit?.active && unit.siteId === row.site_id
        ? { target: { kind: 'unit', unitId: unit.id }, unitKind: null }
        : refuse('target-invalid');
    }
    case 'post': {
      const post = directory.posts.get(to.postId);
      if (isKeptFrom(post?.unitId, row)) refuse('about-cannot-handle');
      // Whoever holds a post that handles nothing could neither take it nor send it back.
      return post && handles(post.role) && post.path.split('.')[0] === row.path.split('.')[0]
        ? { target: { kind: 'post', postId: to.postId }, unitKind: null }
        : refuse('target-invalid');
    }
    case 'pool':
      // Too many would look.
      if (row.visibility === 'sealed') return refuse('target-invalid');
      return { target: { kind: 'pool' }, unitKind: to.unitKind };
    case 'rule': {
      const located =
        deps.places.get().chainOf(row.area4_id ?? row.area3_id ?? row.area2_id ?? row.site_id) ??
        refuse('target-invalid');
      const facts = dispatchFacts({
        form: row.form,
        located,
        place: row,
        channel: row.channel,
        urgent: row.urgent,
        now: call.now,
      });
      const { target, ruleKey } = chooseTarget(type.dispatch, facts);
      const found = directory.resolve(target, { siteId: row.site_id, path: row.path }, dayOf(call.now));
      const ofUnit = found?.postId ? directory.posts.get(found.postId)?.unitId : found?.unitId;
      if (isKeptFrom(ofUnit, row)) refuse('about-cannot-handle');
      return found && found.kind !== 'desk' && !(row.visibility === 'sealed' && found.kind === 'pool')
        ? { target: caseTarget(found, ruleKey), unitKind: found.unitKind }
        : refuse('target-invalid');
    }
  }
}

function handles(role: Role): boolean {
  return (rolePermissions[role] as readonly string[]).includes('cases:handle'); // widen the literal tuple for includes
}
