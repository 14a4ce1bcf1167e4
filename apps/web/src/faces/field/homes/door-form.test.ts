import { describe, expect, it } from 'vitest';
import { asRead, changeableFields, doorEntries, doorValues, newPersonFields } from './door-form.ts';

const words = { yes: '是', no: '否', read: (text: { zh: string }) => text.zh };
const named = { ...words, name: '姓名', household: '户', relation: '关系', document: '证件' };

describe('newPersonFields', () => {
  it('asks for no sealed number where it may not be seen', () => {
    const keys = newPersonFields([], [], named).map(({ key }) => key);
    expect(keys).toEqual(['name', 'relation', 'sex', 'born', 'registered']);
    expect(newPersonFields([{ id: 'f', name: '张三' }], ['registers:reveal'], named).map(({ key }) => key)).toContain(
      'phone',
    );
  });
});

describe('changeableFields', () => {
  it('leaves out what another body owns and what is sensitive', () => {
    const kept = [{ code: 'sex', value: '1', daysStale: 0, edit: 'ask' as const }];
    const keys = changeableFields('person', kept, ['registers:reveal', 'registers:care'], words).map(({ key }) => key);
    expect(keys).toContain('speciality');
    expect(keys).not.toContain('sex');
    expect(keys).not.toContain('allowance');
    expect(keys).not.toContain('idNumber');
  });
});

describe('doorEntries', () => {
  const before = doorValues([
    { code: 'use', value: 'own', daysStale: 0, edit: 'change' },
    { code: 'letFiled', value: true, daysStale: 0, edit: 'change' },
    { code: 'tenants', value: 2, daysStale: 0, edit: 'change' },
  ]);

  it('sends what changed, in the type of its field', () => {
    expect(doorEntries('home', { ...before, use: 'let', letFiled: 'false', tenants: '3' }, before)).toEqual([
      { code: 'use', value: 'let' },
      { code: 'letFiled', value: false },
      { code: 'tenants', value: 3 },
    ]);
  });

  it('takes away what was emptied and ignores what was never filled or is no field', () => {
    expect(doorEntries('home', { ...before, tenants: '', gas: '', note: 'x' }, before)).toEqual([
      { code: 'tenants', value: null },
    ]);
    expect(doorEntries('home', before, before)).toEqual([]);
  });

  it('go with the value they take the place of, where one was read', () => {
    const kept = [{ code: 'tenants', value: 2, daysStale: 0, edit: 'change' as const }];
    const entries = [
      { code: 'tenants', value: 3 },
      { code: 'ownerPhone', value: '13800138000' },
    ];
    expect(asRead(entries, kept)).toEqual([
      { code: 'tenants', value: 3, was: 2 },
      { code: 'ownerPhone', value: '13800138000' },
    ]);
  });

  it('names the paper of a number', () => {
    const entries = doorEntries('person', { idNumber: 'E12345678', documentKind: 'passport' }, {});
    expect(entries).toEqual([{ code: 'idNumber', value: 'E12345678', documentKind: 'passport' }]);
  });
});
