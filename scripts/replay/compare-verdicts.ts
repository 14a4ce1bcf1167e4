import type { SentRequest } from './send-requests.ts';

export interface Comparison {
  compared: number;
  agree: number;
  /** Disagreements where the file's due date is not its type's usual term: the two judge by different terms. */
  otherTerm: number;
  /** Disagreements where the closing lies within an hour of a deadline: days across a clock change have 23 or 25 hours. */
  withinHour: number;
  other: { line: number; id: string }[];
  /** Rows about which nothing can be said, by why. */
  skipped: ReadonlyMap<string, number>;
}

const hourMs = 3_600_000;

/**
 * Our verdict (the overall clock by the type's usual term) beside the file's. Left out is what cannot be said: still open, no
 * verdict in the file, no usual term for the type, times known only by the day, due dates before the request itself. Positions
 * say nothing about time: their flag is no reason.
 */
export function compareVerdicts(sent: readonly SentRequest[]): Comparison {
  const skipped = new Map<string, number>();
  const result: Comparison = { compared: 0, agree: 0, otherTerm: 0, withinHour: 0, other: [], skipped };
  for (const one of sent) {
    const { request, answer } = one;
    const why = whySkipped(one);
    if (why !== null) {
      skipped.set(why, (skipped.get(why) ?? 0) + 1);
      continue;
    }
    result.compared += 1;
    const [ours, theirs, closed] = [answer.dueAt, request.dueAt, request.closedAt].map((at) =>
      new Date(at ?? 0).getTime(),
    );
    if (answer.onTime === request.onTime) result.agree += 1;
    else if (Math.abs((ours ?? 0) - (theirs ?? 0)) > 1.05 * hourMs) result.otherTerm += 1;
    else if (Math.abs((ours ?? 0) - (closed ?? 0)) <= 1.05 * hourMs) result.withinHour += 1;
    else result.other.push({ line: request.line, id: request.id });
  }
  return result;
}

function whySkipped({ request, answer }: SentRequest): string | null {
  if (!request.closedAt) return 'still-open';
  if (request.flags.includes('date_only')) return 'date-only';
  if (request.flags.includes('due_not_after_created')) return 'due-not-after-created';
  if (request.onTime === null) return 'no-verdict-in-file';
  return answer.onTime === null ? 'type-without-term' : null;
}
