import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ROUTE_STATES } from '../route-states.tsx';
import { readEditSearch, readQueueSearch } from './forms/forms-search.ts';
import { readHolidaysSearch } from './holidays/holidays-search.ts';
import { readInboxSearch } from './inbox/inbox-search.ts';
import { readCareSearch } from './registers/care/care-search.ts';
import { readElderlySearch } from './registers/elderly/elderly-search.ts';
import { readRegistersSearch } from './registers/list/registers-search.ts';
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
const privacy = createRoute({
  ...parent,
  path: '/privacy',
  validateSearch: ({ rightsId }): { rightsId?: string } => (typeof rightsId === 'string' ? { rightsId } : {}),
  component: lazyRouteComponent(() => import('./privacy/privacy-page.tsx'), 'PrivacyPage'),
});
const reveals = createRoute({
  ...parent,
  path: '/reveals',
  component: lazyRouteComponent(() => import('./privacy/reveals-page.tsx'), 'RevealsPage'),
});
const consents = createRoute({
  ...parent,
  path: '/consents',
  validateSearch: ({ subjectId }): { subjectId?: string } => (typeof subjectId === 'string' ? { subjectId } : {}),
  component: lazyRouteComponent(() => import('./privacy/consents-page.tsx'), 'ConsentsPage'),
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

const tags = createRoute({
  ...parent,
  path: '/tags',
  component: lazyRouteComponent(() => import('./tags/tags-page.tsx'), 'TagsPage'),
});

const formsHome = createRoute({
  ...parent,
  path: '/forms',
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import('./forms/forms-home.tsx'), 'FormsHome'),
});
const formReturns = createRoute({
  ...parent,
  path: '/forms/returns',
  component: lazyRouteComponent(() => import('./forms/returns/returns-page.tsx'), 'ReturnsPage'),
});
const formReturn = createRoute({
  ...parent,
  path: '/forms/returns/$returnId',
  component: lazyRouteComponent(() => import('./forms/return/return-page.tsx'), 'ReturnPage'),
});
const formsMine = createRoute({
  ...parent,
  path: '/forms/mine',
  component: lazyRouteComponent(() => import('./forms/mine/mine-page.tsx'), 'MinePage'),
});
const formEdit = createRoute({
  ...parent,
  path: '/forms/edit/$formId',
  validateSearch: readEditSearch,
  component: lazyRouteComponent(() => import('./forms/edit/form-edit-page.tsx'), 'FormEditPage'),
});
const formLedgers = createRoute({
  ...parent,
  path: '/forms/ledgers',
  component: lazyRouteComponent(() => import('./forms/ledgers/ledgers-page.tsx'), 'LedgersPage'),
});
const formAsks = createRoute({
  ...parent,
  path: '/forms/asks',
  component: lazyRouteComponent(() => import('./forms/asks/asks-page.tsx'), 'AsksPage'),
});
const formItems = createRoute({
  ...parent,
  path: '/forms/items',
  component: lazyRouteComponent(() => import('./forms/items/items-page.tsx'), 'ItemsPage'),
});
const formBurden = createRoute({
  ...parent,
  path: '/forms/burden',
  component: lazyRouteComponent(() => import('./forms/burden/burden-page.tsx'), 'BurdenPage'),
});
const formNeeds = createRoute({
  ...parent,
  path: '/forms/needs',
  component: lazyRouteComponent(() => import('./forms/needs/needs-page.tsx'), 'NeedsPage'),
});
const oneForm = createRoute({
  ...parent,
  path: '/forms/$formId',
  component: lazyRouteComponent(() => import('./forms/mine/form-page.tsx'), 'FormPage'),
});

const registers = createRoute({
  ...parent,
  path: '/registers',
  validateSearch: readRegistersSearch,
  component: lazyRouteComponent(() => import('./registers/list/registers-page.tsx'), 'RegistersPage'),
});
const same = createRoute({
  ...parent,
  path: '/registers/same',
  component: lazyRouteComponent(() => import('./registers/same/same-page.tsx'), 'SamePage'),
});
const addresses = createRoute({
  ...parent,
  path: '/registers/addresses',
  component: lazyRouteComponent(() => import('./imports/addresses/addresses-page.tsx'), 'AddressesPage'),
});
const corrections = createRoute({
  ...parent,
  path: '/registers/corrections',
  component: lazyRouteComponent(() => import('./registers/corrections/corrections-page.tsx'), 'CorrectionsPage'),
});
const household = createRoute({
  ...parent,
  path: '/registers/household/$subjectId',
  component: lazyRouteComponent(() => import('./registers/household/household-page.tsx'), 'HouseholdPage'),
});
const subject = createRoute({
  ...parent,
  path: '/registers/$subjectId',
  component: lazyRouteComponent(() => import('./registers/subject/subject-page.tsx'), 'SubjectPage'),
});
const care = createRoute({
  ...parent,
  path: '/care',
  validateSearch: readCareSearch,
  component: lazyRouteComponent(() => import('./registers/care/care-page.tsx'), 'CarePage'),
});
const elderly = createRoute({
  ...parent,
  path: '/elderly',
  validateSearch: readElderlySearch,
  component: lazyRouteComponent(() => import('./registers/elderly/elderly-page.tsx'), 'ElderlyPage'),
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
    registers,
    same,
    addresses,
    corrections,
    household,
    subject,
    care,
    elderly,
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
  ]),
  basepath: '/office',
  ...ROUTE_STATES,
  // Data comes with the pages; a hover must not load them.
  defaultPreload: false,
});
