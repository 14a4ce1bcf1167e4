import type pg from 'pg';

/** Fills the demonstration street up to a number of cases by copying its own with new ids, spread over five years, one in 200 open. */
export async function fillCases(pool: pg.Pool, target: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(
      "set linli.system = 'on'; set synchronous_commit = off; set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2",
    );
    const have = Number((await client.query<{ n: string }>('select count(*) as n from cases')).rows[0]?.n);
    const copies = Math.ceil((target - have) / have);
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes where tablename in ('cases', 'case_action') and indexname not in ('cases_pk', 'case_action_pk')
         and indexname not in (select conname from pg_constraint)`,
    );
    for (const index of indexes) await client.query(`drop index ${index.name}`);
    await client.query('alter table case_action drop constraint case_action_case_fk');
    const { rows: columns } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'cases'::regclass and attnum > 0 and not attisdropped order by attnum`,
    );
    const changed: Record<string, string> = {
      id: `gen_random_uuid()`,
      number: `c.number || '-' || g`,
      is_open: 'c.is_open and g % 200 = 0',
      state: `case when c.is_open and g % 200 <> 0 then 'closed' else c.state end`,
      reported_at: `c.reported_at - g * interval '5 hours'`,
      changed_at: `c.changed_at - g * interval '5 hours'`,
      closed_at: `case when c.is_open and g % 200 = 0 then null else c.changed_at - g * interval '5 hours' end`,
      ran_out_at: `case when c.is_open and g % 200 = 0 then c.ran_out_at end`,
      due_at: `case when c.is_open and g % 200 = 0 then c.due_at end`,
    };
    const list = columns.map(({ name }) => changed[name] ?? `c.${name}`).join(', ');
    await client.query(
      `insert into cases select ${list} from cases c cross join generate_series(1, ${copies}) g where c.merged_into is null limit ${target - have}`,
    );
    await client.query(`insert into case_action select c.id, a.seq, a.kind, a.at, a.actor_id, a.actor_unit_id, a.by_words, a.data, a.due
      from cases c join cases o on o.number = split_part(c.number, '-', 1) || '-' || split_part(c.number, '-', 2) and o.site_id = c.site_id and o.id <> c.id
      join case_action a on a.case_id = o.id and a.seq <= 2 where c.number like '%-%-%'`);
    for (const index of indexes) await client.query(index.definition);
    await client.query('analyze cases; analyze case_action');
  } finally {
    client.release();
  }
}
