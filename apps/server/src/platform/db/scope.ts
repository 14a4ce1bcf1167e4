import { type Actor, isUnitRole, rolePermissions } from '@linli/domain';

/** The actor's reach as row-level security reads it (`db/migrations/0001-ground.sql`), as PostgreSQL array literals. */
export interface Scope {
  system: string;
  account: string;
  paths: string;
  units: string;
  posts: string;
  poolKinds: string;
  poolPaths: string;
}

export function actorScope(actor: Actor): Scope {
  const reading = actor.scopes.filter(
    (s) => !isUnitRole(s.role) && (rolePermissions[s.role] as readonly string[]).includes('cases:read'),
  );
  const unique = (values: readonly string[]) => `{${[...new Set(values)].join(',')}}`;
  return {
    system: actor.kind === 'system' ? 'on' : 'off',
    account: actor.accountId ?? '',
    paths: unique(reading.map((s) => s.path)),
    units: unique(actor.scopes.flatMap((s) => (s.unitId && isUnitRole(s.role) ? [s.unitId] : []))),
    posts: unique(actor.scopes.flatMap((s) => (s.postId ? [s.postId] : []))),
    poolKinds: unique(actor.pools.map((p) => p.unitKind)),
    poolPaths: unique(actor.pools.map((p) => p.path)),
  };
}
