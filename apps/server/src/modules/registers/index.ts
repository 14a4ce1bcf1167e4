/**
 * Registers: homes, households, people, entities and things in public space; what is known of them, from where and since when.
 * Owns subject, subject_account, subject_secret, fact, subject_link, guardian_wait, subject_reveal, correction, same_pair, subject_merge, component_number,
 * care_holding, care_sweep, letting_check, restricted_value, deletion_proof. Promises: no field that is not of the whitelist is stored, sealed fields are never in plain text, every value
 * has its source, every look at a sealed one stands where its person reads it. Never: keeps religion, petitions, scores, faces or movements.
 */
export { type CareRules, loadCareRules } from './care/care-rules.ts';
export { sweepCare } from './care/consumer.ts';
export { createRegisters } from './create-registers.ts';
export { enterFields } from './fields/change-fields.ts';
export { insertCorrection } from './fields/corrections-store.ts';
export { findReader } from './policy.ts';
export * from './privacy/index.ts';
export { postWords } from './reader-words.ts';
export { insertSamePairs } from './same/find-same.ts';
export { giveGuardianRights } from './store/guardian-rights.ts';
export * from './store.ts';
export { getSubjectRow, type SubjectRow } from './subject-row.ts';
export {
  createTags,
  loadTags,
  storePackTags,
  type TagCatalogue,
  type TagIndex,
  tagsVersion,
} from './tags/index.ts';
export type { Incoming, IncomingFact, IncomingPlace, IncomingSecret } from './take/incoming.ts';
export { takeSubjects } from './take/take-subjects.ts';

import './tables.ts';
