import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ROUTE_STATES } from '../route-states.tsx';

const root = createRootRoute();

const street = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/street-page.tsx'), 'StreetPage'),
});

/** The wall screen, under `/screen`. */
export const screenRouter = createRouter({
  routeTree: root.addChildren([street]),
  basepath: '/screen',
  ...ROUTE_STATES,
});
