import { describe, expect, it } from 'vitest';
import { openSections, sectionOf } from './forms-sections.ts';

const openTo = (...permissions: Parameters<typeof openSections>[0]) =>
  openSections(permissions).map(({ name }) => name);
const committee = openTo('forms:fill', 'forms:read');
const department = openTo('forms:file', 'forms:read');

describe('the section marked', () => {
  it.each([
    ['/forms', committee, 'todo'],
    ['/forms', department, 'mine'],
    ['/forms/burden', committee, 'burden'],
    ['/forms/returns', committee, 'returns'],
    ['/forms/returns/019aac4b', committee, 'returns'],
    ['/forms/edit/new', department, 'mine'],
    ['/forms/edit/019aac4b', department, 'mine'],
    ['/forms/019aac4b', department, 'mine'],
    ['/forms/019aac4b', committee, 'returns'],
    ['/office/forms/needs', department, 'needs'],
  ] as const)('at %s is one the reader has: %#', (path, open, section) => {
    expect(sectionOf(path, open)).toBe(section);
    expect(open).toContain(section);
  });
});
