import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ROUTE_STATES } from '../route-states.tsx';
import { readHolidaysSearch } from './holidays/holidays-search.ts';
import { readInboxSearch } from './inbox/inbox-search.ts';
import { HomePage } from './shell/home-page.tsx';
import { OfficeShell } from './shell/office-shell.tsx';

const root = createRootRoute({ component: OfficeShell });
const parent = { getParentRoute: () => root };

const home = createRoute({ ...parent, path: '/', component: HomePage });
const inbox = createRoute({
  ...parent,
  path: '/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./inbox/inbox-page.tsx'), 'InboxPage'),
});
const approvals = createRoute({
  ...parent,
  path: '/approvals',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./inbox/inbox-page.tsx'), 'ApprovalsPage'),
});
const checks = createRoute({
  ...parent,
  path: '/checks',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./inbox/inbox-page.tsx'), 'ChecksPage'),
});
const desk = createRoute({
  ...parent,
  path: '/desk',
  component: lazyRouteComponent(() => import('./desk/desk-page.tsx'), 'DeskPage'),
});
const intake = createRoute({
  ...parent,
  path: '/intake',
  component: lazyRouteComponent(() => import('./intake/intake-page.tsx'), 'IntakePage'),
});
const oneCase = createRoute({
  ...parent,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./case/case-page.tsx'), 'CasePage'),
});
const hands = createRoute({
  ...parent,
  path: '/hands',
  component: lazyRouteComponent(() => import('./hands/hands-page.tsx'), 'HandsPage'),
});
const partners = createRoute({
  ...parent,
  path: '/partners',
  component: lazyRouteComponent(() => import('./partners/partners-page.tsx'), 'PartnersPage'),
});
const bulletin = createRoute({
  ...parent,
  path: '/partners/bulletins/$bulletinId',
  component: lazyRouteComponent(() => import('./partners/bulletin-page.tsx'), 'BulletinPage'),
});
const topics = createRoute({
  ...parent,
  path: '/topics',
  component: lazyRouteComponent(() => import('./sorting/topics-page.tsx'), 'TopicsPage'),
});
const sorting = createRoute({
  ...parent,
  path: '/sorting',
  component: lazyRouteComponent(() => import('./sorting/sorting-page.tsx'), 'SortingPage'),
});
const places = createRoute({
  ...parent,
  path: '/places',
  component: lazyRouteComponent(() => import('./places/places-page.tsx'), 'PlacesPage'),
});
const org = createRoute({
  ...parent,
  path: '/org',
  component: lazyRouteComponent(() => import('./org/org-page.tsx'), 'OrgPage'),
});
const types = createRoute({
  ...parent,
  path: '/types',
  component: lazyRouteComponent(() => import('./types/types-page.tsx'), 'TypesPage'),
});
const holidays = createRoute({
  ...parent,
  path: '/holidays',
  validateSearch: readHolidaysSearch,
  component: lazyRouteComponent(() => import('./holidays/holidays-page.tsx'), 'HolidaysPage'),
});
const newPack = createRoute({
  ...parent,
  path: '/packs/new',
  component: lazyRouteComponent(() => import('./types/editor/new-pack-page.tsx'), 'NewPackPage'),
});
const oneType = createRoute({
  ...parent,
  path: '/types/$code',
  component: lazyRouteComponent(() => import('./types/editor/type-page.tsx'), 'TypePage'),
});
const measures = createRoute({
  ...parent,
  path: '/measures',
  component: lazyRouteComponent(() => import('./measures/measures-page.tsx'), 'MeasuresPage'),
});

const procedures = createRoute({
  ...parent,
  path: '/procedures',
  component: lazyRouteComponent(() => import('./procedures/procedures-page.tsx'), 'ProceduresPage'),
});

const hotSpots = createRoute({
  ...parent,
  path: '/hot-spots',
  component: lazyRouteComponent(() => import('./hot-spots/hot-spots-page.tsx'), 'HotSpotsPage'),
});

const imports = createRoute({
  ...parent,
  path: '/imports',
  component: lazyRouteComponent(() => import('./imports/imports-page.tsx'), 'ImportsPage'),
});
const oneImport = createRoute({
  ...parent,
  path: '/imports/$importId',
  component: lazyRouteComponent(() => import('./imports/import-page.tsx'), 'ImportPage'),
});

const calls = createRoute({
  ...parent,
  path: '/calls',
  component: lazyRouteComponent(() => import('./stages/calls-page.tsx'), 'CallsPage'),
});
const experience = createRoute({
  ...parent,
  path: '/experience',
  component: lazyRouteComponent(() => import('./stages/experience-page.tsx'), 'ExperiencePage'),
});

/** The office's pages, under `/office`. */
export const officeRouter = createRouter({
  routeTree: root.addChildren([
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
    measures,
    calls,
    experience,
    topics,
    sorting,
    hotSpots,
    procedures,
  ]),
  basepath: '/office',
  ...ROUTE_STATES,
  // Data comes with the pages; a hover must not load them.
  defaultPreload: false,
});
