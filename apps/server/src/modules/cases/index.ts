/**
 * Cases: the closed loop for everything that must be answered, and the packs that configure it.
 * Owns pack, case_type, case_type_draft, case_type_offer, cases, case_action, case_reporter, case_caller, case_invitation, case_file, case_mediator, booking, saved_view, holiday years. Promises: state is folded from
 * actions, one table says what may happen, every deadline fires once, the same request twice is once. Never: knows of any one pack.
 */

export { insertCallers } from './callers/store.ts';
export { listCaseAddresses } from './case-addresses.ts';
export { documentRoute } from './case-document.ts';
export { aboutUnitsOf, type CaseEventData } from './case-event.ts';
export { caseFileRoute } from './case-file/file-route.ts';
export { findCasesAt } from './cases-at-address.ts';
export { type Catalogue, catalogueVersion, loadCatalogue } from './catalogue.ts';
export { countedFigures } from './counted-condition.ts';
export { caseClockHandler } from './deadlines.ts';
export type { CaseDeps } from './deps.ts';
export { exportRoute } from './export-cases.ts';
export { fileRoutes } from './file-routes.ts';
export { poolName } from './holder-name.ts';
export { takeOverCase } from './import-case.ts';
export { createIntake } from './intake.ts';
export type { SendInvitation } from './invitations/invite-party.ts';
export { caseLiveView } from './live-view.ts';
export { storeKnownHolidays, storeStatutoryHolidays } from './load-holidays.ts';
export { readPacks, storePacks } from './load-packs.ts';
export { caseTypesFor } from './packs.ts';
export { type CaseFacts, worksOnCase } from './policy.ts';
export { pressOrder } from './press-order.ts';
export { endedThrough, stageLate } from './procedure-conditions.ts';
export { caseRoutes } from './routes.ts';
export {
  type OrderFromElsewhere,
  type PlayedOrder,
  type PreparedOrder,
  playOrder,
  prepareOrder,
  writeOrders,
} from './take-over-batch.ts';
export { readPackText, typeCodes } from './types/read-pack-text.ts';

import './tables.ts';
import './callers/tables.ts';
import './invitations/tables.ts';

export { searchIndexJob } from './search-index-job.ts';
