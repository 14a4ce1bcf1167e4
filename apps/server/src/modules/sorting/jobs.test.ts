import { suggestType } from '@linli/contract';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestApp, type TestApp } from '../../test/test-app.ts';
import { writeCases } from './closed-cases.fixture.ts';
import { findStaleTopics } from './group-topics.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
}, 60_000);
afterEach(() => test.close());

const count = async (table: 'sorting_model' | 'topic_run') => {
  const { rows } = await test.app.database.asSystem((db) =>
    sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db),
  );
  return rows[0]?.n ?? 0;
};
const closed = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    typeCode: i % 2 === 0 ? '06010' : 'loc-99',
    words: i % 2 === 0 ? `铁皮棚子占道${i}` : `树枝挡窗${i}`,
  }));

describe('the jobs of sorting', () => {
  it('learn at once where there is enough to begin with, group by the hour, and hold nothing up', async () => {
    await writeCases(test, closed(80));
    await test.app.worker.start();
    await vi.waitFor(async () => expect([await count('sorting_model'), await count('topic_run')]).toEqual([1, 3]), {
      timeout: 30_000,
      interval: 100,
    });
    await vi.waitFor(async () => {
      const { by } = await test.nobody.call(suggestType, { words: '又有铁皮棚子占道' });
      expect(by).toBe('learned');
    });
  }, 60_000);

  it('do not learn from a handful', async () => {
    await writeCases(test, closed(20));
    await test.app.worker.start();
    await vi.waitFor(async () => expect(await count('topic_run')).toBe(3), { timeout: 30_000, interval: 100 });
    expect(await count('sorting_model')).toBe(0);
  }, 60_000);

  it('group again when there are newer cases and an hour has passed', async () => {
    const stale = () => test.app.database.asSystem((db) => findStaleTopics(db, [test.street.siteId], test.clock.now()));
    expect(await stale()).toEqual([test.street.siteId]);
    await writeCases(test, closed(4));
    await test.app.sorting.groupNow();
    expect(await stale()).toEqual([]);
    test.clock.forward(61);
    expect(await stale()).toEqual([]);
    await writeCases(test, [{ typeCode: '06010', words: '新的一件', reportedAt: test.clock.now() }]);
    expect(await stale()).toEqual([test.street.siteId]);
  });
});
