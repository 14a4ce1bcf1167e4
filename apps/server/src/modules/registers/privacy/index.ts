/** What the privacy desk does to the registers: showing somebody their own, deleting with proof, ending the use, keeping to the time. */
export { proveDeletions } from './deletion-proofs.ts';
export { eraseValues, findBases } from './erase-values.ts';
export { liftRestriction } from './lift-restriction.ts';
export { findKept, findMergedInto } from './merged-into.ts';
export {
  findLooksAt,
  findOwnFields,
  findOwnLinks,
  getOwn,
  openOwnSecret,
} from './own-data.ts';
export { findRestrictedFields, restrictValues } from './restrict-values.ts';
export { noName, sweepRetention } from './retention.ts';
