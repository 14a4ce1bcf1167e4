import { describe, expect, it } from 'vitest';
import { chooseType } from './chosen-type.ts';
import { testType } from './report.fixture.ts';
import { emptyDraft, isWorthKeeping, type ReportDraft } from './report-draft.ts';
import { missingParts, reportInput } from './report-input.ts';

const place = { lng: 121.5, lat: 31.2, address: '东方路1400弄8号' };
const full: ReportDraft = { ...emptyDraft, place, words: ' 垃圾堆在门口 ', spot: '三楼', visibility: 'private' };

describe('reportInput', () => {
  it('says the street’s address and the reporter’s own words for the spot', () => {
    expect(reportInput(full, testType(), ['h'])).toMatchObject({
      typeCode: '06010',
      words: '垃圾堆在门口',
      place: { lng: 121.5, lat: 31.2, address: '东方路1400弄8号 三楼' },
      photos: ['h'],
      visibility: 'private',
      anonymous: false,
    });
  });

  it('cuts an address at what the contract takes', () => {
    expect(reportInput({ ...full, spot: '长'.repeat(400) }, testType(), []).place?.address).toHaveLength(200);
  });

  it('asks for no secrecy where the type is secret already, and for no anonymity it does not allow', () => {
    const type = testType({ visibility: 'private', reporters: ['resident'] });
    const input = reportInput({ ...full, anonymous: true }, type, []);
    expect(input).not.toHaveProperty('visibility');
    expect(input.anonymous).toBe(false);
  });
});

describe('missingParts', () => {
  it.each<[string, Partial<ReportDraft>, Record<string, unknown>, string[]]>([
    ['nothing', {}, {}, []],
    ['one letter is no sentence', { words: '啊 ' }, {}, ['words']],
    ['no place', { place: null }, {}, ['place']],
    ['no place needed', { place: null }, { needsPlace: false }, []],
    ['photos', {}, { evidence: { report: 2, handle: 0 } }, ['photos']],
  ])('%s', (_, change, type, missing) => {
    expect(missingParts({ ...full, ...change }, testType(type))).toEqual(missing);
  });

  it('asks for a kind first of all', () => {
    expect(missingParts(emptyDraft, undefined)).toEqual(['words', 'type']);
  });
});

describe('chooseType', () => {
  const open = (changes: Record<string, unknown>) => ({
    version: 1,
    pack: 'closed-loop',
    active: true,
    mayReport: true,
    definition: testType(changes),
  });
  const rubbish = open({});
  const bins = open({ code: '06042', name: { zh: '垃圾站满溢' }, synonyms: ['垃圾房', '垃圾'] });
  const other = open({ code: 'loc-99', name: { zh: '其他' }, synonyms: [], group: 'other' });
  const types = [rubbish, bins, other];

  it('takes the likeliest kind the words speak of', () => {
    const { type, suggested } = chooseType({ ...emptyDraft, words: '垃圾房满了' }, types);
    expect([type?.code, suggested.map(({ code }) => code)]).toEqual(['06042', ['06042', '06010']]);
  });

  it('falls back on the general kind, where there is one', () => {
    const draft = { ...emptyDraft, words: '隔壁吵' };
    expect(chooseType(draft, types).type?.code).toBe('loc-99');
    expect(chooseType(draft, [rubbish]).type).toBeUndefined();
  });

  it('lets the server speak first when it is sure, and after the names when it is not', () => {
    const draft = { ...emptyDraft, words: '垃圾房满了' };
    const served = (belowFloor: boolean) => ({
      suggestions: [{ typeCode: '06010' }, { typeCode: 'gone' }],
      belowFloor,
    });
    expect(chooseType(draft, types, served(false)).type?.code).toBe('06010');
    expect(chooseType(draft, types, served(true)).type?.code).toBe('06042');
    expect(chooseType({ ...emptyDraft, words: '隔壁吵' }, types, served(true)).type?.code).toBe('loc-99');
    expect(chooseType({ ...draft, typeCode: '06042' }, types, served(false)).type?.code).toBe('06042');
  });

  it('keeps what was chosen, and forgets a kind that is closed now', () => {
    expect(chooseType({ ...emptyDraft, typeCode: '06042' }, types).type?.code).toBe('06042');
    expect(chooseType({ ...emptyDraft, typeCode: 'gone', words: '垃圾房' }, [bins]).type?.code).toBe('06042');
  });
});

it('keeps what would be a loss, and nothing else', () => {
  expect(isWorthKeeping(emptyDraft)).toBe(false);
  expect(isWorthKeeping({ ...emptyDraft, place })).toBe(false);
  expect(isWorthKeeping({ ...emptyDraft, words: '漏水' })).toBe(true);
  expect(isWorthKeeping({ ...emptyDraft, requestId: 'id' })).toBe(true);
});
