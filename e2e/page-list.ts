import type { Page } from 'playwright-core';
import {
  askForPassword,
  askToPass,
  breakTheInbox,
  chooseCommunity,
  defineTag,
  enterNobody,
  holdMeeting,
  openCell,
  openDraft,
  openEvidence,
  openFirstForm,
  openFirstRow,
  openHousehold,
  openLedger,
  openOlderPerson,
  openSections,
  openTab,
  openTagCatalogue,
  pasteBrokenPack,
  planCall,
  showKeys,
  showTypeHistory,
  showTypeText,
  signPaper,
  tryType,
  uploadOrders,
} from './reach-office-pages.ts';
import {
  describeRubbish,
  haveRefused,
  leaveSomethingWaiting,
  openBuilding,
  openHome,
  openNewResident,
  sendNothing,
} from './reach-phone-pages.ts';

/** A page in one of its states, as it is photographed for docs/screens and judged by pages.test.ts. */
export interface PageState {
  readonly name: string;
  readonly size: keyof typeof pageSizes;
  /** The ready-made person who looks, `new-resident` for somebody without a past, null for a stranger. */
  readonly as: string | null;
  /** `{mine}`, `{task}`, `{any}`, `{checked}`, `{stage:…}`, `{pack:…}`, `{my:…}` stand for a case of the reader's. */
  readonly path: string;
  readonly language?: 'en';
  readonly elder?: true;
  /** Leaves something behind on the device (a draft, an outbox, a cut line): it gets one of its own. */
  readonly alone?: true;
  /** Leads from the opened page to the state meant. */
  readonly reach?: (page: Page) => Promise<void>;
}

export const pageSizes = {
  phone: { width: 360, height: 780 },
  office: { width: 1440, height: 900 },
  screen: { width: 1920, height: 1080 },
} as const;

const resident = { size: 'phone', as: '01-resident' } as const;
const worker = { size: 'phone', as: '02-grid-worker' } as const;
const dispatcher = { size: 'office', as: '06-dispatcher' } as const;
const secretary = { size: 'office', as: '05-committee-secretary' } as const;
const admin = { size: 'office', as: '10-system-admin' } as const;
const commander = { size: 'screen', as: '09-commander' } as const;

export const residentPages: readonly PageState[] = [
  { ...resident, name: 'resident-home', path: '/' },
  { ...resident, name: 'resident-home-stranger', as: null, path: '/' },
  { ...resident, name: 'resident-home-elder', path: '/', elder: true },
  { ...resident, name: 'resident-home-en', path: '/', language: 'en' },
  { ...resident, name: 'resident-report', path: '/report' },
  { ...resident, name: 'resident-report-place', path: '/report?step=place' },
  { ...resident, name: 'resident-report-words', path: '/report?step=words', alone: true, reach: describeRubbish },
  { ...resident, name: 'resident-report-missing', path: '/report?step=words', reach: sendNothing },
  { ...resident, name: 'resident-suggestions', path: '/suggestions' },
  { ...resident, name: 'resident-mine', path: '/mine' },
  { ...resident, name: 'resident-mine-empty', as: 'new-resident', path: '/mine' },
  { ...resident, name: 'resident-case', path: '/cases/{mine}' },
  { ...resident, name: 'resident-approval', path: '/cases/{my:return-to-work}' },
  { ...resident, name: 'resident-petition', path: '/cases/{my:petition}' },
  { ...resident, name: 'resident-case-missing', path: '/cases/0190a000-0000-7000-8000-000000000000' },
  { ...resident, name: 'resident-nearby', path: '/nearby' },
  { ...resident, name: 'resident-nearby-map', path: '/nearby?view=map' },
  { ...resident, name: 'resident-notices', path: '/notices' },
  { ...resident, name: 'resident-notices-empty', as: 'new-resident', path: '/notices' },
  { ...resident, name: 'resident-my-data', path: '/my-data' },
  { ...resident, name: 'resident-my-rights', path: '/my-rights' },
  { ...resident, name: 'resident-my-data-elder', path: '/my-data', elder: true },
  { ...resident, name: 'resident-me', path: '/me' },
  { ...resident, name: 'resident-reveals', path: '/reveals' },
  { ...resident, name: 'resident-call', path: '/call' },
  { ...resident, name: 'resident-sign-in', as: null, path: '/sign-in' },
  { ...resident, name: 'resident-demo', as: null, path: '/demo' },
  { ...resident, name: 'resident-no-page', path: '/nowhere' },
];

export const fieldPages: readonly PageState[] = [
  { ...worker, name: 'field-tasks', path: '/field' },
  { ...worker, name: 'field-tasks-en', path: '/field', language: 'en' },
  { ...worker, name: 'field-map', path: '/field/map' },
  { ...worker, name: 'field-task', path: '/field/tasks/{task}' },
  { ...worker, name: 'field-handle', path: '/field/tasks/{task}/handle' },
  { ...worker, name: 'field-add', path: '/field', reach: (page) => page.getByRole('button', { name: '新增' }).click() },
  { ...worker, name: 'field-report-type', path: '/field/add/report' },
  { ...worker, name: 'field-report', path: '/field/add/report?type=06010' },
  { ...worker, name: 'field-outbox', path: '/field/outbox', alone: true, reach: leaveSomethingWaiting },
  { ...worker, name: 'field-outbox-refused', path: '/field', alone: true, reach: haveRefused },
  { ...worker, name: 'field-outbox-empty', path: '/field/outbox' },
  { ...worker, name: 'field-visits', path: '/field/visits' },
  { ...worker, name: 'field-homes', path: '/field/homes', reach: openBuilding },
  { ...worker, name: 'field-home', path: '/field/homes', reach: openHome },
  { ...worker, name: 'field-home-new', path: '/field/homes', reach: openNewResident },
  { ...worker, name: 'field-me', path: '/field/me' },
  { ...worker, name: 'field-sign-in', as: null, path: '/field' },
  { ...worker, name: 'field-refused', as: '01-resident', path: '/field' },
];

export const officePages: readonly PageState[] = [
  { ...dispatcher, name: 'office-inbox', path: '/office/inbox' },
  { ...dispatcher, name: 'office-inbox-case', path: '/office/inbox', reach: openFirstRow },
  { ...dispatcher, name: 'office-inbox-en', path: '/office/inbox', language: 'en' },
  {
    ...dispatcher,
    name: 'office-inbox-empty',
    path: '/office/inbox?text=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E4%BA%8B',
  },
  { ...dispatcher, name: 'office-inbox-error', path: '/office/inbox', reach: breakTheInbox },
  { ...dispatcher, name: 'office-case', path: '/office/cases/{any}' },
  { ...dispatcher, name: 'office-intake', path: '/office/intake' },
  { ...dispatcher, name: 'office-password', path: '/office/hands', reach: askForPassword },
  { ...dispatcher, name: 'office-desk', path: '/office/desk' },
  { ...dispatcher, name: 'office-approvals', as: '07-duty-chief', path: '/office/approvals' },
  { ...dispatcher, name: 'office-checks', as: '08-checker', path: '/office/checks' },
  { ...dispatcher, name: 'office-check', as: '08-checker', path: '/office/cases/{checked}', reach: askToPass },
  { ...dispatcher, name: 'office-hands', path: '/office/hands' },
  { ...dispatcher, name: 'office-imports', path: '/office/imports' },
  { ...dispatcher, name: 'office-import', path: '/office/imports', reach: uploadOrders },
  { ...dispatcher, name: 'office-calls', path: '/office/calls' },
  { ...dispatcher, name: 'office-call-edit', path: '/office/calls', reach: planCall },
  { ...dispatcher, name: 'office-procedure', path: '/office/cases/{pack:joint-community}' },
  { ...dispatcher, name: 'office-meeting', path: '/office/cases/{stage:meeting}', reach: holdMeeting },
  {
    ...dispatcher,
    name: 'office-sign',
    as: '04-unit-lead',
    path: '/office/cases/{pack:enforcement/decide}',
    reach: signPaper,
  },
  { ...dispatcher, name: 'office-evidence', path: '/office/cases/{pack:enforcement}', reach: openEvidence },
  { ...dispatcher, name: 'office-hot-spots', path: '/office/hot-spots' },
  { ...secretary, name: 'office-forms', path: '/office/forms' },
  { ...secretary, name: 'office-forms-en', path: '/office/forms', language: 'en' },
  { ...secretary, name: 'office-returns', path: '/office/forms/returns' },
  { ...secretary, name: 'office-return', path: '/office/forms/ledgers', reach: openLedger },
  { ...secretary, name: 'office-return-cell', path: '/office/forms/ledgers', reach: openCell },
  { ...secretary, name: 'office-ledgers', path: '/office/forms/ledgers' },
  { ...secretary, name: 'office-asks', path: '/office/forms/asks' },
  { ...secretary, name: 'office-returns-approve', as: '07-duty-chief', path: '/office/forms/returns' },
  { ...secretary, name: 'office-items', as: '10-system-admin', path: '/office/forms/items' },
  { ...secretary, name: 'office-burden', as: '07-duty-chief', path: '/office/forms/burden' },
  { ...secretary, name: 'office-needs', as: '07-duty-chief', path: '/office/forms/needs' },
  { ...secretary, name: 'office-forms-mine', as: '14-unit-lead', path: '/office/forms/mine' },
  { ...secretary, name: 'office-form', as: '14-unit-lead', path: '/office/forms/mine', reach: openFirstForm },
  { ...secretary, name: 'office-form-edit', as: '04-unit-lead', path: '/office/forms/mine', reach: openDraft },
  { ...dispatcher, name: 'office-topics', as: '07-duty-chief', path: '/office/topics' },
  { ...dispatcher, name: 'office-experience', path: '/office/experience' },
  { ...dispatcher, name: 'office-sorting', path: '/office/sorting' },
  { ...dispatcher, name: 'office-shared', path: '/office/partners' },
  { ...dispatcher, name: 'office-bulletins', path: '/office/partners', reach: (page) => openTab(page, '通报') },
  { ...admin, name: 'office-privacy', as: '11-security-admin', path: '/office/privacy' },
  { ...admin, name: 'office-reveals', as: '11-security-admin', path: '/office/reveals' },
  { ...secretary, name: 'office-consents', path: '/office/consents' },
  { ...admin, name: 'office-partners', path: '/office/partners' },
  { ...admin, name: 'office-holidays', path: '/office/holidays' },
  { ...admin, name: 'office-places', path: '/office/places' },
  { ...admin, name: 'office-org', path: '/office/org' },
  { ...admin, name: 'office-mediators', path: '/office/org', reach: (page) => openTab(page, '调解员') },
  { ...admin, name: 'office-rooms', path: '/office/org', reach: (page) => openTab(page, '调解室') },
  { ...admin, name: 'office-types', path: '/office/types' },
  { ...admin, name: 'office-types-en', path: '/office/types', language: 'en' },
  { ...admin, name: 'office-type-edit', path: '/office/types/bulky', reach: openSections },
  { ...admin, name: 'office-type-edit-en', path: '/office/types/bulky', language: 'en' },
  { ...admin, name: 'office-type-text', path: '/office/types/06010', reach: showTypeText },
  { ...admin, name: 'office-type-dry-run', path: '/office/types/06010', reach: tryType },
  { ...admin, name: 'office-type-history', path: '/office/types/bulky', reach: showTypeHistory },
  { ...admin, name: 'office-type-missing', path: '/office/types/nothing' },
  { ...admin, name: 'office-new-pack', path: '/office/packs/new', reach: pasteBrokenPack },
  { ...dispatcher, name: 'office-measures', path: '/office/measures' },
  { ...dispatcher, name: 'office-joint-community', path: '/office/measures', reach: chooseCommunity },
  { ...dispatcher, name: 'office-procedures', path: '/office/procedures' },
  { ...dispatcher, name: 'office-procedures-en', as: '07-duty-chief', path: '/office/procedures', language: 'en' },
  { ...dispatcher, name: 'office-procedures-refused', as: '04-unit-lead', path: '/office/procedures' },
  { ...secretary, name: 'office-tags', path: '/office/tags' },
  { ...secretary, name: 'office-tags-catalogue', path: '/office/tags', reach: openTagCatalogue },
  { ...secretary, name: 'office-tags-new', path: '/office/tags', reach: defineTag },
  { ...secretary, name: 'office-registers', path: '/office/registers' },
  { ...secretary, name: 'office-registers-homes', path: '/office/registers?noun=home', language: 'en' },
  { ...secretary, name: 'office-registers-map', path: '/office/registers?noun=asset&view=map' },
  { ...secretary, name: 'office-registers-new', path: '/office/registers', reach: enterNobody },
  { ...secretary, name: 'office-subject', path: '/office/registers', reach: openOlderPerson },
  { ...secretary, name: 'office-household', path: '/office/registers', reach: openHousehold },
  { ...secretary, name: 'office-same', path: '/office/registers/same' },
  { ...secretary, name: 'office-addresses', path: '/office/registers/addresses' },
  { ...secretary, name: 'office-imports-registers', path: '/office/imports' },
  { ...secretary, name: 'office-corrections', path: '/office/registers/corrections' },
  { ...secretary, name: 'office-care', path: '/office/care' },
  { ...secretary, name: 'office-elderly', path: '/office/elderly' },
  { ...dispatcher, name: 'office-registers-refused', path: '/office/registers' },
  { ...dispatcher, name: 'office-keys', path: '/office/inbox', reach: showKeys },
  { ...dispatcher, name: 'office-palette', path: '/office/inbox', reach: (page) => page.keyboard.press('Control+k') },
  { ...dispatcher, name: 'office-unit-lead', as: '04-unit-lead', path: '/office/inbox' },
  { ...dispatcher, name: 'office-sign-in', as: null, path: '/office' },
  { ...dispatcher, name: 'office-no-page', path: '/office/nowhere' },
];

export const screenPages: readonly PageState[] = [
  { ...commander, name: 'screen', path: '/screen' },
  { ...commander, name: 'screen-en', path: '/screen', language: 'en' },
  { ...commander, name: 'screen-sign-in', as: null, path: '/screen' },
  { ...commander, name: 'screen-refused', as: '01-resident', path: '/screen' },
];
