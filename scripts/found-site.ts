import { foundSite } from '../apps/server/src/modules/access/index.ts';
import { systemClock } from '../apps/server/src/platform/clock.ts';
import { withSealedDatabase } from './open-sealed-database.ts';
import { readFirstSite } from './read-first-site.ts';

/**
 * `npm run found-site -- --code=310115005 --name=陆家嘴街道 --admin=张三 --login=admin`: the first site of an empty database and its system
 * administrator, before or while the product runs on it. Prints a first password, once.
 */
const site = readFirstSite(process.argv.slice(2));
if ('problem' in site) {
  console.error(site.problem);
  process.exit(2);
}
await withSealedDatabase(async (database, crypto) => {
  const { initialPassword } = await foundSite({ database, crypto }, site, systemClock.now());
  console.log(`${site.name} (${site.code}) is there. Sign in at /office and change the password:`);
  console.log(`  ${site.admin.login} / ${initialPassword}`);
});
