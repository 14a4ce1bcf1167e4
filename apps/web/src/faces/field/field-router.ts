import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ROUTE_STATES } from '../route-states.tsx';
import { FieldShell } from './field-shell.tsx';

const root = createRootRoute({ component: FieldShell });
const getParentRoute = () => root;

const tasks = createRoute({
  getParentRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/tasks-page.tsx'), 'TasksPage'),
});
const task = createRoute({
  getParentRoute,
  path: '/tasks/$caseId',
  component: lazyRouteComponent(() => import('./pages/task-page.tsx'), 'TaskPage'),
});
const action = createRoute({
  getParentRoute,
  path: '/tasks/$caseId/$action',
  component: lazyRouteComponent(() => import('./pages/action-page.tsx'), 'ActionPage'),
});
const map = createRoute({
  getParentRoute,
  path: '/map',
  component: lazyRouteComponent(() => import('./pages/map-page.tsx'), 'MapPage'),
});
const add = createRoute({
  getParentRoute,
  path: '/add/$way',
  component: lazyRouteComponent(() => import('./pages/add-page.tsx'), 'AddPage'),
});
const visits = createRoute({
  getParentRoute,
  path: '/visits',
  component: lazyRouteComponent(() => import('./pages/visits-page.tsx'), 'VisitsPage'),
});
const me = createRoute({
  getParentRoute,
  path: '/me',
  component: lazyRouteComponent(() => import('./pages/me-page.tsx'), 'MePage'),
});
const outbox = createRoute({
  getParentRoute,
  path: '/outbox',
  component: lazyRouteComponent(() => import('./pages/outbox-page.tsx'), 'OutboxPage'),
});
const outboxItem = createRoute({
  getParentRoute,
  path: '/outbox/$itemId',
  component: lazyRouteComponent(() => import('./pages/outbox-item-page.tsx'), 'OutboxItemPage'),
});
const homes = createRoute({
  getParentRoute,
  path: '/homes',
  component: lazyRouteComponent(() => import('./pages/homes-page.tsx'), 'HomesPage'),
});
const home = createRoute({
  getParentRoute,
  path: '/homes/$homeId',
  component: lazyRouteComponent(() => import('./pages/home-page.tsx'), 'HomePage'),
});
const homeNew = createRoute({
  getParentRoute,
  path: '/homes/$homeId/new',
  component: lazyRouteComponent(() => import('./pages/home-new-page.tsx'), 'HomeNewPage'),
});
const homePerson = createRoute({
  getParentRoute,
  path: '/homes/$homeId/$personId',
  component: lazyRouteComponent(() => import('./pages/home-person-page.tsx'), 'HomePersonPage'),
});

/** The worker's pages, under `/field`. */
export const fieldRouter = createRouter({
  routeTree: root.addChildren([
    tasks,
    task,
    action,
    map,
    add,
    visits,
    me,
    outbox,
    outboxItem,
    homes,
    home,
    homeNew,
    homePerson,
  ]),
  basepath: '/field',
  ...ROUTE_STATES,
});
