import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countByTags, listTags } from '@linli/contract';
import { compileRule, fieldsOfRule, TagGroup, wordsOfRule } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { appendJournal } from '../../apps/server/src/platform/journal/index.ts';
import { type Caller, createTestApp, type TestApp } from '../../apps/server/src/test/test-app.ts';

const file: { tagGroups?: unknown } = parse(await readFile(join(import.meta.dirname, 'pack.yaml'), 'utf8'));
const tagGroups = TagGroup.array().parse(file.tagGroups);
const tags = tagGroups.flatMap((group) => group.tags);
let test: TestApp;
let secretary: Caller;

beforeAll(async () => {
  test = await createTestApp({ now: '2026-03-16T10:00:00+08:00' });
  secretary = await test.staff('committee-secretary', 'east');
});
afterAll(() => test.close());

describe('the tags', () => {
  it('are 286, each once, each with a purpose, in both languages', () => {
    expect(tags).toHaveLength(286);
    expect(new Set(tags.map(({ code }) => code)).size).toBe(286);
    expect(new Set(tags.map(({ name }) => name.zh)).size).toBe(286);
    for (const tag of tags) expect(tag.name.en && tag.purpose.en).toBeTruthy();
  });

  it('rest on fields of the whitelist, said in words, and hand-set ones end by themselves', () => {
    for (const tag of tags) {
      const [noun = 'person'] = tag.nouns;
      if (tag.rule === undefined) expect(tag.expiryDays).toBeGreaterThan(0);
      else {
        const compiled = compileRule(tag.rule, noun);
        if (!compiled.ok) throw new Error(`${tag.code}: ${compiled.error}`);
        expect(wordsOfRule(compiled.node, noun).zh).not.toBe('');
        expect(fieldsOfRule(compiled.node).length + Number(tag.rule.includes('kind'))).toBeGreaterThan(0);
      }
    }
    expect(JSON.stringify(tagGroups)).not.toMatch(/宗教|信仰|信访|上访|评分|积分|人脸|轨迹|重点人/);
  });

  it('find who they are for, and nobody else', async () => {
    const { area, siteId } = test.street;
    const add = (id: string, born: string, fields: object) =>
      test.app.database.asSystem((db) =>
        sql`insert into subject (id, site_id, noun, kind, name, path, area2_id, area3_id, area4_id, born, fields, created_at, changed_at)
          values (${id}, ${siteId}, 'person', 'here', '李秀英', ${area.east1.path}::ltree, ${area.homes.id}, ${area.east.id}, ${area.east1.id}, ${born},
            ${JSON.stringify(fields)}::jsonb, now(), now())`.execute(db),
      );
    await add('00000000-0000-7000-8000-00000000a001', '1941-02-03', {
      livingArrangement: 'alone',
      careLevel: '5',
      emergencyButton: false,
      disability: '4',
      disabilityGrade: '2',
    });
    await add('00000000-0000-7000-8000-00000000a002', '1995-02-03', { veteran: true, jobSeeking: true });
    await test.app.database.asSystem((db) =>
      appendJournal(db, [
        {
          at: test.clock.now(),
          kind: 'subjects.imported',
          noun: 'area',
          nounId: siteId,
          path: area.east1.path,
          actorId: null,
          requestId: null,
          data: { subjectIds: ['00000000-0000-7000-8000-00000000a001', '00000000-0000-7000-8000-00000000a002'] },
        },
      ]),
    );
    await test.settle();
    const known = (await secretary.call(listTags, {})).tags;
    expect(known).toHaveLength(286);
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ tags: number[] }>`select tags from subject order by id`.execute(db),
    );
    const codes = rows.map((row) => row.tags.map((id) => known.find((tag) => tag.id === id)?.code));
    expect(codes[0]).toEqual(
      expect.arrayContaining(['age-80', 'alone-80', 'care-5', 'care-heavy', 'alone-no-button', 'disability-4-2']),
    );
    expect(codes[0]).not.toContain('age-100');
    expect(codes[1]).toEqual(expect.arrayContaining(['veteran', 'job-seeking', 'job-youth']));
    expect(codes[1]).not.toContain('age-60');
    const tag = known.find(({ code }) => code === 'alone-80')?.id ?? 0;
    await vi.waitFor(async () => {
      const counted = await secretary.call(countByTags, { expression: { tag }, noun: 'person', level: 4 });
      expect(counted).toMatchObject({ total: 1, from: 'index' });
    }, 20_000);
  });
});
