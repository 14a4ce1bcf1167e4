/**
 * Cases: the closed loop for everything that must be answered, and the packs that configure it.
 * Owns pack, case_type, cases, case_action, case_reporter, case_file, saved_view, holiday years. Promises: state is folded from
 * actions, one table says what may happen, every deadline fires once, the same request twice is once. Never: knows of any one pack.
 */
export type { CaseEventData } from './case-event.ts';
export { catalogueVersion, loadCatalogue } from './catalogue.ts';
export { caseClockHandler } from './deadlines.ts';
export { exportRoute } from './export-cases.ts';
export { fileRoutes } from './file-routes.ts';
export { poolName } from './holder-name.ts';
export { createIntake } from './intake.ts';
export { caseLiveView } from './live-view.ts';
export { storeKnownHolidays } from './load-holidays.ts';
export { readPacks, storePacks } from './load-packs.ts';
export { caseRoutes } from './routes.ts';

import './tables.ts';
