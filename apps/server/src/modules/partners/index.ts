/**
 * Partners: cases shared with other sites' servers, and bulletins about them.
 * Owns partner, partner_key, shared_case, shared_words, partner_outbox, partner_inbox, bulletin, bulletin_schedule. Promises: one number
 * on both sides; every message is applied once and in order, whichever side was down; who reported, the report's words, photos and
 * personal answers never leave. Never: acts on the other side's case, or lets it act on ours.
 */
export { createPartners } from './create-partners.ts';
export { isSharedCase } from './is-shared-case.ts';

import './tables.ts';
