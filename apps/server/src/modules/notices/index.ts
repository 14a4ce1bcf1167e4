/**
 * Notices: what a person should know, and how it reached them.
 * Owns notice, delivery. Promises: one notice of a kind for each person and journal row, however often the journal is read; a message
 * outside the product carries no name, address or word of anybody; nobody's phone rings by night unless it is urgent.
 * Never: is called by an engine (it reads the journal), decides who may do what.
 */
export { createNotices } from './create-notices.ts';
