import type pg from 'pg';

/** The whole schema as text, read from PostgreSQL's own catalogue in a fixed order: what review reads and CI compares. */
export async function describeSchema(pool: pg.Pool): Promise<string> {
  const parts: string[] = [];
  const rows = async (text: string) => (await pool.query<{ line: string }>(text)).rows.map((row) => row.line);
  for (const table of await rows(
    `select c.relname as line from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  )) {
    parts.push(`table ${table} (`);
    parts.push(
      ...(await rows(`select '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
          || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || case when a.attidentity <> '' then ' identity' else '' end as line
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = 'public.${table}'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`)),
    );
    // PostgreSQL 18 lists "not null" as constraints too; they stand in the columns above.
    parts.push(
      ...(await rows(
        `select '  constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint where conrelid = 'public.${table}'::regclass and contype <> 'n' order by conname`,
      )),
    );
    parts.push(')');
    parts.push(
      ...(await rows(
        `select indexdef as line from pg_indexes where schemaname = 'public' and tablename = '${table}' order by indexname`,
      )),
    );
    parts.push(
      ...(await rows(
        `select pg_get_triggerdef(oid) as line from pg_trigger where tgrelid = 'public.${table}'::regclass and not tgisinternal order by tgname`,
      )),
    );
    parts.push(
      ...(await rows(`select 'policy ' || policyname || ' on ' || tablename || ' for ' || cmd || coalesce(' using (' || qual || ')', '') || coalesce(' check (' || with_check || ')', '') as line
        from pg_policies where schemaname = 'public' and tablename = '${table}' order by policyname`)),
    );
    parts.push(
      ...(await rows(
        `select 'row level security ' || case when relforcerowsecurity then 'forced' else 'on' end as line from pg_class where oid = 'public.${table}'::regclass and relrowsecurity`,
      )),
      '',
    );
  }
  parts.push(
    ...(await rows(
      `select 'sequence ' || c.relname as line from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' order by 1`,
    )),
    '',
  );
  parts.push(
    ...(await rows(`select pg_get_functiondef(p.oid) as line from pg_proc p where p.pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by p.proname`)),
  );
  return `${parts.join('\n')}\n`;
}
