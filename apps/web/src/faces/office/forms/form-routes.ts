import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { underOffice } from '../office-root.ts';
import { readEditSearch, readQueueSearch } from './forms-search.ts';

const formsHome = createRoute({
  ...underOffice,
  path: '/forms',
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import('./forms-home.tsx'), 'FormsHome'),
});
const formReturns = createRoute({
  ...underOffice,
  path: '/forms/returns',
  component: lazyRouteComponent(() => import('./returns/returns-page.tsx'), 'ReturnsPage'),
});
const formReturn = createRoute({
  ...underOffice,
  path: '/forms/returns/$returnId',
  component: lazyRouteComponent(() => import('./return/return-page.tsx'), 'ReturnPage'),
});
const formsMine = createRoute({
  ...underOffice,
  path: '/forms/mine',
  component: lazyRouteComponent(() => import('./mine/mine-page.tsx'), 'MinePage'),
});
const formEdit = createRoute({
  ...underOffice,
  path: '/forms/edit/$formId',
  validateSearch: readEditSearch,
  component: lazyRouteComponent(() => import('./edit/form-edit-page.tsx'), 'FormEditPage'),
});
const formLedgers = createRoute({
  ...underOffice,
  path: '/forms/ledgers',
  component: lazyRouteComponent(() => import('./ledgers/ledgers-page.tsx'), 'LedgersPage'),
});
const formAsks = createRoute({
  ...underOffice,
  path: '/forms/asks',
  component: lazyRouteComponent(() => import('./asks/asks-page.tsx'), 'AsksPage'),
});
const formItems = createRoute({
  ...underOffice,
  path: '/forms/items',
  component: lazyRouteComponent(() => import('./items/items-page.tsx'), 'ItemsPage'),
});
const formBurden = createRoute({
  ...underOffice,
  path: '/forms/burden',
  component: lazyRouteComponent(() => import('./burden/burden-page.tsx'), 'BurdenPage'),
});
const formNeeds = createRoute({
  ...underOffice,
  path: '/forms/needs',
  component: lazyRouteComponent(() => import('./needs/needs-page.tsx'), 'NeedsPage'),
});
const oneForm = createRoute({
  ...underOffice,
  path: '/forms/$formId',
  component: lazyRouteComponent(() => import('./mine/form-page.tsx'), 'FormPage'),
});

export const formRoutes = [
  formsHome,
  formReturns,
  formReturn,
  formsMine,
  formEdit,
  formLedgers,
  formAsks,
  formItems,
  formBurden,
  formNeeds,
  oneForm,
] as const;
