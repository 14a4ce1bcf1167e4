/**
 * The privacy desk (docs/privacy.md): what people ask about their own data, what they agreed to, copies for them, the explanation of what the
 * product decided by rule. Owns rights_request, rights_step, rights_number, privacy_setting, consent, data_copy. Promises: every request has a
 * clock and an answer with its ground; nothing is deleted without a proof; withdrawing works at once. Never: shows the desk a value or a whole name.
 */
export { createPrivacy } from './create-privacy.ts';

import './tables.ts';
