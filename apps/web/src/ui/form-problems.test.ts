import { describe, expect, it } from 'vitest';
import type { FormField, FormValue } from './form-field.ts';
import { findFormProblems } from './form-problems.ts';

const options = [{ value: 'light', label: '路灯' }];
const photo = { id: 'a', blob: new Blob([]), width: 1, height: 1 };

function codeOf(field: Omit<FormField, 'key' | 'label'>, value: FormValue): string | undefined {
  // The cases below give whole fields; only key and label are added here.
  const whole = { key: 'it', label: '它', ...field } as FormField;
  return findFormProblems([whole], { it: value })[0]?.code;
}

describe('findFormProblems', () => {
  it.each<[Omit<FormField, 'key' | 'label'> & Record<string, unknown>, FormValue, string | undefined]>([
    [{ kind: 'text', required: true }, '  ', 'required'],
    [{ kind: 'text', required: true }, undefined, 'required'],
    [{ kind: 'text' }, '', undefined],
    [{ kind: 'textarea', minLength: 3 }, '灯坏', 'tooShort'],
    [{ kind: 'textarea', maxLength: 2 }, '灯坏了', 'tooLong'],
    [{ kind: 'textarea', maxLength: 3 }, '🏮坏了', undefined],
    [{ kind: 'number' }, '三', 'notNumber'],
    [{ kind: 'number', min: 1 }, '0', 'tooSmall'],
    [{ kind: 'number', max: 9 }, '9.5', 'tooLarge'],
    [{ kind: 'number', min: 0, required: true }, '0', undefined],
    [{ kind: 'select', options, required: true }, '', 'requiredChoice'],
    [{ kind: 'select', options }, 'lamp', 'notOption'],
    [{ kind: 'select', options }, 'light', undefined],
    [{ kind: 'multi-select', options, required: true }, [], 'requiredChoice'],
    [{ kind: 'multi-select', options }, ['light', 'lamp'], 'notOption'],
    [{ kind: 'date' }, '2026-02-30', 'notDay'],
    [{ kind: 'date' }, '2026-11-25', undefined],
    [{ kind: 'boolean', required: true }, undefined, 'requiredChoice'],
    [{ kind: 'boolean', required: true }, false, undefined],
    [{ kind: 'place', required: true }, { address: ' ' }, 'requiredPlace'],
    [{ kind: 'place', required: true }, { address: '', lng: 121.5, lat: 31.2 }, undefined],
    [{ kind: 'photo', required: true }, [], 'requiredPhoto'],
    [{ kind: 'photo', max: 1 }, [photo, photo], 'tooManyPhotos'],
    [{ kind: 'photo', required: true, min: 2 }, [photo], 'tooFewPhotos'],
    [{ kind: 'photo', required: true, min: 2 }, [photo, photo], undefined],
    [{ kind: 'photo', min: 2 }, [], undefined],
  ])('%o holding %o', (field, value, code) => {
    expect(codeOf(field, value)).toBe(code);
  });

  it('tells all fields at once, in order, with their limits', () => {
    const fields: FormField[] = [
      { key: 'words', kind: 'textarea', label: '什么事', required: true },
      { key: 'count', kind: 'number', label: '几个', max: 3 },
      { key: 'fine', kind: 'text', label: '备注' },
    ];
    expect(findFormProblems(fields, { count: '7' })).toEqual([
      { key: 'words', code: 'required' },
      { key: 'count', code: 'tooLarge', max: 3 },
    ]);
  });

  it('says how many photos are wanted, and how many still', () => {
    const fields: FormField[] = [{ key: 'photos', kind: 'photo', label: '照片', required: true, min: 2, max: 9 }];
    expect(findFormProblems(fields, {})).toEqual([{ key: 'photos', code: 'requiredPhoto', count: 2 }]);
    expect(findFormProblems(fields, { photos: [photo] })).toEqual([{ key: 'photos', code: 'tooFewPhotos', count: 1 }]);
  });
});
