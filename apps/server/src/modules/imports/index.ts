/**
 * Imports: tables and single orders of other systems become cases, by saved mappings; results go back in the same layout.
 * Owns import_mapping, import_run, import_row, import_number, import_problem, case_source. Promises: one number of one system is one case for
 * ever, a dry run names every bad row, a killed run goes on where it was, rows are kept sealed and forgotten. Never: writes a case
 * itself, or changes one that is there.
 */
export { createListDesk } from './bring-list.ts';
export { createImports } from './create-imports.ts';

import './tables.ts';
