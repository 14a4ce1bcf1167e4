/** What the privacy desk does to the registers: showing somebody their own, deleting with proof, ending the use, keeping to the time. */
export { proveDeletions } from './deletion-proofs.ts';
export { eraseValues, findBases } from './erase-values.ts';
export {
  findLooksAt,
  findOwnFields,
  findOwnLinks,
  getOwn,
  openOwnSecret,
} from './own-data.ts';
export { restrictValues } from './restrict-values.ts';
export { sweepRetention } from './retention.ts';
