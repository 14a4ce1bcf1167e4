import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPackText, readTypeText } from './read-pack-text.ts';

const sound = `pack: own-pack
version: 1
name: { zh: 自建, en: Own }
description: { zh: 说明 }
systems: [C1]
caseTypes:
  - code: own-1
    name: { zh: 路灯, en: Lamp }
    standard: { ref: local, kind: event, code: LOC-01 }
    group: roads
    reporters: [resident]
    visibility: public
    form:
      - { key: pieces, kind: number, label: { zh: 几盏 } }
`;
const told = (text: string) =>
  readPackText(text).problems.map(({ line, column, path, code }) => `${line}:${column} ${path} ${code}`);

describe('positions of problems', () => {
  it('has none in a sound pack', () => {
    expect(readPackText(sound).pack?.caseTypes).toHaveLength(1);
    expect(told(sound)).toEqual([]);
  });

  it.each([
    [
      'a value, where it stands',
      sound.replace('visibility: public', 'visibility: hidden'),
      '12:17 caseTypes.0.visibility shape-invalid-value',
    ],
    [
      'a value inside braces',
      sound.replace('kind: number', 'kind: nummer'),
      '14:30 caseTypes.0.form.0.kind shape-invalid-value',
    ],
    [
      'an unknown key, at the key',
      sound.replace('group: roads', 'group: roads\n    synonym: [x]'),
      '11:5 caseTypes.0.synonym key-unknown',
    ],
    [
      'something missing, at what it is missing in',
      sound.replace('    group: roads\n', ''),
      '7:5 caseTypes.0.group shape-missing',
    ],
    ['something missing in a row', sound.replace('key: pieces, ', ''), '14:9 caseTypes.0.form.0.key shape-missing'],
    [
      'an empty value, at what follows its key',
      sound.replace('group: roads', 'group:'),
      '10:11 caseTypes.0.group shape-invalid-type',
    ],
    [
      'a merge key',
      sound.replace('group: roads', 'group: roads\n    <<: { icon: x }'),
      '11:5 caseTypes.0.<< yaml-merge-key',
    ],
    ['bad YAML', sound.replace('systems: [C1]', 'systems: [C1'), '6:1  yaml-unreadable'],
    ['a tab', sound.replace('    group', '\tgroup'), '10:1  yaml-unreadable'],
    ['an alias of nothing', sound.replace('[C1]', '*systems'), '5:10  yaml-unreadable'],
    ['a key twice', sound.replace('version: 1', 'version: 1\nversion: 2'), '3:1  yaml-unreadable'],
    ['two documents', `${sound}---\na: 1\n`, '15:1  yaml-unreadable'],
  ])('%s', (_name, text, problem) => {
    expect(told(text)).toContain(problem);
  });

  it('looks through an alias to where the content stands', () => {
    const text = `${sound.replace('{ zh: 路灯, en: Lamp }', '*name')}`.replace(
      'systems: [C1]',
      'systems: [C1]\nshared:\n  - &name\n    zh: 路灯\n    de: Lampe',
    );
    expect(told(text)).toEqual(['9:5 caseTypes.0.name.de key-unknown']);
  });

  it('counts lines the same with Windows line ends, a byte order mark and characters beyond the first plane', () => {
    const bad = sound.replace('visibility: public', 'visibility: hidden');
    const line = '12:17 caseTypes.0.visibility shape-invalid-value';
    expect(told(bad.replaceAll('\n', '\r\n'))).toEqual([line]);
    expect(told(`\ufeff${bad}`)).toEqual([line]);
    expect(told(bad.replace('路灯', '𠮷野家🏮\u202e\u0301'))).toEqual([line]);
    // 🏮 is two UTF-16 units.
    expect(told(sound.replace('{ zh: 路灯, en: Lamp }', '{ zh: 🏮, xx: Lamp }'))).toEqual([
      '8:21 caseTypes.0.name.xx key-unknown',
    ]);
  });

  it('gives all problems at once, in the order of the text', () => {
    const text = sound
      .replace('version: 1', 'version: x')
      .replace('local', 'lokal')
      .replace('kind: number', 'kind: select');
    expect(told(text)).toEqual([
      '2:10 version shape-invalid-type',
      '9:22 caseTypes.0.standard.ref shape-invalid-value',
    ]);
    expect(told(sound.replace('version: 1', 'version: x').replace('kind: number', 'kind: select'))).toEqual([
      '2:10 version shape-invalid-type',
      '14:9 caseTypes.0.form.0.options options-missing',
    ]);
  });

  it('says it in words of both languages', () => {
    const [problem] = readPackText(sound.replace('kind: number', 'kind: nummer')).problems;
    expect(problem?.words.zh).toMatch(/^只能是：text \| textarea/);
    expect(problem?.words.en).toMatch(/^Must be one of: text/);
  });

  it('refuses another code in a type', () => {
    const type = sound.slice(sound.indexOf('code:')).replaceAll('\n    ', '\n');
    expect(readTypeText(type, 'own-1').problems).toEqual([]);
    expect(readTypeText(type, 'own-2').problems).toMatchObject([
      { line: 1, column: 7, code: 'code-changed', detail: 'own-2' },
    ]);
  });
});

describe('hostile texts', () => {
  const bomb = `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from(
    { length: 12 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 10 }, () => `*a${i}`).join(', ')}]\n`,
  ).join('')}`;

  it.each([
    ['aliases that unfold without end', bomb, 'yaml-too-many-aliases'],
    ['an alias of itself', 'systems: &a [*a]', 'shape-'],
    ['fifty thousand aliases', `a: &a 1\nb: [${'*a,'.repeat(50_000)}]`, 'yaml-too-many-aliases'],
    ['a deep nest', '['.repeat(100_000), 'yaml-'],
    ['a deep nest that closes', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'yaml-too-deep'],
    ['deep maps', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), 'yaml-|shape-'],
    ['nothing', '', 'shape-'],
    ['only a comment', '# x', 'shape-'],
    ['a NUL', 'pack: "\\0"', 'shape-'],
    ['half a character', 'pack: "\\ud800"', 'shape-'],
    ['tags', 'pack: !!js/function "x"', 'shape-'],
    ['inherited names', '__proto__: { a: 1 }\nconstructor: 1\ntoString: 1', 'shape-|key-unknown'],
    ['a timestamp and numbers', 'pack: 2026-01-01\nversion: 0x1F\nsystems: [.nan, .inf, 1e400]', 'shape-'],
    ['keys that are lists', '? [a, b]\n: x', 'shape-'],
  ])('%s', (_name, text, code) => {
    const { pack, problems } = readPackText(text);
    expect(pack).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(500);
    expect(problems.some((each) => new RegExp(code).test(each.code))).toBe(true);
    expect(JSON.stringify(problems).isWellFormed()).toBe(true);
  });

  it('reads a huge pack, and a huge wrong one, in bounded time and answer', () => {
    const row = sound.slice(sound.indexOf('  - code'));
    const head = sound.slice(0, sound.indexOf('  - code'));
    const many = `${head}${Array.from({ length: 1500 }, (_, i) => row.replace('own-1', `own-${i}`)).join('')}`;
    expect(readPackText(many).pack?.caseTypes).toHaveLength(1500);
    expect(readPackText(many.replaceAll('visibility: public', 'visibility: x')).problems).toHaveLength(500);
  }, 30_000);

  it('never throws on spoilt packs, and every problem stands inside the text', () => {
    const spoil = fc
      .tuple(
        fc.nat(sound.length),
        fc.nat(12),
        fc.constantFrom('', '{', ']', ':', '*a', '&a ', '- ', '\t', '"', '\n', '🏮', '\u0000', '!!map ', '? '),
      )
      .map(([at, cut, put]) => sound.slice(0, at) + put + sound.slice(at + cut));
    fc.assert(
      fc.property(spoil, (text) => {
        const lines = text.split('\n');
        for (const { line, column } of readPackText(text).problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 400 },
    );
  });
});
