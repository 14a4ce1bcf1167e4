import { FormColumn, FormRows } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { bindColumn, bindingOf, freeKey, possibleBindings } from './binding.ts';

const common = { key: 'c1', label: { zh: '甲' } };

describe('bindings of columns', () => {
  it.each([
    [FormRows.parse({ by: 'subject', noun: 'person' })],
    [FormRows.parse({ by: 'subject', noun: 'entity' })],
    [FormRows.parse({ by: 'area', level: 'committee' })],
  ])('bind to a column that reads back the same, for rows %j', (rows) => {
    const tags = [{ code: 'age.over-80', nouns: ['person' as const, 'entity' as const] }];
    for (const binding of possibleBindings(rows, tags).flatMap(({ bindings }) => bindings))
      expect(bindingOf(bindColumn(common, binding))).toBe(binding);
  });

  it('ask nothing beside the registers of people, homes and households', () => {
    for (const noun of ['person', 'home', 'household'])
      expect(possibleBindings(FormRows.parse({ by: 'subject', noun })).map(({ group }) => group)).not.toContain(
        'asked',
      );
    expect(possibleBindings(FormRows.parse({ by: 'subject', noun: 'asset' })).map(({ group }) => group)).toContain(
      'asked',
    );
  });

  it('offer the tags of who is in the rows', () => {
    const groupsOf = (noun: string) =>
      possibleBindings(FormRows.parse({ by: 'subject', noun }), [{ code: 'alone', nouns: ['person'] }]);
    expect(groupsOf('person')).toContainEqual({ group: 'tag', bindings: ['tag.alone'] });
    expect(groupsOf('home').map(({ group }) => group)).not.toContain('tag');
  });

  it('find a key nobody has', () => {
    const columns = ['c1', 'c3'].map((key) => FormColumn.parse({ ...common, key, bind: 'computed', computed: 'name' }));
    expect(freeKey(columns)).toBe('c4');
  });
});
