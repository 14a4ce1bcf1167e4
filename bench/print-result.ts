/** The last line of every bench: one line of JSON. `ratio` = ours ÷ limit, or limit ÷ ours for times: higher is better. */
export function printResult(result: {
  bench: string;
  ours: number;
  limit: number | null;
  ratio: number | null;
  unit: string;
}): void {
  console.log(JSON.stringify(result));
}

export function round(value: number, digits = 2): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
