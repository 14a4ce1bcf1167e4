import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ROUTE_STATES } from '../route-states.tsx';
import { readScreenSearch } from './screen-search.ts';

const root = createRootRoute();

const street = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readScreenSearch,
  component: lazyRouteComponent(() => import('./pages/street-page.tsx'), 'StreetPage'),
});

/** The wall screen, under `/screen`. `?area=` shows one area: the middle screen of a grid. */
export const screenRouter = createRouter({
  routeTree: root.addChildren([street]),
  basepath: '/screen',
  ...ROUTE_STATES,
});
