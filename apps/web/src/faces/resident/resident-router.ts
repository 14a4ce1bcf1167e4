import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ROUTE_STATES } from '../route-states.tsx';
import { ResidentShell } from './resident-shell.tsx';

const root = createRootRoute({ component: ResidentShell });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/home-page.tsx'), 'HomePage'),
});
const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  component: lazyRouteComponent(() => import('./pages/report-page.tsx'), 'ReportPage'),
});
const mine = createRoute({
  getParentRoute: () => root,
  path: '/mine',
  component: lazyRouteComponent(() => import('./pages/mine-page.tsx'), 'MinePage'),
});
const nearby = createRoute({
  getParentRoute: () => root,
  path: '/nearby',
  component: lazyRouteComponent(() => import('./pages/nearby-page.tsx'), 'NearbyPage'),
});
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('./pages/notices-page.tsx'), 'NoticesPage'),
});

/** The resident's pages, from `/`. */
export const residentRouter = createRouter({
  routeTree: root.addChildren([home, report, mine, nearby, notices]),
  ...ROUTE_STATES,
});
