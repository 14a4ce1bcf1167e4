import type { Client } from '@linli/client';
import { type Comparison, compareVerdicts } from './compare-verdicts.ts';
import { prepareSite, signIn } from './prepare-site.ts';
import { type BadRow, readRequests } from './read-requests.ts';
import { readTerms } from './read-terms.ts';
import { sendRequests } from './send-requests.ts';

export interface ReplayOutcome {
  read: number;
  added: number;
  known: number;
  refused: readonly BadRow[];
  comparison: Comparison;
  /** Every row read was accepted or refused by name. */
  complete: boolean;
}

const mostLines = 20;

/** Plays a request file into a running server and says what came of it; the last line is the sum. */
export async function runReplay(options: {
  client: Client;
  requests: string;
  terms: string;
  env: Readonly<Record<string, string | undefined>>;
  log(line: string): void;
}): Promise<ReplayOutcome> {
  const { client, log } = options;
  const began = performance.now();
  const { read, requests, bad } = readRequests(options.requests);
  await signIn(client, options.env);
  const prepared = await prepareSite(client, requests, readTerms(options.terms));
  log(`site ready: ${prepared.areaIds.size} areas, ${prepared.unitIds.size} units, in ${seconds(began)} s`);
  const sending = performance.now();
  const { sent, refused: refusedThere } = await sendRequests(client, prepared, requests);
  log(`${sent.length} sent in ${seconds(sending)} s, all in ${seconds(began)} s`);
  const refused = [...bad, ...refusedThere].sort((a, b) => a.line - b.line);
  for (const { line, reason } of refused.slice(0, mostLines)) log(`line ${line}: ${reason}`);
  if (refused.length > mostLines) log(`… and ${refused.length - mostLines} more lines refused`);
  const comparison = compareVerdicts(sent);
  printComparison(comparison, log);
  const added = sent.filter(({ answer }) => answer.added).length;
  const known = sent.length - added;
  const reasons = countBy(refused.map(({ reason }) => reason));
  log(
    `read ${read}, accepted ${sent.length} (added ${added}, there before ${known}), refused ${refused.length}${reasons}`,
  );
  return { read, added, known, refused, comparison, complete: sent.length + refused.length === read };
}

function printComparison(c: Comparison, log: (line: string) => void): void {
  const share = c.compared === 0 ? '—' : `${((c.agree / c.compared) * 100).toFixed(2)} %`;
  log(`on time: ${c.compared} comparable, ${c.agree} agree with the file (${share})`);
  log(
    `  differ: ${c.otherTerm} with a due date other than the usual term, ${c.withinHour} within an hour of the deadline (summer time), ${c.other.length} otherwise`,
  );
  for (const { line, id } of c.other.slice(0, mostLines)) log(`  line ${line}: ${id}`);
  log(`  not comparable${countBy([...c.skipped].flatMap(([why, n]) => Array<string>(n).fill(why)))}`);
}

function countBy(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([name, n]) => `${name} ${n}`);
  return parts.length > 0 ? `: ${parts.join(', ')}` : '';
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
