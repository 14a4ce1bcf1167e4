import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalloutBox, layOutCallouts } from './callout-layout.ts';

const box = (x: number, y: number): CalloutBox => ({ x, y, width: 120, height: 30 });

describe('layOutCallouts', () => {
  it('leaves alone what is far apart', () => {
    expect(layOutCallouts([box(0, 0), box(200, 0), box(0, 100)])).toEqual([0, 0, 0]);
  });

  it('keeps the newest at its place and lifts the older ones above it', () => {
    expect(layOutCallouts([box(10, 50), box(0, 50), box(20, 60)])).toEqual([58, 24, 0]);
  });

  it('hides the oldest where a whole pile stands on one place', () => {
    expect(layOutCallouts(Array.from({ length: 5 }, () => box(0, 0)))).toEqual([null, null, 68, 34, 0]);
  });

  it('never lets two shown ones touch, and never moves the newest', () => {
    const anyBox = fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 400 }),
      width: fc.integer({ min: 40, max: 200 }),
      height: fc.integer({ min: 20, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(anyBox, { minLength: 1, maxLength: 8 }), (boxes) => {
        const lifts = layOutCallouts(boxes);
        expect(lifts.at(-1)).toBe(0);
        const shown = boxes.flatMap((each, i) => {
          const lift = lifts[i] ?? null;
          return lift === null ? [] : [{ ...each, y: each.y - lift }];
        });
        for (const [i, a] of shown.entries()) {
          for (const b of shown.slice(i + 1)) {
            const apart =
              Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || a.y <= b.y - b.height || b.y <= a.y - a.height;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
});
