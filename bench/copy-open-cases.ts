import type pg from 'pg';

/** Copies of the demonstration's own open cases, whole with their actions, under ids counted from 1 (`…-000000000001`). */
export async function copyOpenCases(pool: pg.Pool, many: number): Promise<void> {
  const { rows: columns } = await pool.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'cases'::regclass and attnum > 0 and not attisdropped order by attnum`,
  );
  const changed: Record<string, string> = { id: 'o.new_id', number: `'COPY-' || o.n` };
  const list = columns.map(({ name }) => changed[name] ?? `c.${name}`).join(', ');
  await pool.query(
    `with o as materialized (
      select id, n, ('00000000-0000-8000-8000-' || lpad(n::text, 12, '0'))::uuid as new_id
      from (select array_agg(id) as ids from (select id from cases where state in ('dispatched', 'in-hand') and visibility <> 'sealed' order by reported_at desc limit 100) open) all_open,
        generate_series(1, $1::int) n, lateral (select ids[1 + n % cardinality(ids)] as id) one),
    copied as (insert into cases select ${list} from o join cases c on c.id = o.id)
    insert into case_action select o.new_id, a.seq, a.kind, a.at, a.actor_id, a.actor_unit_id, a.by_words, a.data, a.due
    from o join case_action a on a.case_id = o.id`,
    [many],
  );
  await pool.query('analyze cases, case_action, request, due');
}
