import { describe, expect, it } from 'vitest';
import { createGroupCommit } from './group-commit.ts';

describe('group commit', () => {
  it('answers each caller with its own result, in shared batches', async () => {
    const batches: number[] = [];
    const group = createGroupCommit<number, string>({
      run: async (items) => {
        batches.push(items.length);
        await new Promise((r) => setImmediate(r));
        return items.map((n) => `r${n}`);
      },
      maxBatch: 16,
    });
    const results = await Promise.all(Array.from({ length: 100 }, (_, n) => group.submit(n)));
    expect(results).toEqual(Array.from({ length: 100 }, (_, n) => `r${n}`));
    expect(batches.length).toBeLessThan(100);
    expect(Math.max(...batches)).toBeLessThanOrEqual(16);
  });

  it('lets one bad item hurt nobody else', async () => {
    const group = createGroupCommit<number, number>({
      run: async (items) => {
        if (items.includes(13)) throw new Error('bad row');
        return items.map((n) => n * 2);
      },
    });
    const results = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => group.submit(n)));
    expect(results.filter((r) => r.status === 'rejected').length).toBe(1);
    expect(results[13]).toMatchObject({ status: 'rejected' });
    expect(results[12]).toMatchObject({ status: 'fulfilled', value: 24 });
  });

  it('finishes what was submitted before it closes, and takes nothing after', async () => {
    const group = createGroupCommit<number, number>({ run: async (items) => items });
    const before = group.submit(1);
    await group.close();
    await expect(before).resolves.toBe(1);
    await expect(group.submit(2)).rejects.toThrow(/closed/);
  });
});
