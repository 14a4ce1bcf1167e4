import { loadavg } from 'node:os';

/** What else ran on the machine, over 1, 5 and 15 minutes: with more than one waiting for each core, seconds say little. */
export function loadWords(): string {
  return loadavg()
    .map((n) => n.toFixed(1))
    .join(' ');
}
