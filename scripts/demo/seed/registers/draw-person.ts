import { addDays, type Day } from '@linli/domain';
import { composeName, pickSurname } from '../../street/person-names.ts';
import type { Random } from '../../street/random.ts';
import type { HouseholdPlan, Member } from './draw-household.ts';
import { createKnown, type Known, type Value, weighted } from './values.ts';

export interface DrawnPerson {
  name: string;
  born: Day;
  kind: string;
  relation: string;
  values: readonly Value[];
  secrets: readonly { field: string; kind: string; value: string }[];
}

/** 310100 was never given to people: such a number is sound and nobody's. */
const nobodysDivision = '310100';
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** A range no operator uses. */
const nobodysPhones = 16_400_000_000;

/** Numbers that are nobody's, none given twice. */
export interface Numbers {
  identity(born: Day, male: boolean): string;
  phone(): string;
}

/** Parts up to 55 of a street never share a number, with at most nine people of one sex born on one day in each. */
export function createNumbers(part: number): Numbers {
  const given = new Map<string, number>();
  let phones = part * 20_000;
  return {
    identity(born, male) {
      const day = born.replaceAll('-', '');
      const key = `${day}${male}`;
      // Odd for men, even for women (GB 11643).
      const n = (given.get(key) ?? (part % 55) * 9) + 1;
      given.set(key, n);
      const order = String((n * 2 + (male ? 1 : 0)) % 1000).padStart(3, '0');
      const body = `${nobodysDivision}${day}${order}`;
      const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
      return `${body}${'10X98765432'[sum % 11]}`;
    },
    phone: () => String(nobodysPhones + phones++),
  };
}

const office = { source: 'office' } as const;
const visit = { source: 'visit', back: [3, 170] } as const;
const police = { source: 'department:public-security', back: [30, 900] } as const;
const civil = { source: 'department:civil-affairs', back: [20, 300] } as const;
const disabled = { source: 'department:disabled-federation', back: [30, 600] } as const;

/** One person of a household with all a committee would know of them. */
export function drawPerson(
  random: Random,
  member: Member,
  call: { plan: HouseholdPlan; today: Day; numbers: Numbers },
): DrawnPerson {
  const { plan, today, numbers } = call;
  const known = createKnown(random);
  const born = addDays(`${Number(today.slice(0, 4)) - member.age}${today.slice(4)}` as Day, -random.int(0, 364)); // same day of an earlier year
  const registered = drawRegistration(random, plan, member);
  const secrets: { field: string; kind: string; value: string }[] = [];
  known.put('sex', member.male ? '1' : '2', police);
  known.put('born', born, police);
  known.put('registered', registered, police);
  secrets.push({ field: 'idNumber', kind: 'resident-id', value: numbers.identity(born, member.male) });
  if (member.age >= 12 && random.chance(0.93)) secrets.push({ field: 'phone', kind: '', value: numbers.phone() });
  if (registered === 'floating' || registered === 'elsewhere') {
    known.put('registeredAt', registered === 'floating' ? random.pick(provinces) : `上海市${random.pick(districts)}`, {
      ...police,
      missing: 0.05,
    });
    known.put('arrivedOn', addDays(today, -random.int(60, 5000)), { ...office, missing: 0.08 });
  }
  if (registered === 'floating')
    known.put('permitUntil', addDays(today, random.int(-40, 360)), { ...police, missing: 0.06 });
  if (registered === 'overseas')
    known.put('nationality', random.pick(['日本', '韩国', '美国', '法国', '新加坡', '德国']), police);
  if (member.age < 18) {
    known.put('emergencyName', plan.members[0]?.name ?? null, { ...visit, missing: 0.05 });
    if (random.chance(0.94)) secrets.push({ field: 'emergencyPhone', kind: '', value: numbers.phone() });
  }
  if (member.age >= 60) putElderly(random, known, secrets, { member, plan, numbers });
  if (member.age >= 18) putAdult(random, known, member.age);
  putNeeds(random, known, secrets, { member, today, numbers });
  return { name: member.name, born, kind: registered, relation: member.relation, values: known.values, secrets };
}

const provinces = ['安徽省', '江苏省', '浙江省', '河南省', '江西省', '山东省', '湖北省', '四川省', '福建省'];
const districts = ['黄浦区', '徐汇区', '静安区', '虹口区', '杨浦区', '普陀区', '闵行区', '宝山区'];

function drawRegistration(random: Random, plan: HouseholdPlan, member: Member): string {
  if (plan.use === 'let')
    return weighted(random, [
      ['floating', 72],
      ['elsewhere', 22],
      ['overseas', 3],
      ['here', 3],
    ]);
  if (member.age >= 60)
    return weighted(random, [
      ['here', 88],
      ['elsewhere', 9],
      ['floating', 3],
    ]);
  return weighted(random, [
    ['here', 76],
    ['elsewhere', 17],
    ['floating', 6],
    ['overseas', 1],
  ]);
}

type Secrets = { field: string; kind: string; value: string }[];

function putElderly(
  random: Random,
  known: Known,
  secrets: Secrets,
  call: { member: Member; plan: HouseholdPlan; numbers: Numbers },
): void {
  const { member, plan, numbers } = call;
  const ages = plan.members.map((m) => m.age);
  const all = ages.every((age) => age >= 60);
  const alone = ages.length === 1;
  const arrangement = arrangementOf(random, { alone, all });
  known.put('livingArrangement', arrangement, { ...visit, missing: 0.04 });
  known.put('orphanElder', alone && random.chance(0.06), { ...visit, missing: 0.06 });
  known.put(
    'emergencyName',
    composeName(random, { surname: member.name[0] ?? pickSurname(random), male: random.chance(0.5) }),
    { ...visit, missing: 0.08 },
  );
  if (random.chance(0.9)) secrets.push({ field: 'emergencyPhone', kind: '', value: numbers.phone() });
  known.put('usesSmartphone', random.chance(member.age < 75 ? 0.8 : 0.35), { ...visit, missing: 0.1 });
  known.put('mealService', random.chance(alone ? 0.3 : 0.1), { ...visit, missing: 0.06 });
  known.put('homeCare', random.chance(member.age > 79 ? 0.24 : 0.05), { ...visit, missing: 0.06 });
  known.put('emergencyButton', random.chance(alone ? 0.55 : 0.08), { ...visit, missing: 0.06 });
  known.put('waterMeterWatch', random.chance(alone ? 0.35 : 0.03), { ...visit, missing: 0.07 });
  known.put('elderAllowance', member.age >= 65 && random.chance(0.97), { ...civil, missing: 0.03 });
  known.put('homeAdapted', random.chance(member.age > 74 ? 0.12 : 0.02), { ...civil, missing: 0.06 });
  if (alone || member.age >= 85)
    known.put('pairedHelper', composeName(random, { surname: pickSurname(random), male: random.chance(0.3) }), {
      ...visit,
      missing: 0.1,
    });
  if (member.age < 70) return;
  const loss = (member.age - 65) / 45;
  const ability = weighted(random, [
    ['0', 1 - loss],
    ['1', loss * 0.55],
    ['2', loss * 0.3],
    ['3', loss * 0.14],
    ['4', loss * 0.06],
  ]);
  known.put('abilityLevel', ability, { ...civil, missing: 0.08 });
  const care = ability === '0' ? '0' : String(Math.min(6, Number(ability) + random.int(0, 2)));
  known.put('careLevel', care, { source: 'department:health', back: [30, 700], missing: 0.1 });
}

function arrangementOf(random: Random, home: { alone: boolean; all: boolean }): string {
  if (home.alone) return 'alone';
  if (!home.all) return 'with-family';
  return random.chance(0.6) ? 'all-elderly' : 'empty-nest';
}

function putAdult(random: Random, known: Known, age: number): void {
  known.put('wantsVolunteer', random.chance(age > 50 && age < 76 ? 0.16 : 0.06), { ...office, missing: 0.05 });
  if (known.values.some((v) => v.field === 'wantsVolunteer' && v.value === true)) {
    known.put('volunteerHours', random.int(2, 260), office);
    known.put(
      'speciality',
      random.pick([
        '理发',
        '医疗咨询',
        '法律咨询',
        '水电维修',
        '书法',
        '舞蹈',
        '英语翻译',
        '心理疏导',
        '垃圾分类宣传',
        '摄影',
      ]),
      { ...office, missing: 0.08 },
    );
  }
  const member = random.chance(age > 40 ? 0.14 : 0.09);
  known.put('partyService', member, { source: 'department:party', back: [20, 500], missing: 0.03 });
  if (member) known.put('partyServiceHours', random.int(0, 90), { source: 'department:party', back: [5, 90] });
  known.put('veteran', random.chance(age > 30 ? 0.035 : 0.01), {
    source: 'department:veterans',
    back: [30, 700],
    missing: 0.02,
  });
  if (random.chance(0.006))
    known.put('entitledGroup', random.pick(['烈士遗属', '残疾军人', '参战退役人员', '带病回乡退役军人']), {
      source: 'department:veterans',
    });
  if (age >= 60) return;
  known.put('jobSeeking', random.chance(0.022), {
    source: 'department:human-resources',
    back: [5, 160],
    missing: 0.02,
  });
  if (random.chance(0.02))
    known.put('trainingWanted', random.pick(['养老护理', '电工', '烘焙', '家政服务', '直播运营']), { source: 'visit' });
}

function putNeeds(
  random: Random,
  known: Known,
  secrets: Secrets,
  call: { member: Member; today: Day; numbers: Numbers },
): void {
  const { member, today, numbers } = call;
  if (random.chance(member.age > 60 ? 0.07 : 0.017)) {
    const kind = weighted(random, [
      ['4', 46],
      ['1', 13],
      ['2', 15],
      ['3', 2],
      ['5', 10],
      ['6', 10],
      ['7', 4],
    ]);
    known.put('disability', kind, disabled);
    const grade = weighted(random, [
      ['1', 14],
      ['2', 24],
      ['3', 28],
      ['4', 34],
    ]);
    known.put('disabilityGrade', grade, disabled);
    const identity = secrets.find((s) => s.field === 'idNumber')?.value ?? numbers.identity(today, member.male);
    secrets.push({ field: 'disabilityCertificate', kind: '', value: `${identity}${kind}${grade}` });
    known.put('assistiveDevice', random.pick(['无', '轮椅', '助听器', '拐杖', '盲杖', '护理床']), {
      ...disabled,
      missing: 0.08,
    });
  }
  if (random.chance(0.021)) {
    known.put(
      'allowance',
      weighted(random, [
        ['minimum', 52],
        ['low-income', 22],
        ['rigid-spending', 12],
        ['extremely-poor', 5],
        ['temporary', 9],
      ]),
      civil,
    );
    known.put('allowanceSince', addDays(today, -random.int(30, 2600)), civil);
  }
  if (member.age >= 49 && random.chance(0.006)) {
    known.put('familyPlanning', true, { source: 'department:health' });
    known.put('pairedHelper', composeName(random, { surname: pickSurname(random), male: random.chance(0.3) }), {
      ...visit,
      missing: 0.04,
    });
    if (member.age < 60) {
      known.put(
        'emergencyName',
        composeName(random, { surname: pickSurname(random), male: random.chance(0.5) }),
        visit,
      );
      secrets.push({ field: 'emergencyPhone', kind: '', value: numbers.phone() });
    }
  }
  if (member.age < 16 && random.chance(0.025))
    known.put(
      'childNeed',
      weighted(random, [
        ['poverty', 40],
        ['disability', 28],
        ['guardianship', 12],
        ['left-behind', 14],
        ['unsupported', 6],
      ]),
      civil,
    );
}
