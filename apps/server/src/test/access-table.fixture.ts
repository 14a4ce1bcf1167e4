import type { Role } from '@linli/domain';

/**
 * Who may do what, written by hand from the duties of the posts (rules.md 1.5, docs/glossary.md) and not from the product's own tables:
 * the access matrix compares the two.
 */
const grid = [
  'grid-worker',
  'part-time-grid-worker',
  'micro-grid-leader',
  'grid-leader',
  'committee-secretary',
] as const;
const leaders = ['micro-grid-leader', 'grid-leader', 'committee-secretary'] as const;
const buildings = ['building-leader', 'second-building-leader', 'resident-group-leader'] as const;
const units = ['unit-lead', 'unit-handler'] as const;
const centre = ['dispatcher', 'duty-chief', 'checker', 'commander'] as const;
/** Everyone with a post but the administrators of accounts and of the trail, who see no cases and no places. */
const working = [...grid, ...buildings, ...units, ...centre, 'system-admin'] as const satisfies readonly Role[];
const everyPost = [...working, 'security-admin', 'audit-admin'] as const satisfies readonly Role[];

const desk = ['grid-leader', 'committee-secretary', 'dispatcher', 'duty-chief'] as const;
const supervisors = [...leaders, 'dispatcher', 'duty-chief', 'commander'] as const;
const checkers = [...grid, 'checker', 'duty-chief'] as const;
const readers = [...grid, ...buildings, ...centre] as const;
const handlers = [...grid, ...units] as const;
const measured = [...grid, ...centre, 'system-admin'] as const;
const admin = ['system-admin'] as const;

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
  | { by: 'area'; roles: readonly Role[] }
  /** The whole site: these roles where their post is over all of it. */
  | { by: 'site'; roles: readonly Role[] }
  /** The role alone decides; what it shows is narrowed by scope. Residents where said. */
  | { by: 'role'; roles: readonly Role[]; resident?: true };

const onCase = (stage: CaseStage, area: readonly Role[]): Rule => ({ by: 'case', stage, area });
const byHolder = (stage: CaseStage): Rule => ({ by: 'case', stage, area: [], holder: handlers });
const byReporter = (stage: CaseStage): Rule => ({ by: 'case', stage, area: [], reporter: true });

/** One row for each operation of the contract. */
export const accessTable: Readonly<Record<string, Rule>> = {
  'get-session': { by: 'open' },
  'list-demo-sign-ins': { by: 'open' },
  'request-phone-code': { by: 'open' },
  'sign-in-by-password': { by: 'open' },
  'sign-in-by-phone': { by: 'open' },
  'sign-in-to-demo': { by: 'open' },
  'sign-out': { by: 'open' },
  'report-case': { by: 'open' },
  'find-like-cases': { by: 'open' },
  'list-public-cases': { by: 'open' },
  'list-case-types': { by: 'open' },
  'list-calls': { by: 'open' },
  'list-published-answers': { by: 'open' },
  'get-area-tree': { by: 'open' },
  'get-map': { by: 'open' },
  'locate-point': { by: 'open' },
  'search-addresses': { by: 'open' },

  'change-password': { by: 'own' },
  'list-my-cases': { by: 'own' },
  'list-notices': { by: 'own' },
  'read-notices': { by: 'own' },
  'list-reveals-about-me': { by: 'own' },
  'list-saved-views': { by: 'own' },
  'save-view': { by: 'own' },
  'delete-view': { by: 'own' },

  'get-case': {
    by: 'case',
    stage: 'dispatched',
    area: readers,
    reporter: true,
    holder: [...handlers],
    needsSession: false,
  },
  'accept-case': onCase('reported', desk),
  'decline-case': onCase('accepted', desk),
  'merge-case': onCase('accepted', desk),
  'dispatch-case': onCase('accepted', desk),
  'suggest-targets': onCase('accepted', desk),
  'ask-void': onCase('in-hand', desk),
  'decide-request': onCase('asked', ['duty-chief']),
  'resume-case': onCase('suspended', desk),
  'supervise-case': onCase('in-hand', supervisors),
  'urge-case': { by: 'case', stage: 'in-hand', area: supervisors, reporter: true },
  'note-case': { by: 'case', stage: 'in-hand', area: [...grid, ...centre], reporter: true },
  'contact-reporter': { by: 'case', stage: 'in-hand', area: desk, holder: handlers },
  'reveal-reporter': { by: 'case', stage: 'in-hand', area: desk, holder: handlers },
  'list-callers': { by: 'case', stage: 'in-hand', area: readers, holder: handlers },
  'add-caller': onCase('in-hand', desk),
  'answer-caller': { by: 'case', stage: 'in-hand', area: desk, holder: handlers },
  'reveal-caller': { by: 'case', stage: 'in-hand', area: desk, holder: handlers },
  'join-case': { by: 'case', stage: 'in-hand', area: readers, reporter: true },
  'check-case': onCase('handled', checkers),
  'advance-case': {
    by: 'case',
    stage: 'in-hand',
    area: [...desk, ...checkers, ...supervisors],
    reporter: true,
    holder: handlers,
  },
  'split-case': { by: 'case', stage: 'in-hand', area: desk, holder: handlers },
  // Units of the task force alone; this case has none.
  'finish-part': { by: 'case', stage: 'in-hand', area: [], holder: [] },
  'open-child-case': { by: 'case', stage: 'in-hand', area: [...desk, ...supervisors], holder: handlers },
  'ask-exclusion': { by: 'case', stage: 'in-hand', area: desk, holder: handlers },
  'take-case': byHolder('dispatched'),
  'return-case': byHolder('dispatched'),
  'tick-checklist': byHolder('in-hand'),
  'handle-case': byHolder('in-hand'),
  'ask-extension': byHolder('in-hand'),
  'ask-suspension': byHolder('in-hand'),
  'rate-case': byReporter('closed'),
  'reopen-case': byReporter('closed'),
  'object-to-decline': byReporter('declined'),

  'share-case': onCase('in-hand', desk),
  'tell-partner': onCase('in-hand', desk),
  'get-shared-case': { by: 'case', stage: 'in-hand', area: readers, holder: [...handlers] },

  'import-case': { by: 'area', roles: desk },
  'save-post': { by: 'area', roles: admin },
  'assign-post': { by: 'area', roles: admin },
  'end-holding': { by: 'area', roles: admin },
  'redraw-areas': { by: 'area', roles: admin },
  'save-area-group': { by: 'area', roles: admin },
  'split-area': { by: 'area', roles: admin },
  'merge-areas': { by: 'area', roles: admin },
  'get-screen': { by: 'area', roles: measured },
  'list-indicators': { by: 'area', roles: measured },
  'list-hot-spots': { by: 'role', roles: measured },
  'get-procedure-figures': { by: 'area', roles: measured },
  'list-rising-places': { by: 'area', roles: measured },

  'save-unit': { by: 'site', roles: admin },
  'save-call': { by: 'site', roles: desk },
  'switch-pack': { by: 'site', roles: admin },
  'import-pack': { by: 'site', roles: admin },
  'propose-mapping': { by: 'site', roles: desk },
  'save-mapping': { by: 'site', roles: desk },
  'list-mappings': { by: 'site', roles: desk },
  'start-import': { by: 'site', roles: desk },
  'steer-import': { by: 'site', roles: desk },
  'get-import': { by: 'site', roles: desk },
  'list-imports': { by: 'site', roles: desk },
  'push-order': { by: 'site', roles: desk },
  'list-type-versions': { by: 'site', roles: admin },
  'get-type-version': { by: 'site', roles: admin },
  'get-case-type-draft': { by: 'site', roles: admin },
  'save-case-type-draft': { by: 'site', roles: admin },
  'discard-case-type-draft': { by: 'site', roles: admin },
  'publish-case-type': { by: 'site', roles: admin },
  'try-case-type': { by: 'site', roles: admin },
  'import-holidays': { by: 'site', roles: admin },

  'save-partner': { by: 'site', roles: admin },
  'get-own-partner-card': { by: 'site', roles: admin },
  'save-bulletin-schedule': { by: 'site', roles: ['duty-chief'] },

  'list-partners': { by: 'role', roles: everyPost },
  'list-shared-cases': { by: 'role', roles: readers },
  'list-bulletins': { by: 'role', roles: readers },
  'get-bulletin': { by: 'role', roles: readers },
  'check-areas': { by: 'role', roles: working, resident: true },
  'list-area-groups': { by: 'role', roles: working, resident: true },
  'get-area': { by: 'role', roles: working, resident: true },
  'list-packs': { by: 'role', roles: working, resident: true },
  'list-holidays': { by: 'role', roles: working, resident: true },
  'find-help-phones': { by: 'open' },
  'list-units': { by: 'role', roles: everyPost },
  'list-posts': { by: 'role', roles: everyPost },
  'list-cases': { by: 'role', roles: working, resident: true },
  'count-cases': { by: 'role', roles: working, resident: true },
  'list-hands': { by: 'role', roles: working, resident: true },
  'get-hand-figures': { by: 'role', roles: readers },
  'list-my-tasks': { by: 'role', roles: handlers },
  'search-answers': { by: 'role', roles: [...readers, ...units] },
  'self-handle-case': { by: 'role', roles: handlers },
  'import-areas': { by: 'role', roles: admin },
  'import-divisions': { by: 'role', roles: admin },
  'import-place-list': { by: 'role', roles: admin },

  'suggest-type': { by: 'open' },
  'find-same-matter': onCase('accepted', desk),
  'get-sorting-report': { by: 'role', roles: [...measured, 'unit-lead'] },
  'list-topics': { by: 'role', roles: supervisors },
  'save-sorting-settings': { by: 'site', roles: ['system-admin', 'duty-chief'] },
};
