import type pg from 'pg';

interface Named {
  name: string;
  definition: string;
}

/**
 * Fills the demonstration street up to a number of cases by copying its own with new ids, spread over five years, one in 200 open.
 * Keys and whole indexes are taken off and built again at the end, by two connections; those of the few (with a `where`) stay. The index of
 * words is not built again: it would take half a minute and no view measured searches. For reading only: the tables are unlogged afterwards
 * and nothing refers to them any more.
 */
export async function fillCases(pool: pg.Pool, target: number): Promise<void> {
  const [one, two] = [await pool.connect(), await pool.connect()];
  try {
    await prepare(one);
    await prepare(two);
    const indexes = await takeOff(one);
    await one.query(copied.map((table) => `alter table ${table} set unlogged`).join('; '));
    const copies = await countCopies(one, target);
    // One reads the cases of before while the other adds to them: what is added is not yet there for it.
    await Promise.all([copyCases(one, copies), copyActions(two, copies).then(() => copyFacts(two, copies))]);
    await buildAgain([one, two], indexes);
    await Promise.all([one.query('analyze cases'), two.query('analyze case_action, case_fact')]);
  } finally {
    one.release();
    two.release();
  }
}

function prepare(client: pg.ClientBase): Promise<unknown> {
  return client.query(
    "set linli.system = 'on'; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '256MB'; set max_parallel_maintenance_workers = 1",
  );
}

/** Of each case of the demonstration, and of its copies. */
const copied = ['cases', 'case_action', 'case_fact'];

/** Keys with what points at them, then the whole indexes. */
async function takeOff(client: pg.ClientBase): Promise<Named[]> {
  const { rows: constraints } = await client.query<Named & { kind: string; table: string }>(
    `select conname as name, contype as kind, conrelid::regclass::text as table,
       'alter table ' || conrelid::regclass || ' add constraint ' || conname || ' ' || pg_get_constraintdef(oid) as definition
     from pg_constraint where (conrelid = any($1::regclass[]) and contype in ('p', 'u', 'f')) or confrelid = 'cases'::regclass
     order by contype = 'f' desc`,
    [copied],
  );
  for (const c of constraints) await client.query(`alter table ${c.table} drop constraint if exists ${c.name}`);
  const { rows: others } = await client.query<Named>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename = any($1) and indexdef !~ ' WHERE '`,
    [copied],
  );
  for (const index of others) await client.query(`drop index ${index.name}`);
  return [
    ...constraints.filter((c) => c.kind !== 'f'),
    ...others.filter(({ definition }) => !/ gin /i.test(definition)),
  ];
}

/** How many times each case is copied. */
async function countCopies(client: pg.ClientBase, target: number): Promise<number> {
  const { rows } = await client.query<{ all: number; copied: number }>(
    `select count(*)::int as all, count(*) filter (where merged_into is null)::int as copied from cases`,
  );
  const { all = 0, copied = 1 } = rows[0] ?? {};
  return Math.ceil((target - all) / copied);
}

/** Made of the id it copies, so that cases and actions are written beside each other; marked as version 8, as made ids are. */
const copyId = `overlay(overlay(md5(c.id::text || g) placing '8' from 13) placing '8' from 17)::uuid`;

async function copyCases(client: pg.ClientBase, copies: number): Promise<void> {
  const { rows: columns } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'cases'::regclass and attnum > 0 and not attisdropped order by attnum`,
  );
  const changed: Record<string, string> = {
    id: copyId,
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
    `insert into cases select ${list} from cases c cross join generate_series(1, ${copies}) g where c.merged_into is null`,
  );
}

/** The first two actions of each copy, so that its page has a story. */
function copyActions(client: pg.ClientBase, copies: number): Promise<unknown> {
  return client.query(`insert into case_action select ${copyId}, a.seq, a.kind, a.at, a.actor_id, a.actor_unit_id, a.by_words, a.data, a.due
    from cases c join case_action a on a.case_id = c.id and a.seq <= 2 cross join generate_series(1, ${copies}) g where c.merged_into is null`);
}

/** What a figure opens to: the marks of each copy, moved with it. Nothing measured reads more of a fact. */
function copyFacts(client: pg.ClientBase, copies: number): Promise<unknown> {
  return client.query(`insert into case_fact (case_id, seq, site_id, area2_id, area3_id, area4_id, type_code, state, holder, marks, marked_from, marked_until, fold)
    select ${copyId}, c.seq, c.site_id, c.area2_id, c.area3_id, c.area4_id, c.type_code, c.state, c.holder,
      (select coalesce(jsonb_object_agg(figure, (select jsonb_object_agg(unit, (select jsonb_agg(day::date - g * 5 / 24) from jsonb_array_elements_text(days) as day))
        from jsonb_each(units) as of_unit(unit, days))), '{}') from jsonb_each(c.marks) as of_figure(figure, units)),
      c.marked_from - g * 5 / 24, c.marked_until - g * 5 / 24, '{}'
    from (select case_fact.case_id as id, case_fact.* from case_fact) c cross join generate_series(1, ${copies}) g`);
}

/** Each connection takes the next. */
async function buildAgain(clients: readonly pg.ClientBase[], indexes: readonly Named[]): Promise<void> {
  const waiting = [...indexes];
  const build = async (client: pg.ClientBase) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await client.query(next.definition);
  };
  await Promise.all(clients.map(build));
}
