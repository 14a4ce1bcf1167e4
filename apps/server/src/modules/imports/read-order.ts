import type { OrderFromElsewhere } from '../cases/index.ts';
import type { Located } from '../places/index.ts';
import { type CompiledMapping, plainWord } from './compile-mapping.ts';
import type { PlaceFinder } from './place-finder.ts';
import type { RowProblem } from './problem-words.ts';
import { readInstant } from './read-instant.ts';

/** What a row says of the person who called. */
export interface ReadCaller {
  name: string;
  phone: string | null;
  anonymous: boolean;
  wantsAnswer: boolean;
}

export interface ReadOrder {
  order: OrderFromElsewhere;
  caller: ReadCaller | null;
  /** The number of the order that this call presses; null for an order of its own. */
  chases: string | null;
}

export interface ReadContext {
  compiled: CompiledMapping;
  finder: PlaceFinder;
  /** Active units of the site by plain name. */
  unitIds: ReadonlyMap<string, string>;
  /** Types that take imports, by code; true = needs a place. */
  typeNeedsPlace: ReadonlyMap<string, boolean>;
  /** Chain of a point in its own system; null outside the site. */
  locate(point: NonNullable<OrderFromElsewhere['point']>): Located | null;
  now: Date;
  quiet: boolean;
}

const outcomes = ['solved', 'explained', 'partly', 'not-possible', 'declined'] as const;
const longestWords = 4000;

/** One row as an order, or everything that is wrong with it. Pure. */
export function readOrder(
  cells: readonly string[],
  context: ReadContext,
): { read: ReadOrder } | { problems: RowProblem[]; number: string } {
  const { compiled } = context;
  const problems: RowProblem[] = [];
  const wrong = (target: string, code: RowProblem['code'], value = '', heading = compiled.headingOf(target)) => {
    problems.push({ heading, code, params: value === '' ? {} : { value: value.slice(0, 60) } });
    return null;
  };
  const all = (target: string) => compiled.cellsOf(target, cells);
  const first = (target: string) => all(target)[0];

  const number = first('number')?.text ?? '';
  if (number === '') wrong('number', 'number-missing');
  if (number.length > 80) wrong('number', 'number-too-long');
  const reportedAt = timeOf('reported-at') ?? (first('reported-at') ? null : wrong('reported-at', 'time-missing'));
  const words = all('words')
    .map(({ text }) => text)
    .join('\n')
    .slice(0, longestWords);
  if (words === '') wrong('words', 'words-missing');
  const typeCode = typeOf();
  const unitId = unitOf();
  const point = pointOf();
  const place = typeCode === null ? null : placeOf(typeCode, point);
  const closed = closedOf(reportedAt);
  const caller = callerOf();
  const urgent = all('urgent').some(({ text, heading }) => yesOrNo('urgent', text, heading) === true);
  if (problems.length > 0 || !reportedAt || typeCode === null || !place) return { problems, number };
  const chased = first('chases')?.text;
  return {
    read: {
      order: {
        system: compiled.mapping.system,
        externalId: number,
        typeCode,
        located: place.located,
        point: place.point,
        address: all('address')
          .map(({ text }) => text)
          .join(' ')
          .slice(0, 200),
        words,
        form: Object.fromEntries(
          compiled.formKeys.flatMap((key) => {
            const texts = all(`form.${key}`).map(({ text }) => text);
            return texts.length > 0 ? [[key, texts.join(' › ')]] : [];
          }),
        ),
        urgent,
        unitId,
        channel: compiled.mapping.channel,
        reportedAt: reportedAt.toISOString(),
        status: '',
        closed,
        quiet: context.quiet,
      },
      caller,
      chases: chased ? numberWithin(chased, number) : null,
    },
  };

  function timeOf(target: string): Date | null {
    const cell = first(target);
    if (!cell) return null;
    const at = readInstant(cell.text);
    if (!at) return wrong(target, 'time-wrong', cell.text, cell.heading);
    return at.getTime() > context.now.getTime() ? wrong(target, 'time-future', cell.text, cell.heading) : at;
  }

  function typeOf(): string | null {
    const given = all('type');
    const found = given.flatMap(({ text }) => compiled.valueOf('type', text) ?? [])[0] ?? compiled.mapping.typeCode;
    const last = given.at(-1);
    if (found === null)
      return last ? wrong('type', 'type-unknown', last.text, last.heading) : wrong('type', 'type-missing');
    return context.typeNeedsPlace.has(found) ? found : wrong('type', 'type-closed', found);
  }

  function unitOf(): string | null {
    for (const { text, heading } of all('unit')) {
      const id = compiled.valueOf('unit', text) ?? context.unitIds.get(plainWord(text));
      if (id !== undefined) return id === '' ? null : id;
      if (compiled.mapping.unknownUnit === 'bad') return wrong('unit', 'unit-unknown', text, heading);
    }
    return null;
  }

  function pointOf(): OrderFromElsewhere['point'] {
    const [lng, lat] = [first('lng'), first('lat')];
    if (!lng || !lat) return null;
    const point = { lng: Number(lng.text), lat: Number(lat.text), crs: compiled.mapping.crs };
    const isOnEarth = Math.abs(point.lng) <= 180 && Math.abs(point.lat) <= 90 && point.lng !== 0;
    return isOnEarth ? point : wrong('lng', 'point-wrong', `${lng.text}, ${lat.text}`, lng.heading);
  }

  /** A point decides; then the area by name; then the address, and what the words say. Else the site, where the type allows it. */
  function placeOf(code: string, at: OrderFromElsewhere['point']) {
    const byPoint = at ? context.locate(at) : null;
    if (byPoint) return { located: byPoint, point: at };
    for (const { text, heading } of all('area')) {
      const mapped = compiled.valueOf('area', text) ?? text;
      const named = context.finder.byAreaName(mapped);
      if (named) return { located: named, point: null };
      if (compiled.valueOf('area', text) !== undefined) return wrong('area', 'area-unknown', text, heading);
    }
    const told = [...all('address'), ...all('words')].flatMap(({ text }) => context.finder.byAddress(text) ?? [])[0];
    if (told) return { located: told, point: null };
    const site = context.typeNeedsPlace.get(code) === true ? null : context.finder.site();
    return site ? { located: site, point: null } : wrong('address', 'place-unknown');
  }

  function closedOf(from: Date | null): OrderFromElsewhere['closed'] {
    const at = timeOf('closed-at');
    if (!at) return null;
    if (from && at < from) return wrong('closed-at', 'closed-before');
    const result = first('closed-result');
    const mapped = result ? (compiled.valueOf('closed-result', result.text) ?? result.text) : 'solved';
    const outcome = outcomes.find((one) => one === mapped);
    if (!outcome) return wrong('closed-result', 'result-unknown', result?.text, result?.heading);
    const said = all('closed-words')
      .map(({ text }) => text)
      .join('\n')
      .slice(0, longestWords);
    return { at: at.toISOString(), outcome, words: said === '' ? '—' : said };
  }

  function callerOf(): ReadCaller | null {
    const name = first('caller-name')?.text.slice(0, 40) ?? '';
    const phone = first('caller-phone')?.text.slice(0, 30) ?? '';
    const hidden = first('anonymous');
    const anonymous = hidden ? yesOrNo('anonymous', hidden.text, hidden.heading) === true : false;
    const wants = first('wants-answer');
    if (name === '' && phone === '' && !hidden) return null;
    return {
      name,
      phone: phone === '' ? null : phone,
      anonymous,
      wantsAnswer: wants ? yesOrNo('wants-answer', wants.text, wants.heading) !== false : true,
    };
  }

  function yesOrNo(target: 'anonymous' | 'wants-answer' | 'urgent', text: string, heading: string): boolean | null {
    const word = plainWord(compiled.valueOf(target, text) ?? text);
    if (/^(是|有|要|需要|y|yes|true|1|匿名|保密|紧急|加急|特急|次紧急)$/.test(word)) return word !== '次紧急';
    if (/^(否|无|不|不要|不需要|n|no|false|0|公开|实名|一般|普通|不紧急|不匿名|不保密)$/.test(word)) return false;
    wrong(target, 'answer-unknown', text, heading);
    return null;
  }
}

/** The number of another order inside a sentence such as “…已电子催单，工单编号：…，故归档”; null when it names none but its own. */
function numberWithin(text: string, own: string): string | null {
  if (!/催/.test(text) && text.length > 40) return null;
  const found =
    /(?:编号|单号)[:：为是]?\s*([\p{Script=Han}A-Za-z]{0,6}-?\d[\d-]{5,40}\d)/u.exec(text)?.[1] ?? bare(text);
  return found && found !== own ? found : null;
}

function bare(text: string): string | undefined {
  return /^[\p{Script=Han}A-Za-z]{0,6}-?\d[\d-]{5,40}\d$/u.exec(text.trim())?.[0];
}
