import { runFaults } from '/work/main/bench/faults/run-faults.ts';
const t=Date.now();
await runFaults({ seconds: 8, perSecond: 40, everyMs: 2000, patienceMs: 20_000, say: (l) => console.log(Date.now()-t, l) });
