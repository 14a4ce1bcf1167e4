/**
 * Sorting: which kind words speak of, which cases may be one matter, what many speak of (docs/sorting.md).
 * Owns sorting_model, sorting_setting, topic_run, topic. Promises: suggests, never decides; says how sure and why; what was learned and
 * every figure shown comes from the site's own cases; works without a network. Never: keeps anybody's words, learns from sealed matters.
 */
export { createSorting, type Sorting } from './create-sorting.ts';
export { loadSorting, sortingVersion } from './site-sorting.ts';

import './tables.ts';
