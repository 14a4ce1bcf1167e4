/**
 * The journal: one ordered, append-only table of everything that happened, written in the transaction of the change.
 * Promises: rows are read in (xid, seq) order and none is skipped; consumers move with their effects; seals show any rewriting.
 * Never: personal details in `data`, calls to modules.
 */
export { appendJournal, type JournalEntry } from './append-journal.ts';
export { type Consumer, drainConsumers, hasCaughtUp, isFullBatch, rewindConsumer, runConsumer } from './consumer.ts';
export { createLiveFeed, type LiveFeed } from './live-feed.ts';
export {
  type Cursor,
  cursorText,
  findHorizon,
  type JournalRow,
  readJournalOfKinds,
} from './read-journal.ts';
export { rebaseJournal, refuseForeignJournal } from './rebase-journal.ts';
export { sealJournal, verifyJournal } from './seal-journal.ts';
