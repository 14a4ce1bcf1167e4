import { runFaults } from './faults/run-faults.ts';
import { printResult } from './print-result.ts';

// `kill -9` of web, worker and database in turns under load: nothing acknowledged is lost, nothing is there twice or half, every
// deadline fires once. The limit is none at all.
const { findings, kills, quiet } = await runFaults({
  seconds: 16,
  perSecond: 100,
  everyMs: 2200,
  patienceMs: 10_000,
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
