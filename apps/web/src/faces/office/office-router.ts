import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ROUTE_STATES } from '../route-states.tsx';
import { formRoutes } from './forms/form-routes.ts';
import { readHolidaysSearch } from './holidays/holidays-search.ts';
import { readInboxSearch } from './inbox/inbox-search.ts';
import { officeRoot, underOffice } from './office-root.ts';
import { registerRoutes } from './registers/register-routes.ts';
import { HomePage } from './shell/home-page.tsx';

const home = createRoute({ ...underOffice, path: '/', component: HomePage });
const inbox = createRoute({
  ...underOffice,
  path: '/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./inbox/inbox-page.tsx'), 'InboxPage'),
});
const approvals = createRoute({
  ...underOffice,
  path: '/approvals',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./inbox/inbox-page.tsx'), 'ApprovalsPage'),
});
const checks = createRoute({
  ...underOffice,
  path: '/checks',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./inbox/inbox-page.tsx'), 'ChecksPage'),
});
const desk = createRoute({
  ...underOffice,
  path: '/desk',
  component: lazyRouteComponent(() => import('./desk/desk-page.tsx'), 'DeskPage'),
});
const intake = createRoute({
  ...underOffice,
  path: '/intake',
  component: lazyRouteComponent(() => import('./intake/intake-page.tsx'), 'IntakePage'),
});
const oneCase = createRoute({
  ...underOffice,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./case/case-page.tsx'), 'CasePage'),
});
const hands = createRoute({
  ...underOffice,
  path: '/hands',
  component: lazyRouteComponent(() => import('./hands/hands-page.tsx'), 'HandsPage'),
});
const partners = createRoute({
  ...underOffice,
  path: '/partners',
  component: lazyRouteComponent(() => import('./partners/partners-page.tsx'), 'PartnersPage'),
});
const bulletin = createRoute({
  ...underOffice,
  path: '/partners/bulletins/$bulletinId',
  component: lazyRouteComponent(() => import('./partners/bulletin-page.tsx'), 'BulletinPage'),
});
const topics = createRoute({
  ...underOffice,
  path: '/topics',
  component: lazyRouteComponent(() => import('./sorting/topics-page.tsx'), 'TopicsPage'),
});
const sorting = createRoute({
  ...underOffice,
  path: '/sorting',
  component: lazyRouteComponent(() => import('./sorting/sorting-page.tsx'), 'SortingPage'),
});
const places = createRoute({
  ...underOffice,
  path: '/places',
  component: lazyRouteComponent(() => import('./places/places-page.tsx'), 'PlacesPage'),
});
const org = createRoute({
  ...underOffice,
  path: '/org',
  component: lazyRouteComponent(() => import('./org/org-page.tsx'), 'OrgPage'),
});
const types = createRoute({
  ...underOffice,
  path: '/types',
  component: lazyRouteComponent(() => import('./types/types-page.tsx'), 'TypesPage'),
});
const holidays = createRoute({
  ...underOffice,
  path: '/holidays',
  validateSearch: readHolidaysSearch,
  component: lazyRouteComponent(() => import('./holidays/holidays-page.tsx'), 'HolidaysPage'),
});
const newPack = createRoute({
  ...underOffice,
  path: '/packs/new',
  component: lazyRouteComponent(() => import('./types/editor/new-pack-page.tsx'), 'NewPackPage'),
});
const oneType = createRoute({
  ...underOffice,
  path: '/types/$code',
  component: lazyRouteComponent(() => import('./types/editor/type-page.tsx'), 'TypePage'),
});
const privacy = createRoute({
  ...underOffice,
  path: '/privacy',
  validateSearch: ({ rightsId }): { rightsId?: string } => (typeof rightsId === 'string' ? { rightsId } : {}),
  component: lazyRouteComponent(() => import('./privacy/privacy-page.tsx'), 'PrivacyPage'),
});
const reveals = createRoute({
  ...underOffice,
  path: '/reveals',
  component: lazyRouteComponent(() => import('./privacy/reveals-page.tsx'), 'RevealsPage'),
});
const consents = createRoute({
  ...underOffice,
  path: '/consents',
  validateSearch: ({ subjectId }): { subjectId?: string } => (typeof subjectId === 'string' ? { subjectId } : {}),
  component: lazyRouteComponent(() => import('./privacy/consents-page.tsx'), 'ConsentsPage'),
});
const measures = createRoute({
  ...underOffice,
  path: '/measures',
  component: lazyRouteComponent(() => import('./measures/measures-page.tsx'), 'MeasuresPage'),
});

const procedures = createRoute({
  ...underOffice,
  path: '/procedures',
  component: lazyRouteComponent(() => import('./procedures/procedures-page.tsx'), 'ProceduresPage'),
});

const hotSpots = createRoute({
  ...underOffice,
  path: '/hot-spots',
  component: lazyRouteComponent(() => import('./hot-spots/hot-spots-page.tsx'), 'HotSpotsPage'),
});

const imports = createRoute({
  ...underOffice,
  path: '/imports',
  component: lazyRouteComponent(() => import('./imports/imports-page.tsx'), 'ImportsPage'),
});
const oneImport = createRoute({
  ...underOffice,
  path: '/imports/$importId',
  component: lazyRouteComponent(() => import('./imports/import-page.tsx'), 'ImportPage'),
});

const calls = createRoute({
  ...underOffice,
  path: '/calls',
  component: lazyRouteComponent(() => import('./stages/calls-page.tsx'), 'CallsPage'),
});
const experience = createRoute({
  ...underOffice,
  path: '/experience',
  component: lazyRouteComponent(() => import('./stages/experience-page.tsx'), 'ExperiencePage'),
});

const tags = createRoute({
  ...underOffice,
  path: '/tags',
  component: lazyRouteComponent(() => import('./tags/tags-page.tsx'), 'TagsPage'),
});

/** The office's pages, under `/office`. */
export const officeRouter = createRouter({
  routeTree: officeRoot.addChildren([
    home,
    inbox,
    approvals,
    checks,
    intake,
    desk,
    imports,
    oneImport,
    oneCase,
    hands,
    partners,
    bulletin,
    places,
    org,
    types,
    newPack,
    oneType,
    holidays,
    privacy,
    reveals,
    consents,
    measures,
    calls,
    experience,
    topics,
    sorting,
    tags,
    hotSpots,
    procedures,
    ...registerRoutes,
    ...formRoutes,
  ]),
  basepath: '/office',
  ...ROUTE_STATES,
  // Data comes with the pages; a hover must not load them.
  defaultPreload: false,
});
