import { parseArgs } from 'node:util';
import { resetByOperator } from '../apps/server/src/modules/access/index.ts';
import { systemClock } from '../apps/server/src/platform/clock.ts';
import { withSealedDatabase } from './open-sealed-database.ts';

/** `npm run reset-password -- --login=admin`: a new first password for anyone on the staff, administrators too. Prints it, once. */
const { values } = parseArgs({ options: { login: { type: 'string' } }, strict: false });
const login = values.login;
if (typeof login !== 'string') {
  console.error('usage: npm run reset-password -- --login=<to sign in with>');
  process.exit(2);
}
await withSealedDatabase(async (database, crypto) => {
  const { initialPassword } = await resetByOperator({ database, crypto }, login, systemClock.now());
  console.log('Every session of the account has ended. Sign in at /office and change the password:');
  console.log(`  ${login} / ${initialPassword}`);
});
