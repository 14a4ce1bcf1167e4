import { checkSite, type Findings, waitUntilQuiet } from './check-site.ts';
import { type Driven, driveReports } from './drive-reports.ts';
import { createFaultSite, deadlineSeconds } from './fault-site.ts';
import { type Kept, keepRunning, killDatabase } from './processes.ts';

export interface FaultRun {
  driven: Driven;
  kills: { web: number; worker: number; database: number };
  findings: Findings;
  /** Processes that ended by themselves. */
  deaths: number;
  /** Everything was done within the time given to catch up. */
  quiet: boolean;
  /** Exit codes of the processes asked to stop at the end. */
  exitCodes: (number | null)[];
}

/**
 * The product as two web and two worker processes on one embedded database, under load, with `kill -9` in turns: a web process, the
 * database, a worker. Afterwards every row is looked at.
 */
export async function runFaults(options: {
  seconds: number;
  perSecond: number;
  /** Between two kills. */
  everyMs: number;
  patienceMs: number;
  /** How long what is left may take when nothing is killed any more. */
  catchUpMs: number;
  say(line: string): void;
}): Promise<FaultRun> {
  const { say } = options;
  const site = await createFaultSite();
  const kept: Kept[] = [];
  try {
    for (const role of ['web', 'worker', 'web', 'worker'] as const) kept.push(await keepRunning(role, site.dataDir));
    const webs = kept.filter((k) => k.role === 'web');
    const workers = kept.filter((k) => k.role === 'worker');
    await Promise.all(webs.map((web) => web.ready()));
    say(
      `two web and two worker processes on one database; ${options.perSecond} reports a second for ${options.seconds} s`,
    );
    const until = Date.now() + options.seconds * 1000;
    const kills = { web: 0, worker: 0, database: 0 };
    const driving = driveReports({
      urls: webs.map((web) => web.url),
      cookies: site.cookies,
      point: site.point,
      perSecond: options.perSecond,
      until,
      patienceMs: options.patienceMs,
    });
    for (let turn = 0; Date.now() + options.everyMs < until; turn++) {
      await new Promise((r) => setTimeout(r, options.everyMs));
      const which = (['web', 'database', 'worker'] as const)[turn % 3] ?? 'web';
      if (which === 'database') kills.database += (await killDatabase(site.dataDir)) ? 1 : 0;
      else {
        (which === 'web' ? webs : workers)[kills[which] % 2]?.kill();
        kills[which]++;
      }
    }
    const driven = await driving;
    say(
      `${driven.acknowledged.length} acknowledged, ${driven.open.length} given up, ${driven.retries} repeats, answers ${JSON.stringify(driven.statuses)}, kills ${JSON.stringify(kills)}`,
    );
    await new Promise((r) => setTimeout(r, deadlineSeconds * 1000));
    const quiet = await waitUntilQuiet(site, options.catchUpMs);
    const deaths = kept.reduce((sum, k) => sum + k.deaths(), 0);
    const exitCodes = await Promise.all(kept.map((k) => k.stop()));
    for (const [i, k] of kept.entries()) if (exitCodes[i] !== 0 || k.deaths() > 0) say(`${k.role}: ${k.lastWords()}`);
    await site.ensureRunning();
    const findings = await checkSite(site, driven);
    say(JSON.stringify({ quiet, deaths, exitCodes, ...findings }));
    return { driven, kills, findings, deaths, quiet, exitCodes };
  } finally {
    await Promise.all(kept.map((k) => k.stop()));
    await site.close();
  }
}
