import { type Actor, carriesByArea, isUnitRole, type Permission } from '@linli/domain';

/** The actor's reach as row-level security reads it (`db/migrations/0001-ground.sql`), as PostgreSQL array literals. */
export interface Scope {
  system: string;
  account: string;
  paths: string;
  units: string;
  posts: string;
  poolKinds: string;
  poolPaths: string;
  /** Areas whose sealed matters may be seen, and every unit the actor holds a post in. */
  sealedPaths: string;
  ownUnits: string;
  /** Areas whose registers may be read. */
  registerPaths: string;
}

export function actorScope(actor: Actor): Scope {
  const pathsOf = (permission: Permission) =>
    actor.scopes.filter((s) => carriesByArea(s, permission)).map((s) => s.path);
  const unique = (values: readonly string[]) => `{${[...new Set(values)].join(',')}}`;
  return {
    system: actor.kind === 'system' ? 'on' : 'off',
    account: actor.accountId ?? '',
    paths: unique(pathsOf('cases:read')),
    units: unique(actor.scopes.flatMap((s) => (s.unitId && isUnitRole(s.role) ? [s.unitId] : []))),
    posts: unique(actor.scopes.flatMap((s) => (s.postId ? [s.postId] : []))),
    poolKinds: unique(actor.pools.map((p) => p.unitKind)),
    poolPaths: unique(actor.pools.map((p) => p.path)),
    sealedPaths: unique(pathsOf('cases:sealed')),
    ownUnits: unique(actor.scopes.flatMap((s) => (s.unitId ? [s.unitId] : []))),
    registerPaths: unique(pathsOf('registers:read')),
  };
}
