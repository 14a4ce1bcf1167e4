import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ROUTE_STATES } from '../route-states.tsx';
import { ResidentShell } from './resident-shell.tsx';

const root = createRootRoute({ component: ResidentShell });
const getParentRoute = () => root;

const home = createRoute({
  getParentRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/home-page.tsx'), 'HomePage'),
});
const report = createRoute({
  getParentRoute,
  path: '/report',
  validateSearch: ({ step, call, type }): { step?: 'place' | 'words'; call?: string; type?: string } => ({
    ...(step === 'place' || step === 'words' ? { step } : {}),
    // From a themed call: which one, and the kind it is handled as.
    ...(typeof call === 'string' && typeof type === 'string' ? { call, type } : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/report-page.tsx'), 'ReportPage'),
});
const suggestions = createRoute({
  getParentRoute,
  path: '/suggestions',
  component: lazyRouteComponent(() => import('./pages/suggestions-page.tsx'), 'SuggestionsPage'),
});
const mine = createRoute({
  getParentRoute,
  path: '/mine',
  component: lazyRouteComponent(() => import('./pages/mine-page.tsx'), 'MinePage'),
});
const nearby = createRoute({
  getParentRoute,
  path: '/nearby',
  validateSearch: ({ view }): { view?: 'map' } => (view === 'map' ? { view } : {}),
  component: lazyRouteComponent(() => import('./pages/nearby-page.tsx'), 'NearbyPage'),
});
const notices = createRoute({
  getParentRoute,
  path: '/notices',
  component: lazyRouteComponent(() => import('./pages/notices-page.tsx'), 'NoticesPage'),
});
const caseStory = createRoute({
  getParentRoute,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./pages/case-page.tsx'), 'CasePage'),
});
const invited = createRoute({
  getParentRoute,
  path: '/invited',
  component: lazyRouteComponent(() => import('./pages/invited-page.tsx'), 'InvitedPage'),
});
const signIn = createRoute({
  getParentRoute,
  path: '/sign-in',
  // Only to our own pages: a link must not lead elsewhere after signing in.
  validateSearch: ({ to }): { to?: string } => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {}),
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
});
const me = createRoute({
  getParentRoute,
  path: '/me',
  component: lazyRouteComponent(() => import('./pages/me-page.tsx'), 'MePage'),
});
const reveals = createRoute({
  getParentRoute,
  path: '/reveals',
  component: lazyRouteComponent(() => import('./pages/reveals-page.tsx'), 'RevealsPage'),
});
const myData = createRoute({
  getParentRoute,
  path: '/my-data',
  component: lazyRouteComponent(() => import('./privacy/my-data-page.tsx'), 'MyDataPage'),
});
const myRights = createRoute({
  getParentRoute,
  path: '/my-rights',
  component: lazyRouteComponent(() => import('./privacy/my-rights-page.tsx'), 'MyRightsPage'),
});
const call = createRoute({
  getParentRoute,
  path: '/call',
  component: lazyRouteComponent(() => import('./pages/call-page.tsx'), 'CallPage'),
});
const demo = createRoute({
  getParentRoute,
  path: '/demo',
  component: lazyRouteComponent(() => import('./pages/demo-page.tsx'), 'DemoPage'),
});

/** The resident's pages, from `/`. */
export const residentRouter = createRouter({
  routeTree: root.addChildren([
    home,
    report,
    suggestions,
    mine,
    nearby,
    notices,
    caseStory,
    invited,
    signIn,
    me,
    reveals,
    myData,
    myRights,
    call,
    demo,
  ]),
  ...ROUTE_STATES,
});
