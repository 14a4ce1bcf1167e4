import { findRegisterField, type RegisterField } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { checkTyped, documentKindOf } from './check-typed.ts';

const call = { documentKind: 'resident-id', today: '2026-11-23' } as const;

function field(noun: 'person' | 'entity' | 'asset', code: string): RegisterField {
  const found = findRegisterField(noun, code);
  if (found === undefined) throw new Error(code);
  return found;
}

describe('checkTyped', () => {
  it('finds nothing wrong with what is left empty or right', () => {
    expect(checkTyped(field('person', 'idNumber'), undefined, call)).toBeNull();
    expect(checkTyped(field('person', 'phone'), '13800138000', call)).toBeNull();
    expect(checkTyped(field('person', 'sex'), '2', call)).toBeNull();
  });

  it('says what is wrong by what one typed', () => {
    expect(checkTyped(field('person', 'idNumber'), '110105194912310021', call)).toBe('identity');
    expect(checkTyped(field('person', 'phone'), '12', call)).toBe('phone');
    expect(checkTyped(field('entity', 'creditCode'), 'ABC', call)).toBe('creditCode');
    expect(checkTyped(field('asset', 'code'), '310', call)).toBe('code');
    expect(checkTyped(field('asset', 'beds'), -1, call)).toBe('tooSmall');
  });
});

describe('documentKindOf', () => {
  it('is the identity card where nothing fits', () => {
    expect(documentKindOf('passport')).toBe('passport');
    expect(documentKindOf('library-card')).toBe('resident-id');
  });
});
