import { useCountCases } from '../../../features/cases/count-cases.ts';

// As many filters as one question may hold.
const MOST_KINDS = 20;

/** Of these kinds the one with most open cases, the first of equals; undefined until it is known. */
export function useBusiestKind(codes: readonly string[]): string | undefined {
  const asked = codes.slice(0, MOST_KINDS);
  const { data, error } = useCountCases(
    { filters: asked.map((code) => ({ typeCodes: [code], open: true })) },
    { enabled: asked.length > 0, staleTimeMs: 300_000 },
  );
  if (error !== null) return asked[0];
  if (data === undefined) return undefined;
  return busiestOf(asked, data.counts);
}

/** The code with the highest count; `counts` stand in the order of `codes`. */
export function busiestOf(codes: readonly string[], counts: readonly { count: number }[]): string | undefined {
  const most = Math.max(...counts.map(({ count }) => count));
  return codes[counts.findIndex(({ count }) => count === most)];
}
