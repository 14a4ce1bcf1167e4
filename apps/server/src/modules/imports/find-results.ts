import { type ImportMapping, type ImportResultKey, stateWords } from '@linli/contract';
import type { CaseState } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Directory } from '../org/index.ts';
import type { ImportSite } from './policy.ts';

interface ResultRow {
  order: string;
  number: string;
  state: CaseState;
  unitId: string | null;
  result: string | null;
  rating: number | null;
  promisedAt: Date | null;
  closedAt: Date | null;
  handledAt: Date | null;
  words: string | null;
  contactedAt: Date | null;
  reached: boolean | null;
  contactWords: string | null;
  answeredAt: Date | null;
  /** The form filled in when it was handled. */
  closing: Record<string, unknown> | null;
}

export type Results = Readonly<Record<ImportResultKey, string>>;

const resultWords: Readonly<Record<string, string>> = {
  solved: '实际解决',
  explained: '解释说明',
  partly: '部分解决',
  'not-possible': '无法解决',
};

/** What was answered when the caller was called back, in the closing form. */
const calledBack: Readonly<Record<string, string>> = {
  satisfied: '满意',
  fairly: '基本满意',
  dissatisfied: '不满意',
  'not-reached': '未接通',
};

/** What became of the orders with these numbers, in the words of a result column; an order never taken up is left out, and one that became a sealed case. */
export async function findResults(
  db: Db,
  call: { site: ImportSite; mapping: ImportMapping; directory: Directory; numbers: readonly string[] },
): Promise<Map<string, Results>> {
  const { site, mapping, directory, numbers } = call;
  const { rows } =
    await sql<ResultRow>`select s.external_id as "order", c.number, c.state, c.target_unit_id as "unitId", c.result, c.rating,
      c.promised_at as "promisedAt", c.closed_at as "closedAt", h.at as "handledAt", h.data->>'words' as words, h.data->'form' as closing,
      k.at as "contactedAt", (k.data->>'reached')::boolean as reached, k.data->>'words' as "contactWords", a.at as "answeredAt"
    from case_source s join cases own on own.id = s.case_id join cases c on c.id = coalesce(own.merged_into, own.id)
    left join lateral (select at, data from case_action where case_id = c.id
      and (kind = 'handle' or (kind = 'advance' and data->>'to' = 'handled')) order by seq desc limit 1) h on true
    left join lateral (select at, data from case_action where case_id = c.id and kind = 'contact'
      order by (data->>'reached')::boolean desc, seq limit 1) k on true
    left join lateral (select max(answered_at) as at from case_caller where case_id = c.id and order_number = s.external_id) a on true
    where s.site_id = ${site.id} and s.system = ${mapping.system} and s.external_id = any(${[...numbers]}::text[])
      and c.visibility <> 'sealed'`.execute(db);
  const theirWords = new Map(
    mapping.values.flatMap(({ to, from, value }) => (to === 'closed-result' ? [[value, from] as const] : [])),
  );
  return new Map(
    rows.map((row) => {
      const isOver = row.handledAt !== null && !['accepted', 'dispatched', 'in-hand'].includes(row.state);
      const result = row.result ?? '';
      const contact = contactOf(row);
      const results: Results = {
        'case-number': row.number,
        state: stateWords[row.state].zh,
        unit: row.unitId ? (directory.units.get(row.unitId)?.name ?? '') : '',
        result: isOver ? (theirWords.get(result) ?? resultWords[result] ?? '') : '',
        'result-words': isOver ? (row.words ?? '') : '',
        'handled-at': isOver ? timeText(row.handledAt) : '',
        contacted: yesNo(contact.reached),
        'contacted-at': timeText(contact.at),
        'contact-words': contact.words,
        answered: timeText(row.answeredAt),
        satisfaction: satisfactionOf(row.rating) || (calledBack[String(row.closing?.satisfaction)] ?? ''),
        'on-time': row.closedAt && row.promisedAt ? yesNo(row.closedAt < row.promisedAt) : '',
      };
      return [row.order, results];
    }),
  );
}

/** What was recorded as contact; where nothing was, what the closing form says of it. */
function contactOf({ contactedAt, reached, contactWords, closing }: ResultRow): {
  reached: boolean | null;
  at: Date | null;
  words: string;
} {
  if (contactedAt !== null) return { reached: reached === true, at: contactedAt, words: contactWords ?? '' };
  const said = closing?.contactedFirst;
  if (typeof said !== 'boolean') return { reached: null, at: null, words: '' };
  const { contactedAt: at, notContacted: why } = closing ?? {};
  return {
    reached: said,
    at: said && typeof at === 'string' ? filledInstant(at) : null,
    words: !said && typeof why === 'string' ? why : '',
  };
}

/** An answer of the kind `time`: an instant, or a clock of the site. */
function filledInstant(text: string): Date | null {
  const at = new Date(/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}+08:00`);
  return Number.isNaN(at.getTime()) ? null : at;
}

function yesNo(value: boolean | null): string {
  if (value === null) return '';
  return value ? '是' : '否';
}

/** The hotline asks in words, we in stars: 4 and 5 are satisfied as in our own figures. */
function satisfactionOf(rating: number | null): string {
  if (rating === null) return '';
  if (rating >= 4) return '满意';
  return rating === 3 ? '基本满意' : '不满意';
}

function timeText(at: Date | null): string {
  if (at === null) return '';
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
