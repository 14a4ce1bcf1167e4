import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../apps/server/src/platform/db/embedded/index.ts';
import { migrate } from '../apps/server/src/platform/db/migrate.ts';
import { createPool } from '../apps/server/src/platform/db/pool.ts';
import { describeSchema } from './describe-schema.ts';

/** `npm run schema`: writes db/schema.sql as the migrations make it. */
const dataDir = await mkdtemp(join(tmpdir(), 'linli-schema-'));
const server = await startEmbedded({ dataDir, log: () => undefined, fast: true });
const pool = createPool(server.connection, { max: 2 }, () => undefined);
await migrate(pool, 'db/migrations');
await writeFile('db/schema.sql', await describeSchema(pool));
await pool.end();
await server.stop();
await rm(dataDir, { recursive: true, force: true });
console.log('db/schema.sql written');
