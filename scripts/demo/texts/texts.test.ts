import { describe, expect, test } from 'vitest';
import { createRandom } from '../street/random.ts';
import { caseText, type TextPlace } from './case-text.ts';
import { getTextKind, textKinds } from './kinds.ts';
import {
  checkRemark,
  extensionReason,
  handlingResult,
  ratingWords,
  returnReason,
  suspensionReason,
  urgeWords,
} from './outcome-text.ts';

const broken = /[<>{}]|undefined|NaN|，，|。。|，。|。，|：，|，！/;
const roads = ['崂山路', '乳山路', '福山路', '浦城路', '张杨路', '商城路'];

function placeOf(n: number): TextPlace {
  const road = roads[n % roads.length] ?? '崂山路';
  return {
    road,
    areaName: `${road.slice(0, 2)}${'一二三四五'[n % 5]}村`,
    address: `${road}${100 + (n % 40) * 7}弄${1 + (n % 30)}号`,
  };
}

describe('case texts', () => {
  test('3,000 of them hardly repeat and leave no slot open', () => {
    const random = createRandom(7);
    const texts = Array.from({ length: 3000 }, (_, n) =>
      caseText(
        random,
        random.pick(textKinds).typeCode,
        placeOf(random.int(0, 200)),
        n % 3 === 0 ? 'worker' : 'resident',
      ),
    );
    expect(new Set(texts.map((t) => t.description)).size).toBeGreaterThan(3000 * 0.995);
    expect(new Set(texts.map((t) => t.title)).size).toBeGreaterThan(900);
    for (const { title, description } of texts) {
      expect(title).not.toMatch(broken);
      expect(description).not.toMatch(broken);
      expect(title.length).toBeLessThanOrEqual(60);
      expect(description.length).toBeGreaterThanOrEqual(12);
      expect(description.length).toBeLessThanOrEqual(200);
    }
  });

  test('are unlike each other even of one kind at one door', () => {
    const random = createRandom(8);
    for (const kind of textKinds) {
      const texts = Array.from({ length: 100 }, () => caseText(random, kind.typeCode, placeOf(1)).description);
      expect(new Set(texts).size, kind.name).toBeGreaterThanOrEqual(98);
    }
  });

  test('are the same for the same seed and differ between kinds', () => {
    expect(caseText(createRandom(3), '06010', placeOf(1))).toEqual(caseText(createRandom(3), '06010', placeOf(1)));
    expect(caseText(createRandom(3), '06010', placeOf(1))).not.toEqual(caseText(createRandom(3), '06013', placeOf(1)));
  });

  test('refuse a type nobody wrote words for', () => {
    expect(() => getTextKind('99999')).toThrow('99999');
    expect(() => caseText(createRandom(1), '99999', placeOf(1))).toThrow();
  });

  test('every kind has enough of every slot, none twice', () => {
    expect(new Set(textKinds.map((kind) => kind.typeCode)).size).toBe(textKinds.length);
    expect(textKinds.length).toBeGreaterThanOrEqual(25);
    for (const kind of textKinds) {
      for (const slot of ['titles', 'spots', 'whats', 'effects', 'wishes', 'results'] as const) {
        expect(new Set(kind[slot]).size, `${kind.name} ${slot}`).toBe(kind[slot].length);
        expect(kind[slot].length, `${kind.name} ${slot}`).toBeGreaterThanOrEqual(5);
      }
    }
  });
});

describe('words along the way', () => {
  test('leave no slot open', () => {
    const random = createRandom(5);
    for (const { typeCode } of textKinds) {
      for (let n = 0; n < 40; n++) {
        const words = [
          handlingResult(random, typeCode),
          checkRemark(random, n % 2 === 0 ? 'passed' : 'failed'),
          ratingWords(random, (n % 5) + 1),
          returnReason(random, '城市管理综合行政执法队'),
          extensionReason(random),
          suspensionReason(random),
          urgeWords(random),
        ];
        for (const word of words) {
          expect(word.length).toBeGreaterThan(1);
          expect(word).not.toMatch(broken);
        }
      }
    }
  });

  test('praise comes with stars and blame without', () => {
    const random = createRandom(6);
    const high = new Set(Array.from({ length: 200 }, () => ratingWords(random, 5)));
    const low = new Set(Array.from({ length: 200 }, () => ratingWords(random, 1)));
    expect([...high].filter((words) => low.has(words))).toEqual([]);
  });
});
