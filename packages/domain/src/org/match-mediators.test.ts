import { describe, expect, it } from 'vitest';
import { type MediatorFacts, matchMediators } from './match-mediators.ts';

const one = (id: string, more: Partial<MediatorFacts> = {}): MediatorFacts => ({
  ...{ id, name: id, unitId: 'u', paths: ['s.a'], kinds: ['neighbour'], languages: ['mandarin'] },
  ...more,
});
const wish = { kind: 'neighbour', language: 'shanghainese', path: 's.a.b' };
const order = (list: readonly MediatorFacts[], loads: Record<string, number> = {}, asked = wish) =>
  matchMediators(list, asked, (id) => loads[id] ?? 0).map(({ mediator }) => mediator.id);

describe('matchMediators', () => {
  it('puts the language first, then the kind, then the area, then the load', () => {
    const speaker = one('far-busy-speaker', { languages: ['shanghainese'], paths: ['s.z'], kinds: ['labour'] });
    const kind = one('kind', { paths: ['s.z'] });
    const near = one('near', { kinds: ['labour'] });
    expect(order([near, kind, speaker], { 'far-busy-speaker': 9 })).toEqual(['far-busy-speaker', 'kind', 'near']);
    expect(order([one('x', { paths: ['s.ab'] }), one('whole', { paths: [] }), one('own')])).toEqual([
      'own',
      'whole',
      'x',
    ]);
    expect(order([one('a'), one('b')], { a: 2, b: 1 })).toEqual(['b', 'a']);
  });

  it('leaves nobody out and says why, nothing of what was not asked for', () => {
    const [first] = matchMediators([one('a')], wish, () => 3);
    expect(first?.reasons).toEqual(['speaks-not', 'takes-kind', 'same-area', 'some-open']);
    const [free] = matchMediators([one('a')], { kind: null, language: null, path: 's' }, () => 0);
    expect(free?.reasons).toEqual(['other-area', 'none-open']);
  });
});
