import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findImportCycles } from './find-import-cycles.ts';
import { findImportViolation, findPackViolation } from './import-rules.ts';

const MODULES = 'apps/server/src/modules';
const WEB = 'apps/web/src';

describe('findImportViolation', () => {
  it.each([
    ['a door below', `${MODULES}/cases/dispatch-case.ts`, `${MODULES}/org/index.ts`],
    ['a consumer reading doors', `${MODULES}/measures/consumers.ts`, `${MODULES}/cases/index.ts`],
    ['inside a module', `${MODULES}/cases/routes.ts`, `${MODULES}/cases/store.ts`],
    ['a module using the platform', `${MODULES}/cases/store.ts`, 'apps/server/src/platform/clock.ts'],
    ['the wiring', 'apps/server/src/app.ts', `${MODULES}/notices/index.ts`],
    ['a test setting its scene', `${MODULES}/org/hold-post.test.ts`, `${MODULES}/cases/index.ts`],
    ['a platform test with a database', 'apps/server/src/platform/x.test.ts', 'apps/server/src/test/clone-database.ts'],
    ['a server test through the client', 'apps/server/src/app.test.ts', 'packages/client/src/index.ts'],
    ['a bench measuring a part', 'bench/places-locate.ts', `${MODULES}/places/locator.ts`],
    ['a face using what all faces share', `${WEB}/faces/field/main.tsx`, `${WEB}/faces/start-face.tsx`],
    ['faces using features', `${WEB}/faces/field/home.tsx`, `${WEB}/features/cases/take-case.tsx`],
    ['features using ui', `${WEB}/features/cases/take-case.tsx`, `${WEB}/ui/form.tsx`],
    ['the client using the contract', 'packages/client/src/call.ts', 'packages/contract/src/index.ts'],
    ['a script using the server', 'scripts/demo/build.ts', 'apps/server/src/index.ts'],
  ])('allows %s', (_, from, to) => {
    expect(findImportViolation({ from, to })).toBeUndefined();
  });

  it.each([
    ['module-order', `${MODULES}/places/a.ts`, `${MODULES}/org/index.ts`],
    ['module-order', `${MODULES}/cases/a.ts`, `${MODULES}/notices/index.ts`],
    ['module-order', `${MODULES}/measures/a.ts`, `${MODULES}/notices/index.ts`],
    ['module-door', `${MODULES}/cases/a.ts`, `${MODULES}/places/store.ts`],
    ['module-door', 'apps/server/src/app.ts', `${MODULES}/places/store.ts`],
    ['module-door', `${MODULES}/org/a.test.ts`, `${MODULES}/places/store.ts`],
    ['module-unknown', `${MODULES}/cases/a.ts`, `${MODULES}/lifts/index.ts`],
    ['module-unknown', `${MODULES}/lifts/a.ts`, `${MODULES}/places/index.ts`],
    ['platform', 'apps/server/src/platform/http/a.ts', `${MODULES}/places/index.ts`],
    ['platform', 'apps/server/src/platform/http/a.ts', 'apps/server/src/app.ts'],
    ['platform', 'apps/server/src/platform/http/a.ts', 'apps/server/src/test/clone-database.ts'],
    ['workspace', 'packages/domain/src/a.ts', 'packages/contract/src/index.ts'],
    ['workspace', 'packages/contract/src/a.ts', 'packages/client/src/index.ts'],
    ['workspace', `${WEB}/ui/a.ts`, 'apps/server/src/index.ts'],
    ['workspace', 'apps/server/src/app.ts', 'packages/client/src/index.ts'],
    ['workspace', 'apps/server/src/app.ts', 'scripts/demo/build.ts'],
    ['web-layers', `${WEB}/ui/a.tsx`, `${WEB}/features/cases/b.tsx`],
    ['web-layers', `${WEB}/features/cases/a.tsx`, `${WEB}/faces/office/b.tsx`],
    ['web-layers', `${WEB}/text/zh-CN/a.ts`, `${WEB}/features/b.tsx`],
    ['web-layers', `${WEB}/faces/start-face.tsx`, `${WEB}/faces/office/b.tsx`],
    ['web-layers', `${WEB}/faces/field/a.tsx`, `${WEB}/faces/office/b.tsx`],
  ])('refuses by %s: %s → %s', (rule, from, to) => {
    expect(findImportViolation({ from, to })).toMatchObject({ rule, file: from });
  });
});

describe('findPackViolation', () => {
  it('allows data and scenarios, refuses other code', () => {
    expect(findPackViolation('packs/closed-loop/pack.yaml')).toBeUndefined();
    expect(findPackViolation('packs/closed-loop/scenario.test.ts')).toBeUndefined();
    expect(findPackViolation('packs/closed-loop/rules.ts')).toMatchObject({ rule: 'packs-are-data' });
    expect(findPackViolation('packs/closed-loop/rules.mjs')).toMatchObject({ rule: 'packs-are-data' });
  });
});

describe('findImportCycles', () => {
  it('finds a ring and a file that imports itself, and leaves the way to the ring out', () => {
    const edges = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'b' },
      { from: 'd', to: 'd' },
    ];
    expect(findImportCycles(edges)).toEqual([['b', 'c'], ['d']]);
  });

  it('is quiet exactly when the files can be put in order', () => {
    const edge = fc.record({ from: fc.integer({ min: 0, max: 7 }), to: fc.integer({ min: 0, max: 7 }) });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 14 }), (numbers) => {
        const edges = numbers.map(({ from, to }) => ({ from: String(from), to: String(to) }));
        expect(findImportCycles(edges).length === 0).toBe(canBeOrdered(edges));
      }),
    );
  });
});

function canBeOrdered(edges: { from: string; to: string }[]): boolean {
  let rest = edges;
  for (;;) {
    const withTargets = new Set(rest.map((edge) => edge.from));
    const next = rest.filter((edge) => withTargets.has(edge.to));
    if (next.length === rest.length) return rest.length === 0;
    rest = next;
  }
}
