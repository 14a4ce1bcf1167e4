import { expect, it } from 'vitest';
import { readCareSearch } from './care-search.ts';

it('readCareSearch keeps a grade only of a class', () => {
  expect(readCareSearch({ code: 'elderly', grade: 'alone-80', areaId: 'nowhere' })).toEqual({
    code: 'elderly',
    grade: 'alone-80',
  });
  expect(readCareSearch({ grade: 'alone-80', code: 'No Such' })).toEqual({});
});
