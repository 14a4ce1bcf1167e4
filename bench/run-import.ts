import type { ImportRun } from '@linli/contract';
import { round } from './print-result.ts';

/** Seconds of the parts of one import, and how it ended. */
export interface TimedImport {
  upload: number;
  check: number;
  apply: number;
  total: number;
  run: ImportRun;
}

/** One table through the public operations, as the office does it: upload, proposed mapping, dry run, import. */
export async function runImport(
  url: string,
  cookie: string,
  table: { file: string; text: string },
): Promise<TimedImport> {
  const headers = { 'x-linli': '1', cookie };
  const began = performance.now();
  const sent = await fetch(`${url}/api/import-files?${table.file}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv' },
    body: table.text,
  });
  const { id: importId } = await answerOf<ImportRun>(sent);
  const uploaded = performance.now();
  const proposed = await fetch(`${url}/api/propose-mapping?importId=${importId}`, { headers });
  const { mapping } = await answerOf<{ mapping: object }>(proposed);
  await start({ mapping, dryRun: true });
  await until('checked');
  const checked = performance.now();
  await start({ dryRun: false });
  const run = await until('done');
  const done = performance.now();
  const seconds = (from: number, to: number) => round((to - from) / 1000, 1);
  return {
    upload: seconds(began, uploaded),
    check: seconds(uploaded, checked),
    apply: seconds(checked, done),
    total: seconds(began, done),
    run,
  };

  async function start(input: object): Promise<void> {
    const body = JSON.stringify({ requestId: crypto.randomUUID(), importId, ...input });
    const sending = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body };
    await answerOf(await fetch(`${url}/api/start-import`, sending));
  }

  async function until(state: ImportRun['state']): Promise<ImportRun> {
    for (;;) {
      const answer = await fetch(`${url}/api/get-import?importId=${importId}`, { headers });
      const { run } = await answerOf<{ run: ImportRun }>(answer);
      if (run.state === state) return run;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

export function timesOf({ upload, check, apply, total }: TimedImport): string {
  return `${total} s = upload ${upload} + dry run ${check} + import ${apply}`;
}

async function answerOf<T>(response: Response): Promise<T> {
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${JSON.stringify(body)}`);
  return body as T; // guarded by the contract on the way out
}
