import type pg from 'pg';

export interface Recorded {
  /** Number of the connection it went over. */
  connection: number;
  text: string;
  values: readonly unknown[];
}

/** Writes down what a pool's clients are asked to run, in order, without changing it. `take` answers and forgets. */
export function recordStatements(pool: pg.Pool): { take(): Recorded[] } {
  let recorded: Recorded[] = [];
  let connections = 0;
  pool.on('connect', (client) => {
    const connection = ++connections;
    const own = client.query.bind(client) as (...args: unknown[]) => unknown; // nine overloads, passed on untouched
    client.query = ((...args: unknown[]) => {
      const [first, second] = args;
      if (typeof first === 'string')
        recorded.push({ connection, text: first, values: Array.isArray(second) ? second : [] });
      return own(...args);
    }) as typeof client.query;
  });
  return {
    take() {
      const taken = recorded;
      recorded = [];
      return taken;
    },
  };
}

/** Texts that stand in the recorded values and the SQL that takes their place in the script. */
export type StandIns = readonly {
  text: string;
  sql: string /** Stands only where it is the whole value. */;
  whole?: true;
}[];

/**
 * Recorded statements as a pgbench script: every value becomes a variable (`-D`), sent as a parameter as the product sends it;
 * values that hold a stand-in become an expression over random numbers. The row of the statement that locks is kept in `p_…`.
 */
export function toPgbenchScript(
  statements: readonly Recorded[],
  standIns: StandIns,
): { script: string; variables: Record<string, string> } {
  const variables: Record<string, string> = {};
  const lines = statements.map(({ text, values }, s) => {
    const filled = text.replace(/\$(\d+)/g, (_all, n: string) => parameter(`v${s}_${n}`, values[Number(n) - 1]));
    // Comments of a line would swallow what follows once the text stands on one line.
    const oneLine = filled.replaceAll(/\s*\n\s*/g, ' ');
    return / for update of /.test(text) ? `${oneLine} \\gset p_` : `${oneLine};`;
  });
  return { script: `${lines.join('\n')}\n`, variables };

  function parameter(name: string, value: unknown): string {
    if (value === null || value === undefined) return 'null';
    const words = asText(value);
    const whole = standIns.find((s) => s.text === words);
    if (whole) return `(${whole.sql})`;
    variables[name] = words;
    const wanted = standIns.filter((s) => !s.whole && words.includes(s.text));
    if (wanted.length === 0) return `:${name}`;
    const filled = wanted.reduce((sql, s) => `replace(${sql}, '${s.text}', (${s.sql})::text)`, `:${name}`);
    return `(${filled})::jsonb`;
  }
}

/** As the driver writes a value on the wire. */
function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map((v) => JSON.stringify(asText(v))).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
