import { runFaults } from './faults/run-faults.ts';
import { printResult } from './print-result.ts';

// `kill -9` of web, worker and database in turns under load: nothing acknowledged is lost, nothing is there twice or half, every
// deadline fires once. The limit is none at all. `npm run faults -- 300` goes on for 300 seconds.
const seconds = Number(process.argv[2] ?? 16);
if (!(seconds >= 8)) throw new Error('how many seconds? at least 8');
const { findings, kills, quiet } = await runFaults({
  seconds,
  perSecond: 100,
  everyMs: 2200,
  patienceMs: 10_000,
  catchUpMs: 120_000,
  say: console.log,
});
const { lost, doubled, halfWritten, missedDeadlines, wrongFigures, sealsFit } = findings;
const ours = lost + doubled + halfWritten + missedDeadlines + wrongFigures + (sealsFit ? 0 : 1);
if (ours > 0 || !quiet) process.exitCode = 1;
const ratio = ours === 0 && quiet ? 1 : 0;
printResult({
  bench: 'faults',
  ours,
  limit: 0,
  ratio,
  unit: `faults after ${kills.web + kills.worker + kills.database} kills`,
});
