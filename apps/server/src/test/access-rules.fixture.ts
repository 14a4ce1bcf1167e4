import type { Role } from '@linli/domain';

/**
 * Who may do what, written by hand from the duties of the posts (rules.md 1.5, docs/glossary.md) and not from the product's own tables:
 * the access matrix compares the two.
 */
export const grid = [
  'grid-worker',
  'part-time-grid-worker',
  'micro-grid-leader',
  'grid-leader',
  'committee-secretary',
] as const;
export const leaders = ['micro-grid-leader', 'grid-leader', 'committee-secretary'] as const;
const buildings = ['building-leader', 'second-building-leader', 'resident-group-leader'] as const;
export const units = ['unit-lead', 'unit-handler'] as const;
export const centre = ['dispatcher', 'duty-chief', 'checker', 'commander'] as const;
/** Everyone with a post but the administrators of accounts and of the trail, who see no cases and no places. */
export const working = [...grid, ...buildings, ...units, ...centre, 'system-admin'] as const satisfies readonly Role[];
export const everyPost = [...working, 'security-admin', 'audit-admin'] as const satisfies readonly Role[];

export const desk = ['grid-leader', 'committee-secretary', 'dispatcher', 'duty-chief'] as const;
export const supervisors = [...leaders, 'dispatcher', 'duty-chief', 'commander'] as const;
export const checkers = [...grid, 'checker', 'duty-chief'] as const;
export const readers = [...grid, ...buildings, ...centre] as const;
export const handlers = [...grid, ...units] as const;
export const measured = [...grid, ...centre, 'system-admin'] as const;
export const admin = ['system-admin'] as const;
export const formReaders = [
  'grid-leader',
  'committee-secretary',
  'duty-chief',
  'unit-lead',
  'commander',
  'system-admin',
  'audit-admin',
] as const;
/** Who keeps the registers of their place; part-time grid workers only read them. */
export const keepers = ['grid-worker', 'micro-grid-leader', 'grid-leader', 'committee-secretary'] as const;
export const tagReaders = [...leaders, 'grid-worker', 'duty-chief', 'commander'] as const;

export type CaseStage =
  | 'reported'
  | 'accepted'
  | 'dispatched'
  | 'in-hand'
  | 'asked'
  | 'suspended'
  | 'handled'
  | 'closed'
  | 'declined';
export type Rule =
  /** Nobody is turned away for who they are. */
  | { by: 'open' }
  /** Any session; what it shows or changes is the caller's own. */
  | { by: 'own' }
  /** A private case: these roles where it lies in their area. `reporter`: its reporter too; `holder`: these roles where it was sent to them. */
  | {
      by: 'case';
      stage: CaseStage;
      area: readonly Role[];
      reporter?: true;
      holder?: readonly Role[];
      needsSession?: false;
    }
  /** Something at a place: these roles where it is in their area. */
  /** `everywhere`: also in areas not their own, for their unit bounds what they get. */
  | { by: 'area'; roles: readonly Role[]; everywhere?: readonly Role[] }
  /** The whole site: these roles where their post is over all of it; those of `part` also where it is over a part. */
  | { by: 'site'; roles: readonly Role[]; part?: readonly Role[] }
  /** The role alone decides; what it shows is narrowed by scope. Residents where said. */
  | { by: 'role'; roles: readonly Role[]; resident?: true };

export const onCase = (stage: CaseStage, area: readonly Role[]): Rule => ({ by: 'case', stage, area });
export const byHolder = (stage: CaseStage): Rule => ({ by: 'case', stage, area: [], holder: handlers });
export const byReporter = (stage: CaseStage): Rule => ({ by: 'case', stage, area: [], reporter: true });
