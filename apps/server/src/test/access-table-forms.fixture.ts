import { formReaders, type Rule } from './access-rules.fixture.ts';

/** Of the module of forms. */
export const formsAccess: Readonly<Record<string, Rule>> = {
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
