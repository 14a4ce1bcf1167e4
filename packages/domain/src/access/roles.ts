/** What a person may do, before place and unit narrow it. The server's policies are built on these words alone. */
export const permissions = [
  'cases:report',
  'cases:read',
  'cases:desk',
  'cases:rule',
  'cases:check',
  'cases:handle',
  'cases:supervise',
  'cases:export',
  'cases:sealed',
  'types:read',
  'types:edit',
  'places:read',
  'places:edit',
  'org:read',
  'org:edit',
  'mediators:edit',
  'measures:read',
  'accounts:edit',
  'audit:read',
  'registers:read',
  'registers:edit',
  'registers:care',
  'registers:reveal',
  'reveals:read',
  'tags:read',
  'tags:edit',
  'tags:export',
  'forms:file',
  'forms:fill',
  'forms:approve',
  'forms:read',
  'privacy:desk',
] as const;
export type Permission = (typeof permissions)[number];

const everyStaff = ['cases:report', 'types:read', 'places:read', 'org:read'] as const satisfies readonly Permission[];
const fieldWork = [
  ...everyStaff,
  'cases:read',
  'cases:handle',
  'cases:check',
  'measures:read',
] as const satisfies readonly Permission[];
/** Those who keep the registers of their committee or micro-grid: residents know them, and they enter what they meet. */
const keeping = [
  'registers:read',
  'registers:edit',
  'registers:reveal',
  'tags:read',
] as const satisfies readonly Permission[];
const leading = [...fieldWork, 'cases:supervise', 'cases:export'] as const satisfies readonly Permission[];

/**
 * Roles of posts (rules.md 1.5 and founding document D) and what each may do inside its place and unit.
 * The three administrators are three people: system keeps the machine, security keeps accounts, audit reads the trail.
 */
export const rolePermissions = {
  resident: ['cases:report', 'types:read', 'places:read'],
  'grid-worker': [...fieldWork, ...keeping],
  'part-time-grid-worker': [...fieldWork, 'registers:read'],
  'building-leader': [...everyStaff, 'cases:read'],
  'second-building-leader': [...everyStaff, 'cases:read'],
  'resident-group-leader': [...everyStaff, 'cases:read'],
  'micro-grid-leader': [...leading, ...keeping, 'registers:care'],
  'grid-leader': [...leading, ...keeping, 'cases:desk', 'registers:care', 'forms:read'],
  'committee-secretary': [
    ...leading,
    ...keeping,
    'cases:desk',
    'registers:care',
    'reveals:read',
    'mediators:edit',
    'tags:edit',
    'tags:export',
    'forms:fill',
    'forms:read',
  ],
  dispatcher: [...everyStaff, 'cases:read', 'cases:desk', 'cases:supervise', 'cases:export', 'measures:read'],
  'duty-chief': [
    ...everyStaff,
    'cases:read',
    'cases:desk',
    'cases:rule',
    'cases:supervise',
    'cases:export',
    'cases:sealed',
    'measures:read',
    'tags:read',
    'tags:edit',
    'forms:read',
    'forms:approve',
  ],
  checker: [...everyStaff, 'cases:read', 'cases:check', 'measures:read'],
  'unit-lead': [
    ...everyStaff,
    'cases:handle',
    'cases:export',
    'mediators:edit',
    'measures:read',
    'forms:file',
    'forms:read',
  ],
  'unit-handler': [...everyStaff, 'cases:handle'],
  commander: [...everyStaff, 'cases:read', 'cases:supervise', 'measures:read', 'tags:read', 'forms:read'],
  'system-admin': [
    ...everyStaff,
    'types:edit',
    'places:edit',
    'org:edit',
    'mediators:edit',
    'measures:read',
    'forms:read',
  ],
  'security-admin': ['org:read', 'accounts:edit', 'privacy:desk', 'reveals:read', 'tags:export'],
  'audit-admin': ['org:read', 'audit:read', 'forms:read'],
} as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof rolePermissions;
export const roles = Object.keys(rolePermissions) as Role[]; // Object.keys forgets the literal keys

/** Roles whose reach is their unit's line, not the area: they see what was dispatched to their unit, wherever it lies. */
export const unitRoles = ['unit-lead', 'unit-handler'] as const satisfies readonly Role[];

/** Three people (GB/T 22239-2019, 8.1.5; rules.md 6.4). */
export const administratorRoles: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin'];

/** A role held at a place (ltree path of area codes) and, for unit roles, in a unit. */
export interface Scope {
  role: Role;
  path: string;
  unitId: string | null;
  postId: string | null;
  /** The post was let into sealed matters of its place by name; see `maySealedBeGranted`. */
  sealed?: boolean;
}

/** Who is acting. `system` is a worker or an import, never a person's session. */
export interface Actor {
  kind: 'anonymous' | 'resident' | 'staff' | 'system';
  accountId: string | null;
  name: string;
  scopes: readonly Scope[];
  /** Pools the actor's units may take from: their kind of unit, in the areas the unit serves. */
  pools: readonly { unitKind: string; path: string }[];
}

export const anonymousActor: Actor = { kind: 'anonymous', accountId: null, name: '', scopes: [], pools: [] };
export const systemActor: Actor = { kind: 'system', accountId: null, name: '', scopes: [], pools: [] };

/** True when `path` is `top` or lies below it. Paths are ltree: labels joined by dots. */
export function isWithin(path: string, top: string): boolean {
  return path === top || path.startsWith(`${top}.`);
}

/** Does any of the actor's roles carry the permission (anywhere)? */
export function holdsPermission(actor: Actor, permission: Permission): boolean {
  return actor.kind === 'system' || actor.scopes.some((scope) => carries(scope, permission));
}

/** Does a role carry the permission over this path? Unit roles never reach by area, but for sealed matters where their post was let in. */
export function mayInArea(actor: Actor, permission: Permission, path: string): boolean {
  return actor.kind === 'system' || actor.scopes.some((s) => carriesByArea(s, permission) && isWithin(path, s.path));
}

/** Does a unit role carry the permission in this unit? */
export function mayInUnit(actor: Actor, permission: Permission, unitId: string): boolean {
  return (
    actor.kind === 'system' ||
    actor.scopes.some((s) => s.unitId === unitId && isUnitRole(s.role) && permits(s.role, permission))
  );
}

export function isUnitRole(role: Role): boolean {
  return (unitRoles as readonly Role[]).includes(role); // widen the literal tuple for includes
}

/** Does this post carry the permission, by its role or because it was let into sealed matters? */
export function carries(scope: Pick<Scope, 'role' | 'sealed'>, permission: Permission): boolean {
  return permits(scope.role, permission) || (permission === 'cases:sealed' && scope.sealed === true);
}

/** Over its place, not only in its unit. */
export function carriesByArea(scope: Pick<Scope, 'role' | 'sealed'>, permission: Permission): boolean {
  if (permission === 'cases:sealed' && scope.sealed === true) return true;
  return !isUnitRole(scope.role) && permits(scope.role, permission);
}

/** Only whose work it is to handle or dispatch can be let into sealed matters: no administrator, no onlooker. */
export function maySealedBeGranted(role: Role): boolean {
  return permits(role, 'cases:handle') || permits(role, 'cases:desk');
}

function permits(role: Role, permission: Permission): boolean {
  return (rolePermissions[role] as readonly Permission[]).includes(permission); // widen the literal tuple for includes
}
