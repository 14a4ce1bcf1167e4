/**
 * Forms: what departments ask committees for, filed once, filled from the registers, asked once, given, approved and fetched; asks outside
 * the list; data shared with others. Owns legal_item, form, form_version, form_template, form_return, form_row, form_behind, form_step,
 * form_question, form_pull, form_ask, form_burden, sharing_need, sharing_pull. Promises: each cell opens to the fact behind it, no sealed
 * value is stored, no personal field leaves that the permitted item does not name, nobody's own times are kept. Never: writes the
 * registers but through their door, asks of people what is not in their whitelist.
 */
export { createForms } from './create-forms.ts';
export { type FiledLedger, fileLedgers } from './file-ledgers.ts';
export { openReturns } from './fill/open-returns.ts';
export { findPullsOfMe } from './find-pulls-of-me.ts';

import './tables.ts';
