/** One row of a national code set, with its words. */
export type CodeRow = { code: string; zh: string; en: string };
export type CodeSet = {
  /** The standard the codes are of. */
  source: string;
  rows: readonly CodeRow[];
};

const rows = (...lines: readonly (readonly [code: string, zh: string, en: string])[]): CodeRow[] =>
  lines.map(([code, zh, en]) => ({ code, zh, en }));

/** Code sets the registers may hold. Education, occupation, religion and origin are not among them: no duty of a street needs them. */
export const nationalCodes = {
  sex: {
    source: 'GB/T 2261.1',
    rows: rows(['0', '未知', 'unknown'], ['1', '男', 'male'], ['2', '女', 'female'], ['9', '未说明', 'not stated']),
  },
  marital: {
    source: 'GB/T 2261.2',
    rows: rows(
      ['10', '未婚', 'single'],
      ['20', '已婚', 'married'],
      ['21', '初婚', 'married for the first time'],
      ['22', '再婚', 'married again'],
      ['23', '复婚', 'married the same spouse again'],
      ['30', '丧偶', 'widowed'],
      ['40', '离婚', 'divorced'],
      ['90', '未说明', 'not stated'],
    ),
  },
  political: {
    source: 'GB/T 4762',
    rows: rows(
      ['01', '中共党员', 'member of the Communist Party'],
      ['02', '中共预备党员', 'probationary member of the Communist Party'],
      ['03', '共青团员', 'member of the Youth League'],
      ['04', '民革党员', 'member of the Revolutionary Committee of the Kuomintang'],
      ['05', '民盟盟员', 'member of the Democratic League'],
      ['06', '民建会员', 'member of the Democratic National Construction Association'],
      ['07', '民进会员', 'member of the Association for Promoting Democracy'],
      ['08', '农工党党员', 'member of the Peasants’ and Workers’ Democratic Party'],
      ['09', '致公党党员', 'member of the Zhi Gong Party'],
      ['10', '九三学社社员', 'member of the Jiusan Society'],
      ['11', '台盟盟员', 'member of the Taiwan Democratic Self-Government League'],
      ['12', '无党派人士', 'without party, by recognition'],
      ['13', '群众', 'none'],
    ),
  },
  /** Units of the tens differ between editions: lists are read by the first digit (`familyRelationGroup`). */
  familyRelation: {
    source: 'GB/T 4761',
    rows: rows(
      ['01', '本人', 'self'],
      ['02', '户主', 'head of household'],
      ['10', '配偶', 'spouse'],
      ['11', '夫', 'husband'],
      ['12', '妻', 'wife'],
      ['20', '子', 'son'],
      ['30', '女', 'daughter'],
      ['40', '孙子、孙女或外孙子、外孙女', 'grandchild'],
      ['50', '父母', 'parent'],
      ['60', '祖父母或外祖父母', 'grandparent'],
      ['70', '兄、弟、姐、妹', 'sibling'],
      ['80', '其他亲属', 'other relative'],
      ['99', '非亲属', 'not related'],
    ),
  },
} as const satisfies Record<string, CodeSet>;

export type NationalCodeSet = keyof typeof nationalCodes;

/** The row of a code; null when the set has none such. */
export function findCode(set: NationalCodeSet, code: string): CodeRow | null {
  return nationalCodes[set].rows.find((row) => row.code === code) ?? null;
}

export type FamilyRelationGroup =
  | 'self'
  | 'spouse'
  | 'son'
  | 'daughter'
  | 'grandchild'
  | 'parent'
  | 'grandparent'
  | 'sibling'
  | 'other-relative'
  | 'not-related';

const relationGroups: readonly FamilyRelationGroup[] = [
  'self',
  'spouse',
  'son',
  'daughter',
  'grandchild',
  'parent',
  'grandparent',
  'sibling',
  'other-relative',
  'other-relative',
];

/** What a code of GB/T 4761 says by its tens; 99 is nobody of the family. Null for what is no such code. */
export function familyRelationGroup(code: string): FamilyRelationGroup | null {
  if (!/^\d{2}$/.test(code)) return null;
  return code === '99' ? 'not-related' : (relationGroups[Number(code.charAt(0))] ?? null);
}
