import { describe, expect, it } from 'vitest';
import { FormColumn, FormRows } from './form-definition.ts';
import { chosenKey, rowsAmong } from './rows-among.ts';

const rows = (noun: string, more: object = {}) => FormRows.parse({ by: 'subject', noun, ...more });
const people = (when: string) => rows('person', { when });

describe('rows among those of another form', () => {
  it('are the same however they are written', () => {
    const shops = rows('entity', { kind: 'shop' });
    expect(rowsAmong(rows('entity', { when: 'kind == "shop"' }), shops)).toBe(true);
    expect(rowsAmong(shops, rows('entity', { when: 'kind in ["shop"]' }))).toBe(true);
    expect(rowsAmong(rows('person', { tags: ['alone'] }), people('"alone" in tags'))).toBe(true);
    const alone = 'field.livingArrangement == "alone"';
    expect(rowsAmong(people(`age >= 60 && ${alone}`), people(`${alone}&&age>=60`))).toBe(true);
  });
  it('may be fewer, never more or others', () => {
    const shops = rows('entity', { kind: 'shop' });
    expect(rowsAmong(shops, rows('entity'))).toBe(true);
    expect(rowsAmong(rows('entity'), shops)).toBe(false);
    expect(rowsAmong(rows('entity', { kind: 'school' }), shops)).toBe(false);
    expect(rowsAmong(people('age >= 80'), people('age >= 60'))).toBe(true);
    expect(rowsAmong(people('age > 60'), people('age >= 60'))).toBe(true);
    expect(rowsAmong(people('age >= 60'), people('age > 60'))).toBe(false);
    expect(rowsAmong(people('age >= 60'), people('age >= 80'))).toBe(false);
    expect(rowsAmong(people('age <= 60'), people('age >= 60'))).toBe(false);
    expect(rowsAmong(people('age >= 70 && "alone" in tags'), people('age >= 60 || "alone" in tags'))).toBe(true);
    expect(rowsAmong(people('!("alone" in tags)'), people('"alone" in tags'))).toBe(false);
    expect(rowsAmong(people('has(field.phone)'), people('this is none'))).toBe(false);
    expect(rowsAmong(people('age >= 60'), FormRows.parse({ by: 'area', level: 'committee' }))).toBe(false);
  });
  it('gives the subjects counted by a figure one name', () => {
    const figure = (more: object) => {
      const column = FormColumn.parse({ key: 'a', label: { zh: '数' }, bind: 'figure', noun: 'entity', ...more });
      return column.bind === 'figure' ? chosenKey(column) : '';
    };
    expect(figure({ kind: 'shop', tags: ['b', 'a'] })).toBe(
      figure({ when: 'kind == "shop" && "a" in tags && "b" in tags' }),
    );
    expect(figure({ kind: 'shop' })).not.toBe(figure({}));
  });
});
