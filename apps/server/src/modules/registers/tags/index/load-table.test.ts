import { expect, it } from 'vitest';
import { loadTable, type SystemRead } from './load-table.ts';
import { createSubjectTable } from './subject-table.ts';

it('fails as one when the database dies under it: no part is left to end the process', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', hear);
  const lost = new Error('connection lost');
  // Answers as the library would: rows of whatever was asked.
  const read = (async (text: string) => {
    if (text.includes('max(ordinal)')) return [{ last: 40_000 }];
    if (text.includes('from area')) return [];
    throw lost;
  }) as SystemRead;
  await expect(loadTable(createSubjectTable(), read, () => false)).rejects.toBe(lost);
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('unhandledRejection', hear);
  expect(unheard).toEqual([]);
});
