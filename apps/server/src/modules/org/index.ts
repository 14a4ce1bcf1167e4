/**
 * Org: units (departments, firms, committees), posts and who holds them from when to when, mediators and rooms of the committees.
 * Owns unit, unit_area, post, holding, mediator, room. Promises: vacancies and deputies are visible; a post resolves to people in memory.
 * Never: decides what a role may do (that is `access` and the domain's role table).
 */
export { type Directory, loadDirectory, type Target } from './directory.ts';
export { mayEditPost } from './may-edit-org.ts';
export { findLoads } from './mediators/list-mediators.ts';
export { mediates } from './mediators/store.ts';
export { orgRoutes } from './routes.ts';
export { siteOf, sitesOf } from './site-of.ts';
export { directoryChanged, insertHolding, insertPost, orgVersion } from './store.ts';

import './tables.ts';
