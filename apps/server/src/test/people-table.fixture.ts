import { withCheckDigit } from '@linli/domain';

/** Invented people as a committee's ledger has them, household by household. Numbers are of a division that was never given out. */
export interface LedgerPerson {
  name: string;
  sex: '男' | '女';
  born: string;
  idNumber: string;
  phone: string;
  registered: string;
  address: string;
  relation: string;
}

export const ledgerHeadings = [
  '姓名',
  '性别',
  '出生日期',
  '身份证号',
  '联系电话',
  '户籍情况',
  '现住址',
  '与户主关系',
] as const;
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华建国玉梅文辉'];
const relations = ['户主', '配偶', '子', '女', '母亲'];
const registered = ['户籍在册且居住', '外省市来沪', '人在户不在'];

/** So many people in homes of one to four, twelve homes a building. `addresses`: those of buildings, gone through in turn. */
export function* ledgerPeople(count: number, addresses: readonly string[]): Generator<LedgerPerson> {
  for (let n = 0, home = 0; n < count; home++) {
    const building = Math.floor(home / 12);
    const round = Math.floor(building / addresses.length);
    const room = `${round * 6 + (Math.floor(home / 2) % 6) + 1}0${(home % 2) + 1}`;
    const address = `${addresses[building % addresses.length]}${room}室`;
    for (let member = 0; member <= home % 4 && n < count; member++, n++) yield ledgerPerson(n, { address, member });
  }
}

function ledgerPerson(n: number, { address, member }: { address: string; member: number }): LedgerPerson {
  const day = new Date(Date.UTC(1935, 0, 1) + ((n * 7919) % 32_000) * 86_400_000).toISOString().slice(0, 10);
  const order = String(Math.floor(n / 32_000) * 7 + (n % 7)).padStart(3, '0');
  const name = `${surnames[n % 20]}${given[(n * 13) % 30]}${n % 3 === 0 ? '' : given[(n * 17 + 5) % 30]}`;
  return {
    name,
    sex: Number(order) % 2 === 1 ? '男' : '女',
    born: day,
    idNumber: withCheckDigit(`310100${day.replaceAll('-', '')}${order}`),
    phone: String(16_400_000_000 + n),
    registered: registered[n % 3] ?? '',
    address,
    relation: relations[member] ?? '',
  };
}

export function ledgerLine(person: LedgerPerson): string {
  const { name, sex, born, idNumber, phone, address, relation } = person;
  return [name, sex, born, idNumber, phone, person.registered, address, relation].join(',');
}

/** The whole ledger as CSV. */
export function ledgerTable(people: Iterable<LedgerPerson>): string {
  return [ledgerHeadings.join(','), ...Array.from(people, ledgerLine)].join('\r\n');
}

/** The number with the wrong digit at its end, as invented registers have it. */
export function withWrongDigit(idNumber: string): string {
  const last = idNumber.at(-1);
  return `${idNumber.slice(0, -1)}${last === '3' ? '4' : '3'}`;
}
