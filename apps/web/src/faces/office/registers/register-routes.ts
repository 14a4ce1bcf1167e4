import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { underOffice } from '../office-root.ts';
import { readCareSearch } from './care/care-search.ts';
import { readElderlySearch } from './elderly/elderly-search.ts';
import { readRegistersSearch } from './list/registers-search.ts';

const registers = createRoute({
  ...underOffice,
  path: '/registers',
  validateSearch: readRegistersSearch,
  component: lazyRouteComponent(() => import('./list/registers-page.tsx'), 'RegistersPage'),
});
const same = createRoute({
  ...underOffice,
  path: '/registers/same',
  component: lazyRouteComponent(() => import('./same/same-page.tsx'), 'SamePage'),
});
const addresses = createRoute({
  ...underOffice,
  path: '/registers/addresses',
  component: lazyRouteComponent(() => import('../imports/addresses/addresses-page.tsx'), 'AddressesPage'),
});
const corrections = createRoute({
  ...underOffice,
  path: '/registers/corrections',
  component: lazyRouteComponent(() => import('./corrections/corrections-page.tsx'), 'CorrectionsPage'),
});
const letting = createRoute({
  ...underOffice,
  path: '/registers/letting',
  component: lazyRouteComponent(() => import('./letting/letting-page.tsx'), 'LettingPage'),
});
const household = createRoute({
  ...underOffice,
  path: '/registers/household/$subjectId',
  component: lazyRouteComponent(() => import('./household/household-page.tsx'), 'HouseholdPage'),
});
const subject = createRoute({
  ...underOffice,
  path: '/registers/$subjectId',
  component: lazyRouteComponent(() => import('./subject/subject-page.tsx'), 'SubjectPage'),
});
const care = createRoute({
  ...underOffice,
  path: '/care',
  validateSearch: readCareSearch,
  component: lazyRouteComponent(() => import('./care/care-page.tsx'), 'CarePage'),
});
const elderly = createRoute({
  ...underOffice,
  path: '/elderly',
  validateSearch: readElderlySearch,
  component: lazyRouteComponent(() => import('./elderly/elderly-page.tsx'), 'ElderlyPage'),
});

export const registerRoutes = [
  registers,
  same,
  addresses,
  corrections,
  letting,
  household,
  subject,
  care,
  elderly,
] as const;
