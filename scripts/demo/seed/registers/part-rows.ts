import { addDays, type Day, findRegisterField, type GuardianPaper, type SubjectNoun } from '@linli/domain';
import type { Random } from '../../street/random.ts';
import type { SeedIds } from '../seed-ids.ts';
import { creditCodeOf } from './credit-code.ts';
import { drawEntity } from './draw-entity.ts';
import { drawHousehold } from './draw-household.ts';
import { createNumbers, drawPerson, type Numbers } from './draw-person.ts';
import { type Drawn, drawAsset, drawFacility, drawHome, drawUse } from './draw-places.ts';
import type { PartBuilding, PartRows } from './part-shapes.ts';

interface PartCall {
  random: Random;
  newId: SeedIds;
  today: Day;
  /** Tells parts apart: numbers of one never meet those of another. */
  part: number;
  division: string;
  /** Share of the homes whose people are in the registers. */
  filled: (building: PartBuilding) => boolean;
}

/** Everything the registers hold of a part of the street: its homes and who lives in them, its shops, its things. */
export function drawPart(buildings: readonly PartBuilding[], call: PartCall): PartRows {
  const rows: PartRows = { subjects: [], facts: [], secrets: [], links: [], pairs: [], corrections: [] };
  const numbers = createNumbers(call.part);
  let things = 0;
  let facilities = 0;
  for (const building of buildings) {
    const pen = createPen(rows, building, call);
    if (building.kind === 'residential') {
      if (call.filled(building))
        for (const home of building.homes) drawDwelling(pen, home, { ...call, building, numbers });
    } else drawTrade(pen, building, { ...call, numbers, things });
    if (facilities < 3 && building.kind === 'residential' && call.random.chance(0.12)) {
      facilities += 1;
      pen.put('asset', drawFacility(call.random, { near: building.name, today: call.today }), { at: building });
    }
    if (call.random.chance(0.7)) {
      things += 1;
      pen.put(
        'asset',
        drawAsset(call.random, {
          near: building.name,
          today: call.today,
          division: call.division,
          number: call.part * 1000 + things,
        }),
        { at: building },
      );
    }
  }
  return rows;
}

type Pen = ReturnType<typeof createPen>;

const noPaper = { paper: '', proof: '' };

/** Writes subjects of a building with their facts and sealed values. */
function createPen(rows: PartRows, building: PartBuilding, call: PartCall) {
  const { random, newId, today } = call;
  const [area2Id, area3Id, area4Id] = building.areaIds;
  return {
    put(
      noun: SubjectNoun,
      drawn: Drawn & { born?: string },
      where: { id?: string; homeId?: string; householdId?: string; at?: { lng: number; lat: number } } = {},
    ): string {
      const back = Math.max(30, ...drawn.values.map((v) => v.back));
      const id = where.id ?? newId(Date.parse(addDays(today, -back)));
      rows.subjects.push({
        id,
        noun,
        kind: drawn.kind,
        name: drawn.name,
        path: building.path,
        area2Id,
        area3Id,
        area4Id,
        buildingId: building.id,
        homeId: where.homeId ?? null,
        householdId: where.householdId ?? null,
        lng: where.at ? where.at.lng + random.between(-0.0001, 0.0001) : null,
        lat: where.at ? where.at.lat + random.between(-0.0001, 0.0001) : null,
        born: drawn.born ?? null,
        fields: Object.fromEntries(drawn.values.map((v) => [v.field, v.value])),
        since: addDays(today, -back),
      });
      for (const { field, value, source, back: ago } of drawn.values)
        rows.facts.push({
          subjectId: id,
          field,
          value,
          source,
          basis: basisOf(noun, field),
          since: addDays(today, -ago),
        });
      for (const secret of drawn.secrets)
        rows.secrets.push({
          ...secret,
          subjectId: id,
          source: 'office',
          basis: basisOf(noun, secret.field),
          since: addDays(today, -back),
        });
      return id;
    },
    twice(oneId: string, otherId: string): void {
      rows.pairs.push({ oneId, otherId, path: building.path });
    },
    ask(subjectId: string, change: Omit<PartRows['corrections'][number], 'subjectId' | 'path'>): void {
      rows.corrections.push({ ...change, subjectId, path: building.path });
    },
    link(fromId: string, toId: string, kind: string, role: string, ago: number, shown = noPaper): void {
      rows.links.push({ fromId, toId, kind, role, since: addDays(today, -ago), ...shown });
    },
  };
}

function basisOf(noun: SubjectNoun, code: string): string {
  const field = findRegisterField(noun, code);
  if (!field) throw new Error(`the registers have no field ${noun}.${code}`);
  return field.basis;
}

function drawDwelling(
  pen: Pen,
  home: PartBuilding['homes'][number],
  call: PartCall & { building: PartBuilding; numbers: Numbers },
): void {
  const { random, building, today, numbers } = call;
  const use = drawUse(random);
  const plan = use === 'empty' ? null : drawHousehold(random, use);
  const address = `${building.address}${home.room}室`;
  const tenants = use === 'let' ? (plan?.members.length ?? 0) : 0;
  pen.put(
    'home',
    drawHome(random, {
      address,
      areaM2: home.areaM2,
      use,
      tenants,
      ownerName: use === 'own' ? (plan?.members[0]?.name ?? null) : null,
      today,
      numbers,
    }),
    {
      id: home.id,
      homeId: home.id,
    },
  );
  if (!plan) return;
  const head = plan.members[0]?.name ?? '';
  const householdId = pen.put(
    'household',
    {
      kind: 'family',
      name: head,
      values: [
        { field: 'members', value: plan.members.length, source: 'office', back: random.int(10, 300) },
        {
          field: 'allElderly',
          value: plan.members.every((m) => m.age >= 60),
          source: 'derived',
          back: random.int(10, 300),
        },
        ...(random.chance(0.94)
          ? [{ field: 'covenantSigned', value: random.chance(0.82), source: 'office', back: random.int(10, 600) }]
          : []),
        ...(random.chance(0.95)
          ? [
              {
                field: 'dogs',
                value: random.chance(0.09) ? random.int(1, 2) : 0,
                source: 'visit',
                back: random.int(10, 300),
              },
            ]
          : []),
        { field: 'groupRepresentative', value: random.chance(0.03), source: 'office', back: random.int(10, 600) },
      ],
      secrets: [],
    },
    { homeId: home.id },
  );
  let headId: string | null = null;
  for (const member of plan.members) {
    const drawn = drawPerson(random, member, { plan, today, numbers });
    const ago = random.int(60, 4000);
    const id = pen.put('person', { ...drawn, kind: 'resident' }, { homeId: home.id, householdId });
    pen.link(id, householdId, 'member', drawn.relation, ago);
    headId ??= id;
    if (random.chance(0.003)) pen.twice(id, putAgain(pen, drawn, home.id));
    const registered = drawn.values.find((v) => v.field === 'registered')?.value;
    if (random.chance(0.003) && registered !== undefined) {
      const change = random.pick(asked.filter(({ value }) => value !== registered));
      pen.ask(id, { ...change, field: 'registered', owner: 'public-security', back: random.int(0, 9) });
    }
    // Born less than a year after this: never before the birth. Children live with their parents here.
    if (member.age < 18)
      pen.link(headId, id, 'guardian', 'parent', Math.min(ago, member.age * 365), random.pick(parentPapers));
    if (use === 'own' && drawn.relation === '02') pen.link(id, home.id, 'owner', '', ago);
    if (use === 'let') pen.link(id, home.id, 'tenant', '', Math.min(ago, 700));
  }
}

/** What a parent showed at the desk. */
const parentPapers: readonly { paper: GuardianPaper; proof: string }[] = [
  { paper: 'birth-certificate', proof: '出生医学证明，原件已核对' },
  { paper: 'household-book', proof: '户口簿同户亲子关系页，原件已核对' },
];

/** What residents say that the police do not know yet. */
const asked = [
  { value: 'here', reason: '户口已迁入本址，本人出示了户口簿' },
  { value: 'elsewhere', reason: '本人说明户口仍在外区，未迁入' },
  { value: 'absent', reason: '上门三次均无人，邻居说已搬走' },
] as const;

/** The same person entered on a visit by somebody who did not look first: no number, little known. */
function putAgain(pen: Pen, drawn: ReturnType<typeof drawPerson>, homeId: string): string {
  const values = drawn.values.filter(({ field }) =>
    ['born', 'sex', 'livingArrangement', 'usesSmartphone'].includes(field),
  );
  const again = { name: drawn.name, born: drawn.born, kind: 'resident', secrets: [] };
  return pen.put(
    'person',
    { ...again, values: values.map((value) => ({ ...value, source: 'visit', back: 3 })) },
    { homeId },
  );
}

function drawTrade(pen: Pen, building: PartBuilding, call: PartCall & { numbers: Numbers; things: number }): void {
  const { random, today, numbers, part } = call;
  const office = building.kind === 'office';
  const count = office ? random.int(6, 14) : random.int(1, 3);
  for (let n = 0; n < count; n++) {
    const creditCode = creditCodeOf(
      part * 100_000 + call.things * 40 + n + Number.parseInt(building.id.slice(-3), 16) * 1000,
    );
    pen.put('entity', drawEntity(random, { address: building.address, office, today, numbers, creditCode }), {
      at: building,
    });
  }
}
