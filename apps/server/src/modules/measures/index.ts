/**
 * Measures: what the screen and the tables of indicators count, folded from the journal (docs/measures.md).
 * Owns case_fact, figure_day, figure_now, figure_unit_day, figure_type_day, place_report. Promises: every figure is the sum of the facts and can
 * be rebuilt by rewinding; nothing over nothing is null; no query counts cases but that of one kind with a procedure. Never: writes outside its tables, judges people.
 */
export { measuresConsumer } from './consumer.ts';
export { hotSpotsConsumer } from './hot-spots-consumer.ts';
export { measuresRoutes } from './routes.ts';

import './tables.ts';
