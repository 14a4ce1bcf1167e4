/**
 * Access: accounts, sessions, sign-in by phone code or password, reveals of personal details.
 * Owns account, credential, session, phone_code, sign_in_try, reveal. Promises: tokens and codes are kept only as hashes, tries are
 * limited, every reveal has a reason its person can read. Never: decides about a noun; each module's policy does.
 */

export { resetByOperator } from './accounts.ts';
export { demoPassword } from './demo-words.ts';
export { type FirstSite, foundSite } from './found-site.ts';
export { accessJobs } from './jobs.ts';
export { checkOwnCode, closeAccount } from './own-code.ts';
export { hashPassword } from './password.ts';
export { dailyReveals, type OtherReveal, revealAccount, takeFromQuota } from './reveal.ts';
export { accessRoutes } from './routes.ts';
export { createSessionReader } from './session-reader.ts';

export { countTry, countTryWith, forgetTries } from './sign-in-tries.ts';

import './tables.ts';
