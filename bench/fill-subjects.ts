import type pg from 'pg';
import type { Crypto } from '../apps/server/src/platform/crypto/index.ts';

const site = '00000000-0000-7000-8000-000000000001';

/** A street of two grids, 36 areas and 267 micro-grids, nothing else. */
export async function fillTree(pool: pg.Pool): Promise<void> {
  await pool.query(`insert into area (id, site_id, parent_id, code, name, level, kind, path, population, area_m2, centre_lng, centre_lat, valid_from)
    select id, '${site}', parent, code, code, level, kind, path::ltree, 0, 1, 121.5, 31.2, '2020-01-01' from (
      select '${site}'::uuid as id, null::uuid as parent, 's' as code, 1 as level, 'street' as kind, 's' as path
      union all select ${areaId(2, 'g')}, '${site}', 'g' || g, 2, 'residential-grid', 's.g' || g from generate_series(0, 1) g
      union all select ${areaId(3, 'a')}, ${areaId(2, 'a % 2')}, 'a' || a, 3, 'residential-area', 's.g' || a % 2 || '.a' || a from generate_series(0, 35) a
      union all select ${areaId(4, 'm')}, ${areaId(3, 'm % 36')}, 'm' || m, 4, 'micro-grid', 's.g' || m % 36 % 2 || '.a' || m % 36 || '.m' || m
        from generate_series(0, 266) m) every_area`);
  await pool.query(`insert into area_version (area_id, version, valid_from, name, geometry, reason, at)
    select id, 1, '2020-01-01', name, '{"type":"Polygon","coordinates":[[[121,31],[121.1,31],[121.1,31.1],[121,31]]]}', 'bench', now() from area`);
}

function areaId(level: number, n: string): string {
  return `('00000000-0000-7000-8000-0000000${level}' || lpad((${n})::text, 4, '0'))::uuid`;
}

/**
 * People by plain SQL from two connections, `low` the first of 286 tags: five draws of a tag each, tag k about 1/k as common as the first, ages
 * 0 to 99. The table is not logged and keeps only what the tags need: its keys and the index of tags, made at the end, as after a restore.
 * Answers the milliseconds.
 */
export async function fillSubjects(pool: pg.Pool, many: number, low: number): Promise<number> {
  const began = performance.now();
  const { rows } = await pool.query<{ name: string }>(
    `select indexname as name from pg_indexes where tablename = 'subject' and indexname not in ('subject_pk', 'subject_ordinal_once')`,
  );
  await pool.query(`drop index ${rows.map(({ name }) => name).join(', ')}`);
  await pool.query(`alter table subject drop constraint subject_site_fk, drop constraint subject_building_fk,
      drop constraint subject_ordinal_once, drop constraint subject_pk cascade;
    alter table subject set unlogged; alter table subject no force row level security`);
  await pool.query(`create table bench_place as select m, ('s.g' || m % 36 % 2 || '.a' || m % 36 || '.m' || m)::ltree as path,
      ${areaId(2, 'm % 36 % 2')} as area2, ${areaId(3, 'm % 36')} as area3, ${areaId(4, 'm')} as area4 from generate_series(0, 266) m`);
  const tag = `${low - 1} + (286 ^ random())::int`;
  const half = Math.ceil(many / 2);
  await Promise.all(
    [
      [1, half],
      [half + 1, many],
    ].map(([first, last]) =>
      pool.query(`insert into subject (id, ordinal, site_id, noun, kind, name, path, area2_id, area3_id, area4_id, born, tags, created_at, changed_at)
        select ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, n, '${site}', 'person', 'x', '王', path, area2, area3, area4,
          date '2026-01-01' - (random() * 36500)::int, array[${tag}, ${tag}, ${tag}, ${tag}, ${tag}], now(), now()
        from (select n, (random() * 266)::int as m from generate_series(${first}, ${last}) n offset 0) drawn join bench_place using (m)`),
    ),
  );
  const memory = `set maintenance_work_mem = '256MB'`;
  await pool.query(`${memory}; create unique index subject_ordinal_once on subject (ordinal)`);
  await pool.query(`${memory}; alter table subject add constraint subject_pk primary key (id)`);
  await pool.query('analyze subject');
  await pool.query(`select setval(pg_get_serial_sequence('subject', 'ordinal'), ${many});
    drop table bench_place; alter table subject force row level security`);
  return performance.now() - began;
}

/** The cookie of a post over a path. */
export async function openSession(
  pool: pg.Pool,
  crypto: Crypto,
  post: { role: string; path: string },
): Promise<string> {
  const token = crypto.token();
  const [account, postId] = [globalThis.crypto.randomUUID(), globalThis.crypto.randomUUID()];
  await pool.query(`insert into account (id, kind, name, created_at) values ($1, 'staff', 'bench', now())`, [account]);
  await pool.query(
    `insert into post (id, role, area_id, path) select $1, $2, id, path from area where path = $3::ltree`,
    [postId, post.role, post.path],
  );
  await pool.query(
    `insert into holding (id, post_id, account_id, valid_from) values (gen_random_uuid(), $1, $2, '2020-01-01')`,
    [postId, account],
  );
  await pool.query(
    `insert into setting (key, value, changed_at) values ('version.org', '1', now()) on conflict (key) do update set value = to_jsonb((setting.value)::int + 1)`,
  );
  await pool.query(
    `insert into session (token_hash, account_id, created_at, seen_at, expires_at) values ($1, $2, now(), now(), now() + interval '1 day')`,
    [crypto.hashToken(token), account],
  );
  return `linli_session=${token}`;
}
