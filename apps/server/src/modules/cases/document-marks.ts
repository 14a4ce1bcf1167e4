import { type CaseTypeDefinition, dayOf, type FormField } from '@linli/domain';
import type { Directory } from '../org/index.ts';
import type { ActionRow, CaseRow } from './load-case.ts';
import { thisRound } from './stage-walk.ts';

/** Every mark a paper of this case may hold, in Chinese as papers are: `{number}`, `{form.x}`, `{stage.agree.x}` … */
/** What fields name by id. */
type NamesInFields = Pick<Directory, 'units' | 'mediators' | 'rooms'>;

export function documentMarkValues(facts: {
  row: Pick<CaseRow, 'number' | 'words' | 'address' | 'form' | 'reported_at' | 'reporter_id'>;
  actions: readonly ActionRow[];
  type: CaseTypeDefinition;
  directory: NamesInFields;
  holder: string;
  placeName: string;
  now: Date;
}): ReadonlyMap<string, string> {
  const { row, actions, type, directory, now } = facts;
  const values = new Map<string, string>([
    ['number', row.number],
    ['year', dayOf(now).slice(0, 4)],
    ['date', dayInWords(dayOf(now))],
    ['words', row.words],
    ['place', [facts.placeName, row.address].filter(Boolean).join(' ')],
    ['holder', facts.holder],
    ['reportedOn', dayInWords(dayOf(row.reported_at))],
  ]);
  for (const field of type.form) values.set(`form.${field.key}`, fieldInWords(field, row.form[field.key], directory));
  // Later rows replace earlier ones: a stage taken twice stands as it was last. What was said before a reopening no longer holds.
  let left: unknown = null;
  for (const { kind, data, at, actor_id: actorId } of thisRound(actions)) {
    // Sent back by the check to where it was handled from: what was signed there is put forward anew.
    if (kind === 'check-fail') forgetSigned(values, type, left);
    if (kind === 'sign' && data.agrees === true) {
      const key = `stage.${String(data.stage)}.signers`;
      const who = actorId === row.reporter_id ? '申请人' : '另一方当事人';
      values.set(key, [values.get(key), `${who} ${timeInWords(at)}`].filter(Boolean).join('；'));
    }
    if (kind === 'handle' && typeof data.words === 'string') values.set('answer', data.words);
    if (kind !== 'advance') continue;
    const stage = type.stages.find(({ key }) => key === data.stage);
    if (!stage) continue;
    left = stage.key;
    const form = (data.form ?? {}) as Record<string, unknown>; // validated against the stage when it was taken
    for (const field of stage.form)
      values.set(`stage.${stage.key}.${field.key}`, fieldInWords(field, form[field.key], directory));
    const words = typeof data.words === 'string' ? data.words : '';
    values.set(`stage.${stage.key}.words`, words);
    values.set(`stage.${stage.key}.outcome`, stage.outcomes.find(({ key }) => key === data.outcome)?.label.zh ?? '');
    values.set(`stage.${stage.key}.date`, dayInWords(dayOf(at)));
    if (stage.signing?.on.includes(String(data.outcome)) === false) forgetSigned(values, type, stage.key);
    forgetSigned(values, type, data.to);
    if (words && (data.publish === true || data.to === 'handled')) values.set('answer', words);
  }
  return values;
}

/** Left unsigned or put before the parties anew, a text bears neither the day nor the names of the time before. */
function forgetSigned(values: Map<string, string>, type: CaseTypeDefinition, at: unknown): void {
  const stage = type.stages.find(({ key }) => key === at);
  if (!stage?.signing) return;
  for (const name of [...values.keys()]) if (name.startsWith(`stage.${stage.key}.`)) values.delete(name);
}

/** An answer as papers write it: options by their label, units by name, money in yuan, days in words. */
export function fieldInWords(field: FormField, value: unknown, directory: NamesInFields): string {
  if (value === undefined || value === null || value === '') return '';
  const label = (option: unknown) => field.options?.find((o) => o.value === option)?.label.zh ?? String(option);
  const unit = (id: unknown) => directory.units.get(String(id))?.name ?? '';
  switch (field.kind) {
    case 'select':
      return label(value);
    case 'multi-select':
      return Array.isArray(value) ? value.map(label).join('、') : '';
    case 'unit':
      return unit(value);
    case 'units':
      return Array.isArray(value) ? value.map(unit).join('、') : '';
    case 'mediator':
      return directory.mediators.get(String(value))?.name ?? '';
    case 'room': {
      const room = directory.rooms.get(String(value));
      return room ? [room.name, room.address].filter(Boolean).join(' ') : '';
    }
    case 'boolean':
      return value === true ? '是' : '否';
    case 'date':
      return dayInWords(String(value));
    case 'time':
      return timeInWords(new Date(String(value)));
    case 'money':
      return `人民币${(Number(value) / 100).toFixed(2)}元`;
    default:
      return String(value);
  }
}

/** 2026-03-09 → 2026年3月9日. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return year && month && date ? `${year}年${month}月${date}日` : day;
}

const clockFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function timeInWords(at: Date): string {
  return Number.isNaN(at.getTime()) ? '' : `${dayInWords(dayOf(at))} ${clockFormat.format(at)}`;
}
