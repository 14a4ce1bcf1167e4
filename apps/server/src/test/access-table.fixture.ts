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
const formReaders = [
  'grid-leader',
  'committee-secretary',
  'duty-chief',
  'unit-lead',
  'commander',
  'system-admin',
  'audit-admin',
] as const;
/** Who keeps the registers of their place; part-time grid workers only read them. */
const keepers = ['grid-worker', 'micro-grid-leader', 'grid-leader', 'committee-secretary'] as const;
const tagReaders = [...leaders, 'grid-worker', 'duty-chief', 'commander'] as const;

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
  /** The whole site: these roles where their post is over all of it; those of `part` also where it is over a part. */
  | { by: 'site'; roles: readonly Role[]; part?: readonly Role[] }
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
  'change-case-type': onCase('accepted', desk),
  'get-case-file': { by: 'case', stage: 'in-hand', area: readers, holder: handlers },
  'suggest-mediators': { by: 'case', stage: 'in-hand', area: readers, holder: handlers },
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
  'grant-sealed': { by: 'area', roles: admin },
  'set-population': { by: 'area', roles: admin },
  'redraw-areas': { by: 'area', roles: admin },
  'save-area-group': { by: 'area', roles: admin },
  'split-area': { by: 'area', roles: admin },
  'merge-areas': { by: 'area', roles: admin },
  'get-screen': { by: 'area', roles: measured },
  'list-indicators': { by: 'area', roles: measured },
  'list-hot-spots': { by: 'role', roles: measured },
  'get-procedure-figures': { by: 'area', roles: measured },
  'list-rising-places': { by: 'area', roles: measured },

  // And a lead the list of their own unit: registers.test.ts.
  'save-mediator': { by: 'area', roles: ['committee-secretary', ...admin] },
  'save-room': { by: 'area', roles: ['committee-secretary', ...admin] },
  'save-unit': { by: 'site', roles: admin },
  'save-call': { by: 'site', roles: desk },
  'switch-pack': { by: 'site', roles: admin },
  'import-pack': { by: 'site', roles: admin },
  'propose-mapping': { by: 'site', roles: [...desk, ...keepers], part: keepers },
  'save-mapping': { by: 'site', roles: desk },
  'list-mappings': { by: 'site', roles: desk },
  'start-import': { by: 'site', roles: [...desk, ...keepers], part: keepers },
  'steer-import': { by: 'site', roles: [...desk, ...keepers], part: keepers },
  'get-import': { by: 'site', roles: [...desk, ...keepers], part: keepers },
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
  'find-public-units': { by: 'open' },
  'list-mediators': { by: 'role', roles: everyPost },
  'list-rooms': { by: 'role', roles: everyPost },
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

  'list-tags': { by: 'role', roles: tagReaders },
  'save-tag': { by: 'area', roles: ['committee-secretary', 'duty-chief'] },
  'try-tag-rule': { by: 'area', roles: ['committee-secretary', 'duty-chief'] },
  'switch-tag': { by: 'area', roles: ['committee-secretary', 'duty-chief'] },
  'set-tag': { by: 'area', roles: [...leaders, 'grid-worker'] },
  'unset-tag': { by: 'area', roles: [...leaders, 'grid-worker'] },
  'list-subject-tags': { by: 'area', roles: grid },
  'count-by-tags': { by: 'role', roles: tagReaders },
  // Who may count and may see nobody is refused the list.
  'list-by-tags': { by: 'role', roles: [...leaders, 'grid-worker'] },
  'save-tag-view': { by: 'role', roles: tagReaders },
  'list-tag-views': { by: 'role', roles: tagReaders },
  'delete-tag-view': { by: 'role', roles: tagReaders },
  'ask-tag-export': { by: 'area', roles: ['committee-secretary'] },
  'decide-tag-export': { by: 'area', roles: ['committee-secretary', 'security-admin'] },
  'list-tag-exports': { by: 'role', roles: ['committee-secretary', 'security-admin'] },

  'get-subject': { by: 'area', roles: grid },
  'list-fact-history': { by: 'area', roles: grid },
  'get-household-file': { by: 'area', roles: grid },
  'ask-correction': { by: 'area', roles: grid },
  'add-subject': { by: 'area', roles: keepers },
  'change-fields': { by: 'area', roles: keepers },
  'confirm-fields': { by: 'area', roles: keepers },
  'record-death': { by: 'area', roles: keepers },
  'move-out': { by: 'area', roles: keepers },
  'move-in': { by: 'area', roles: keepers },
  'move-home': { by: 'area', roles: keepers },
  'split-household': { by: 'area', roles: keepers },
  'join-households': { by: 'area', roles: keepers },
  'end-subject': { by: 'area', roles: keepers },
  'revive-subject': { by: 'area', roles: keepers },
  'reveal-field': { by: 'area', roles: keepers },
  'link-account': { by: 'area', roles: keepers },
  'set-guardian': { by: 'area', roles: keepers },
  'end-guardian': { by: 'area', roles: keepers },
  'issue-component-code': { by: 'area', roles: keepers },
  'merge-subjects': { by: 'area', roles: keepers },
  'keep-apart': { by: 'area', roles: keepers },
  'undo-merge': { by: 'area', roles: keepers },
  'decide-correction': { by: 'area', roles: leaders },
  'get-care-figures': { by: 'area', roles: leaders },
  'get-elderly': { by: 'area', roles: leaders },
  'list-subjects': { by: 'role', roles: grid },
  'list-corrections': { by: 'role', roles: grid },
  'list-component-classes': { by: 'role', roles: keepers },
  'list-unknown-addresses': { by: 'role', roles: keepers },
  'name-address': { by: 'role', roles: keepers },
  'forget-address-name': { by: 'role', roles: keepers },
  'list-same-pairs': { by: 'role', roles: keepers },
  'list-care': { by: 'role', roles: leaders },
  'list-entitled': { by: 'role', roles: leaders },
  'get-my-data': { by: 'role', roles: [] },
  'show-my-field': { by: 'role', roles: [] },
  'make-my-copy': { by: 'role', roles: [] },
  'explain-decisions': { by: 'role', roles: [] },
  'ask-rights': { by: 'own' },
  'follow-up-rights': { by: 'role', roles: [] },
  'list-my-rights': { by: 'own' },
  'request-own-code': { by: 'own' },
  'list-consents': { by: 'area', roles: keepers },
  'give-consent': { by: 'area', roles: keepers },
  'withdraw-consent': { by: 'area', roles: keepers },
  'list-rights': { by: 'role', roles: ['security-admin'] },
  'list-deletions': { by: 'role', roles: ['security-admin'] },
  'get-consent-figures': { by: 'role', roles: ['security-admin'] },
  'save-privacy-settings': { by: 'site', roles: ['security-admin'] },
  // Requests that nobody made: their own tests tell whose is whose.
  'get-rights': { by: 'role', roles: [] },
  'act-on-rights': { by: 'role', roles: [] },
  'lift-restriction': { by: 'role', roles: [] },
  // The desk over its site, a committee's secretary over their own area: list-reveals.test.ts.
  'list-reveals': { by: 'role', roles: ['security-admin', 'committee-secretary'] },
  'link-my-account': { by: 'own' },
  'list-my-subjects': { by: 'own' },
  'list-legal-items': { by: 'role', roles: formReaders },
  'save-legal-item': { by: 'site', roles: ['system-admin'] },
  'list-ledgers': { by: 'role', roles: formReaders },
  'list-forms': { by: 'role', roles: formReaders },
  'list-returns': { by: 'role', roles: formReaders },
  'list-asks': { by: 'role', roles: formReaders },
  'list-needs': { by: 'role', roles: formReaders },
  'get-burden': { by: 'role', roles: formReaders },
  'save-form': { by: 'role', roles: ['unit-lead'] },
  'file-need': { by: 'role', roles: ['unit-lead'] },
  'list-questions': { by: 'role', roles: ['committee-secretary'] },
  'answer-questions': { by: 'role', roles: ['committee-secretary'] },
  'register-ask': { by: 'area', roles: ['committee-secretary'] },
  // Forms, returns, asks and needs that nobody has: their own tests tell whose is whose.
  'get-form': { by: 'role', roles: [] },
  'get-return': { by: 'role', roles: [] },
  'open-cell': { by: 'role', roles: [] },
  'preview-form': { by: 'role', roles: [] },
  'publish-form': { by: 'role', roles: [] },
  'end-form': { by: 'role', roles: [] },
  'fill-return': { by: 'role', roles: [] },
  'move-return': { by: 'role', roles: [] },
  'decide-return': { by: 'role', roles: [] },
  'pull-form': { by: 'role', roles: [] },
  'refuse-ask': { by: 'role', roles: [] },
  'decide-need': { by: 'role', roles: [] },
  'make-need-key': { by: 'role', roles: [] },
  'end-need': { by: 'role', roles: [] },
  'fetch-shared': { by: 'open' },
};
