import { expect, it } from 'vitest';
import { judgePaper } from './judge-paper.ts';

const words = { idNumber: 'number', phone: 'phone' };

it('judgePaper names what is wrong and leaves the rest', () => {
  expect(judgePaper({ idNumber: '110105194912310021', phone: '12' }, '2026-11-23', words)).toEqual(words);
  expect(judgePaper({ idNumber: '11010519491231002X', phone: '13800138000' }, '2026-11-23', words)).toEqual({});
  expect(judgePaper({ idNumber: 'E12345678', documentKind: 'passport' }, '2026-11-23', words)).toEqual({});
  expect(judgePaper({}, '2026-11-23', words)).toEqual({});
});
