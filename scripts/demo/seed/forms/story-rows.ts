import { generateKeyPairSync } from 'node:crypto';
import { addDays, dayOf, weekOf } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../../apps/server/src/platform/db/database.ts';
import { newId } from '../../../../apps/server/src/platform/ids.ts';
import type { ReturnsPlace } from './move-returns.ts';
import { demoAsks } from './own-forms.ts';

const dayMs = 86_400_000;
const weeks = 9;

/** Minutes of the last weeks, falling as answers are given once for all; asks beside the forms; needs for data; what was fetched. */
export async function storeFormStory(
  db: Db,
  place: ReturnsPlace & { units: ReadonlyMap<string, string> },
): Promise<void> {
  await storeBurden(db, place);
  await storeAsks(db, place);
  await storeNeeds(db, place);
  await storePulls(db, place);
}

async function storeBurden(db: Db, { siteId, now, random, secretaries }: ReturnsPlace): Promise<void> {
  const { rows: forms } = await sql<{
    id: string;
  }>`select id from form where site_id = ${siteId} and state = 'published' order by name`.execute(db);
  const rows: object[] = [];
  for (const areaId of secretaries.keys())
    for (let back = weeks; back >= 0; back--) {
      const week = weekOf(addDays(dayOf(now), -7 * back));
      for (const { id } of forms) {
        if (!random.chance(0.16 + back * 0.03)) continue;
        const answers = random.int(1, 3 + back);
        rows.push({ form_id: id, area_id: areaId, week, seconds: answers * random.int(18, 55), answers });
      }
    }
  await sql`insert into form_burden select b.* from jsonb_populate_recordset(null::form_burden, ${JSON.stringify(rows)}::jsonb) b
    on conflict do nothing`.execute(db);
}

async function storeAsks(db: Db, place: ReturnsPlace & { units: ReadonlyMap<string, string> }): Promise<void> {
  const { siteId, now, random, secretaries, shownAreaId, units } = place;
  const others = [...secretaries.keys()].filter((areaId) => areaId !== shownAreaId);
  const { rows: alone } = await sql<{
    id: string;
  }>`select id from form where site_id = ${siteId} and name = '独居老人台账'`.execute(db);
  // The newest last: lists go by the order of their coming.
  for (const [n, ask] of [...demoAsks.entries()].toReversed()) {
    const unitId = units.get(ask.unit);
    const areaId = n < 2 && shownAreaId ? shownAreaId : random.pick(others);
    const by = secretaries.get(areaId);
    if (!unitId || !by) continue;
    const at = new Date(now.getTime() - ask.daysAgo * dayMs - 2 * 3_600_000);
    await sql`insert into form_ask (id, site_id, area_id, path, unit_id, way, words, headings, form_id, asked_on, state, article, answer,
        registered_by, registered_at, refused_by, refused_at)
      select ${newId()}, ${siteId}, a.id, a.path, ${unitId}, ${ask.way}, ${ask.words}, ${ask.headings}, ${n === 0 ? (alone[0]?.id ?? null) : null},
        ${dayOf(at)}, ${ask.article ? 'refused' : 'open'}, ${ask.article?.name ?? null}, ${ask.article?.answer ?? null}, ${by.accountId}, ${at},
        ${ask.article ? by.accountId : null}, ${ask.article ? new Date(at.getTime() + 1_200_000) : null}
      from area a where a.id = ${areaId}`.execute(db);
  }
}

interface DemoNeed {
  unit: string;
  /** Filed by the unit for the district's data centre. */
  forPartner?: true;
  noun: string;
  rowsWhen: string;
  fields: string[];
  purpose: string;
  law: string;
  days: number;
  state: 'filed' | 'approved' | 'refused' | 'ended';
  answer?: string;
  pulls?: number;
}

const needs: readonly DemoNeed[] = [
  {
    unit: 'unit-services',
    noun: 'person',
    rowsWhen: 'age >= 80',
    fields: ['name', 'born', 'address'],
    purpose: '高龄津贴发放前的逐月比对',
    law: '上海市养老服务条例',
    days: 60,
    state: 'approved',
    answer: '同意，按月调取',
    pulls: 4,
  },
  {
    unit: 'unit-services',
    forPartner: true,
    noun: 'entity',
    rowsWhen: '',
    fields: ['name', 'kind', 'address', 'committee'],
    purpose: '区为老服务地图更新',
    law: '上海市公共数据管理办法',
    days: 45,
    state: 'approved',
    answer: '同意，不含个人信息',
    pulls: 3,
  },
  {
    unit: 'unit-urban-management',
    noun: 'entity',
    rowsWhen: '',
    fields: ['name', 'keeper', 'address'],
    purpose: '沿街商铺责任区告知书送达',
    law: '上海市市容环境卫生管理条例',
    days: 4,
    state: 'filed',
  },
  {
    unit: 'unit-police',
    noun: 'person',
    rowsWhen: 'age >= 14',
    fields: ['name', 'idNumber', 'phone'],
    purpose: '日常比对',
    law: '未写明具体条款',
    days: 33,
    state: 'refused',
    answer: '用途和依据不具体，超出最小必要',
  },
  {
    unit: 'unit-safety',
    noun: 'asset',
    rowsWhen: '',
    fields: ['name', 'kind', 'address'],
    purpose: '车棚与充电柜消防隐患整改清单',
    law: '上海市非机动车安全管理条例',
    days: 70,
    state: 'ended',
    answer: '同意，整改结束即止',
    pulls: 2,
  },
];

async function storeNeeds(db: Db, place: ReturnsPlace & { units: ReadonlyMap<string, string> }): Promise<void> {
  const { siteId, now, random, chief, units } = place;
  const partner = await storePartner(db, siteId, now);
  for (const need of needs) {
    const unitId = units.get(need.unit);
    const by = await findLead(db, unitId);
    if (!unitId || !by) continue;
    const id = newId();
    const filedAt = new Date(now.getTime() - need.days * dayMs);
    const decidedAt = need.state === 'filed' ? null : new Date(filedAt.getTime() + dayMs);
    await sql`insert into sharing_need (id, site_id, unit_id, partner_id, asker, noun, rows_when, fields, area_ids, purpose, law, until, state, filed_by, filed_at,
        decided_by, decided_at, answer, ended_at)
      select ${id}, ${siteId}, u.id, ${need.forPartner ? partner.id : null}, ${need.forPartner ? partner.name : sql`u.name`}, ${need.noun}, ${need.rowsWhen}, ${need.fields}, '{}', ${need.purpose}, ${need.law},
        ${addDays(dayOf(now), 120)}, ${need.state}, ${by}, ${filedAt}, ${decidedAt ? chief.accountId : null}, ${decidedAt}, ${need.answer ?? null},
        ${need.state === 'ended' ? new Date(now.getTime() - 12 * dayMs) : null} from unit u where u.id = ${unitId}`.execute(
      db,
    );
    for (let n = 0; n < (need.pulls ?? 0); n++)
      await sql`insert into sharing_pull (need_id, at, way, row_count) values (${id}, ${new Date(filedAt.getTime() + (n + 2) * 12 * dayMs)},
        'operation', ${random.int(40, 400)})`.execute(db);
  }
}

/** The district's data centre: its card is known, and nothing is sent to it of itself. */
async function storePartner(db: Db, siteId: string, now: Date): Promise<{ id: string; name: string }> {
  const partner = { id: newId(), name: '区数据中心' };
  const { x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  await sql`insert into partner (id, site_id, path, code, name, base_url, public_key, active, made_at, changed_at)
    select ${partner.id}, a.id, a.path, '310115', ${partner.name}, 'https://data.pudong.example', ${x ?? ''}, true, ${now}, ${now}
    from area a where a.id = ${siteId}`.execute(db);
  return partner;
}

async function findLead(db: Db, unitId: string | undefined): Promise<string | null> {
  if (!unitId) return null;
  const { rows } = await sql<{ id: string }>`select h.account_id as id from holding h join post p on p.id = h.post_id
    where p.unit_id = ${unitId} and h.valid_to is null order by p.role desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Departments fetched most of what was approved. */
async function storePulls(db: Db, { siteId, now }: ReturnsPlace): Promise<void> {
  const { rows } = await sql<{
    formId: string;
    period: string;
    unitId: string;
    unitName: string;
    law: string;
    ids: string[];
    rows: number;
  }>`
    select f.id as "formId", r.period, f.unit_id as "unitId", u.name as "unitName", f.item_code as law, array_agg(r.id) as ids, sum(r.row_count)::int as rows
    from form_return r join form f on f.id = r.form_id join unit u on u.id = f.unit_id
    where r.site_id = ${siteId} and r.state = 'approved' group by 1, 2, 3, 4, 5 having count(*) > 5`.execute(db);
  const at = new Date(now.getTime() - 20 * 3_600_000);
  for (const row of rows) {
    await sql`insert into form_pull (id, form_id, period, unit_id, by_words, at, way, row_count, return_ids, sealed, law)
      values (${newId()}, ${row.formId}, ${row.period}, ${row.unitId}, ${row.unitName}, ${at}, 'file', ${row.rows}, ${row.ids}::uuid[], '{}', ${row.law})`.execute(
      db,
    );
    await sql`update form_return set pulled_at = ${at} where id = any(${row.ids}::uuid[]) and approved_at < ${at}`.execute(
      db,
    );
  }
}
