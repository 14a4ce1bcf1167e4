import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

it('counts what the network sends again once, and every other call', () => {
  const now = new Date('2026-11-23T08:00:00Z');
  const limit = createRateLimit({ now: () => now }, { most: 2, windowSeconds: 60 });
  for (let n = 0; n < 5; n++) limit.hit('somebody', 'first');
  limit.hit('somebody', 'second');
  limit.hit('somebody', 'first');
  expect(() => limit.hit('somebody', 'third')).toThrow('too-many-requests');
  limit.hit('somebody else', 'third');
});
