import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createClient } from '@linli/client';
import { runReplay } from './run-replay.ts';

const [file, termsFile] = process.argv.slice(2);
if (!file) {
  console.error('usage: npm run replay -- <requests.csv> [<terms by type.csv>]');
  process.exit(2);
}
const baseUrl = (process.env.BASE_URL ?? 'http://127.0.0.1:3000').replace(/\/$/, '');
try {
  const requests = await readFile(file, 'utf8');
  const terms = await readFile(termsFile ?? join(dirname(file), 'baltimore_terms_by_type.csv'), 'utf8');
  const client = createClient({ baseUrl, cookies: 'manual', language: () => 'en' });
  const outcome = await runReplay({ client, requests, terms, env: process.env, log: (line) => console.log(line) });
  process.exitCode = outcome.complete ? 0 : 1;
} catch (error) {
  console.error(`replay to ${baseUrl} failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
