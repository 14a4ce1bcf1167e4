import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ROUTE_STATES } from '../route-states.tsx';
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
const measures = createRoute({
  ...parent,
  path: '/measures',
  component: lazyRouteComponent(() => import('./measures/measures-page.tsx'), 'MeasuresPage'),
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
    oneCase,
    hands,
    places,
    org,
    types,
    measures,
  ]),
  basepath: '/office',
  ...ROUTE_STATES,
  // Data comes with the pages; a hover must not load them.
  defaultPreload: false,
});
