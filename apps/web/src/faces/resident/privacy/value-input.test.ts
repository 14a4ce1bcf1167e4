import { describe, expect, it } from 'vitest';
import { readValue } from './value-input.tsx';

describe('a value said to be corrected', () => {
  it('goes as the register keeps it', () => {
    expect([readValue('boolean', 'yes'), readValue('boolean', 'no')]).toEqual([true, false]);
    expect([readValue('number', '3'), readValue('number', '0')]).toEqual([3, 0]);
    expect([readValue('code', '2'), readValue('date', '1990-05-06'), readValue('text', '12')]).toEqual([
      '2',
      '1990-05-06',
      '12',
    ]);
  });

  it('stays empty where nothing was chosen, which is no answer', () => {
    expect([readValue('boolean', ''), readValue('number', ''), readValue('code', '')]).toEqual(['', '', '']);
  });
});
