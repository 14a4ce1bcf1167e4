import type { SubjectNoun } from '@linli/domain';
import { sql } from 'kysely';
import { insertLinks, insertSamePairs, insertSubjects, writeFacts, writeSecrets } from '../modules/registers/index.ts';
import { newId } from '../platform/ids.ts';
import type { AreaKey } from './small-street.ts';
import type { TestApp } from './test-app.ts';

/** A subject put straight into an area, by the product. */
async function put(
  test: TestApp,
  key: AreaKey,
  noun: SubjectNoun,
  more: { homeId?: string; householdId?: string; state?: string } = {},
): Promise<string> {
  const id = newId();
  const { area, siteId } = test.street;
  const now = test.clock.now();
  await test.app.database.asSystem(async (db) => {
    await insertSubjects(db, [
      {
        id,
        siteId,
        noun,
        kind: 'some',
        name: `某${id.slice(-6)}`,
        path: area[key].path,
        area2Id: null,
        area3Id: null,
        area4Id: null,
        buildingId: null,
        homeId: more.homeId ?? null,
        householdId: more.householdId ?? null,
        lng: null,
        lat: null,
        since: '2026-01-01',
        createdAt: now,
      },
    ]);
    if (noun !== 'person') return;
    const common = { subjectId: id, noun, source: 'office', since: '2026-01-01', recordedBy: null } as const;
    await writeFacts(db, [{ ...common, field: 'sex', value: '1', sourceId: null }], { now });
    await writeSecrets(db, test.crypto, [{ ...common, field: 'phone', kind: '', value: '13900000001' }], { now });
    if (more.householdId !== undefined)
      await insertLinks(db, [
        { fromId: id, toId: more.householdId, kind: 'member', role: '', validFrom: '2026-01-01', source: 'office' },
      ]);
  });
  return id;
}

async function end(test: TestApp, id: string, state: string): Promise<string> {
  await test.app.database.asSystem((db) => sql`update subject set state = ${state} where id = ${id}`.execute(db));
  return id;
}

const on = '2026-03-10';
type Make = (test: TestApp, area: AreaKey) => Promise<object>;
const person: Make = async (test, area) => ({ subjectId: await put(test, area, 'person') });

/** What each operation on the registers is asked with at a place. */
const inputs: Readonly<Record<string, Make>> = {
  'get-subject': person,
  'list-consents': person,
  'give-consent': async (test, area) => ({
    ...(await person(test, area)),
    purpose: 'contact',
    version: 1,
    channel: 'paper',
    evidence: '纸质同意书',
  }),
  'withdraw-consent': async (test, area) => ({ ...(await person(test, area)), purpose: 'contact' }),
  'list-fact-history': person,
  'get-household-file': person,
  'add-subject': async (test, area) => ({
    noun: 'asset',
    kind: 'bike-shed',
    name: '车棚',
    place: { areaId: test.street.area[area].id },
  }),
  'change-fields': async (test, area) => ({
    ...(await person(test, area)),
    fields: [{ code: 'registered', value: 'here' }],
  }),
  'confirm-fields': async (test, area) => ({ ...(await person(test, area)), fields: ['sex'] }),
  'ask-correction': async (test, area) => ({
    ...(await person(test, area)),
    field: 'sex',
    value: '2',
    reason: '写错了',
  }),
  'decide-correction': async (test, area) => {
    const [id, subjectId] = [newId(), await put(test, area, 'person')];
    await test.app.database.asSystem((db) =>
      sql`insert into correction (id, subject_id, field, value, reason, owner, asked_words, asked_at, path)
        values (${id}, ${subjectId}, 'sex', '{"plain":"2"}', '写错了', 'public-security', '居民', now(), ${test.street.area[area].path}::ltree)`.execute(
        db,
      ),
    );
    return { correctionId: id, accept: true, words: '属实' };
  },
  'record-death': async (test, area) => ({ ...(await person(test, area)), on }),
  'move-out': async (test, area) => ({ ...(await person(test, area)), on }),
  'record-letting-check': async (test, area) => {
    const homeId = await put(test, area, 'home');
    await test.app.database.asSystem((db) =>
      sql`update subject set fields = '{"use": "let"}' where id = ${homeId}`.execute(db),
    );
    return { homeId, on, failed: [] };
  },
  'move-in': async (test, area) => ({ homeId: await put(test, area, 'home'), name: '新来的', on }),
  'move-home': async (test, area) => ({ ...(await person(test, area)), homeId: await put(test, area, 'home'), on }),
  'split-household': async (test, area) => {
    const homeId = await put(test, area, 'home');
    const householdId = await put(test, area, 'household', { homeId });
    const people = [
      await put(test, area, 'person', { homeId, householdId }),
      await put(test, area, 'person', { homeId, householdId }),
    ];
    return { subjectId: householdId, memberIds: people.slice(0, 1), headId: people[0], on };
  },
  'join-households': async (test, area) => {
    const homeId = await put(test, area, 'home');
    return {
      subjectId: await put(test, area, 'household', { homeId }),
      otherId: await put(test, area, 'household', { homeId }),
      on,
    };
  },
  'end-subject': async (test, area) => ({ subjectId: await put(test, area, 'entity'), on }),
  'revive-subject': async (test, area) => ({ subjectId: await end(test, await put(test, area, 'person'), 'left'), on }),
  'reveal-field': async (test, area) => ({ ...(await person(test, area)), field: 'phone', reason: '上门前联系' }),
  'link-account': async (test, area) => ({
    ...(await person(test, area)),
    phone: '13800000001',
    role: 'self',
    proof: '出示身份证',
  }),
  'set-guardian': async (test, area) => ({
    ...(await wardAndGuardian(test, area)),
    relation: 'parent',
    paper: 'birth-certificate',
    proof: '出示出生医学证明',
    since: on,
  }),
  'decide-guardian': async (test, area) => {
    const pair = await wardAndGuardian(test, area);
    await test.app.database.asSystem(async (db) => {
      await sql`update subject set born = '1950-01-01' where id = ${pair.wardId}`.execute(db);
      await sql`insert into guardian_wait (ward_id, guardian_id, relation, paper, proof, since, by_id, at)
        values (${pair.wardId}, ${pair.guardianId}, 'other', 'agreement', '协议', ${on}, ${newId()}, now())`.execute(
        db,
      );
    });
    return { ...pair, accept: true };
  },
  'end-guardian': async (test, area) => {
    const pair = await wardAndGuardian(test, area);
    await test.app.database.asSystem((db) =>
      insertLinks(db, [
        {
          fromId: pair.guardianId,
          toId: pair.wardId,
          kind: 'guardian',
          role: 'parent',
          validFrom: '2026-01-01',
          source: 'office',
        },
      ]),
    );
    return { ...pair, on, reason: 'mistake' };
  },
  'issue-component-code': async (test, area) => ({ subjectId: await put(test, area, 'asset'), classCode: '01054' }),
  'merge-subjects': async (test, area) => ({
    keepId: await put(test, area, 'person'),
    goneId: await put(test, area, 'person'),
    reason: '同一人',
  }),
  'keep-apart': async (test, area) => ({ pairId: await pair(test, area) }),
  'undo-merge': async (test, area) => {
    const [id, keptId, goneId] = [
      newId(),
      await put(test, area, 'person'),
      await end(test, await put(test, area, 'person'), 'merged'),
    ];
    const moved = {
      goneState: 'active',
      goneUntil: null,
      links: [],
      secrets: [],
      accounts: [],
      inHousehold: [],
      inHome: [],
      tags: [],
      keptFields: [],
    };
    await test.app.database.asSystem(async (db) => {
      await sql`update subject set merged_into = ${keptId} where id = ${goneId}`.execute(db);
      await sql`insert into subject_merge (id, kept_id, gone_id, moved, by_words, at)
        values (${id}, ${keptId}, ${goneId}, ${JSON.stringify(moved)}::jsonb, '某岗', now())`.execute(db);
    });
    return { mergeId: id, reason: '弄错了' };
  },
  'get-care-figures': async (test, area) => ({ areaId: test.street.area[area].id }),
  'get-elderly': async (test, area) => ({ areaId: test.street.area[area].id }),
};

async function wardAndGuardian(test: TestApp, area: AreaKey): Promise<{ wardId: string; guardianId: string }> {
  const born = async (day: string) => {
    const id = await put(test, area, 'person');
    await test.app.database.asSystem((db) => sql`update subject set born = ${day} where id = ${id}`.execute(db));
    return id;
  };
  return { wardId: await born('2018-01-01'), guardianId: await born('1988-01-01') };
}

async function pair(test: TestApp, area: AreaKey): Promise<string> {
  const [oneId, otherId] = [await put(test, area, 'person'), await put(test, area, 'person')];
  const { path } = test.street.area[area];
  await test.app.database.asSystem((db) =>
    insertSamePairs(db, [{ oneId, otherId, ground: 'near', score: 0.6, agreed: ['name'], path }], test.clock.now()),
  );
  const { rows } = await test.app.database.asSystem((db) =>
    sql<{ id: string }>`select id from same_pair where one_id in (${oneId}, ${otherId})`.execute(db),
  );
  return rows[0]?.id ?? '';
}

export function registerInput(test: TestApp, operation: string, area: AreaKey): Promise<object> | null {
  return inputs[operation]?.(test, area) ?? null;
}

/** A home with a household and two people, an entity and a thing, over the whole street: ids for calls that should get past the first checks. */
export async function putSome(test: TestApp): Promise<string[]> {
  const homeId = await put(test, 'street', 'home');
  const householdId = await put(test, 'street', 'household', { homeId });
  const people = [
    await put(test, 'street', 'person', { homeId, householdId }),
    await put(test, 'street', 'person', { homeId, householdId }),
  ];
  return [homeId, householdId, ...people, await put(test, 'street', 'entity'), await put(test, 'street', 'asset')];
}
