import type { CaseEventData } from '../cases/index.ts';

/** Who is told. `named` are the roles an escalation step names; `handler` among them is who has the case; `parts` the units of the task force, `part` the one the row names; `joined`: whom the report named as joining. */
export type Audience =
  | 'reporters'
  | 'first-reporter'
  | 'holder'
  | 'named'
  | 'duty-chief'
  | 'dispatcher'
  | 'parts'
  | 'part'
  | 'joined';

export interface NoticeRule {
  kind: string;
  to: Audience;
  /** Told by a channel outside too when still unread after so many minutes; absent = only in the product. */
  unreadMinutes?: number;
  /** With the words the type has for the reporter where the case now stands. */
  withTold?: true;
}

/** What the journal row means to whom, besides its kind. */
type Fitting = (data: CaseEventData, facts: { checkedByReporter: boolean; hasTold: boolean }) => readonly NoticeRule[];

const closed: NoticeRule = { kind: 'case.closed', to: 'reporters', unreadMinutes: 60 };
const toHolder = (kind: string, unreadMinutes?: number): NoticeRule =>
  unreadMinutes === undefined ? { kind, to: 'holder' } : { kind, to: 'holder', unreadMinutes };
const told: NoticeRule = { kind: 'case.stage', to: 'reporters', withTold: true };
const handled: Fitting = (data, { checkedByReporter }) => {
  if (data.state === 'closed') return [closed];
  return checkedByReporter ? [{ kind: 'case.handled', to: 'reporters', unreadMinutes: 60 }] : [];
};
const toReporters = (kind: string): NoticeRule => ({ kind, to: 'reporters' });

/**
 * Few on purpose: reporters hear how it ends and what changes the promised time, holders what lands on their table or goes wrong,
 * chiefs what waits for them. Kinds of rows not named here tell nobody.
 */
export const noticeRules: Readonly<Record<string, Fitting>> = {
  // One of a long table taken over at once: whoever has it finds all of them in the inbox.
  'case.dispatched': ({ of }) => (of.quiet === true ? [] : [toHolder('case.dispatched', 10)]),
  'case.returned': () => [
    { kind: 'case.returned', to: 'dispatcher' },
    { kind: 'case.returned', to: 'duty-chief' },
  ],
  'case.declined': () => [{ kind: 'case.declined', to: 'reporters', unreadMinutes: 60 }],
  'case.objected': () => [{ kind: 'case.objected', to: 'duty-chief' }],
  'case.merged': () => [toReporters('case.merged')],
  'case.taken': (_data, { hasTold }) => (hasTold ? [told] : []),
  'case.handled': handled,
  'case.stage-advanced': (data, facts) => [
    ...(data.of.to === 'handled' ? handled(data, facts) : []),
    ...(data.of.to !== 'handled' && facts.hasTold ? [told] : []),
    // A unit that stayed away too often: those who must see to it hear as of any supervision.
    ...(data.of.supervised === true
      ? [toHolder('case.supervised', 10), { kind: 'case.supervised', to: 'duty-chief' } as const]
      : []),
  ],
  'case.joined': ({ of }) => {
    if (of.invited === true) return [toHolder('case.joined'), { kind: 'case.joined', to: 'first-reporter' }];
    // Who came over by a merge is told of the merge.
    return of.mergedId === undefined ? [{ kind: 'case.named', to: 'joined' }] : [];
  },
  'case.signed': () => [toHolder('case.signed')],
  'case.split': () => [{ kind: 'case.part', to: 'parts', unreadMinutes: 10 }],
  'case.overdue': ({ of }) => (typeof of.unitId === 'string' ? [{ kind: 'case.part-overdue', to: 'part' }] : []),
  'case.check-passed': () => [closed],
  'case.check-failed': () => [toHolder('case.check-failed')],
  'case.reopened': () => [toHolder('case.reopened'), { kind: 'case.reopened', to: 'duty-chief' }],
  'case.urged': () => [toHolder('case.urged')],
  // A ladder that supervises escalates too: those it names hear that one.
  'case.supervised': () => [toHolder('case.supervised', 10)],
  'case.extension-asked': () => [{ kind: 'case.asked', to: 'duty-chief' }],
  'case.suspension-asked': () => [{ kind: 'case.asked', to: 'duty-chief' }],
  'case.void-asked': () => [{ kind: 'case.asked', to: 'duty-chief' }],
  'case.exclusion-asked': () => [{ kind: 'case.asked', to: 'duty-chief' }],
  'case.request-granted': ({ of }) => {
    const reporterKind = { extension: 'case.extended', suspension: 'case.suspended', void: 'case.void' }[
      String(of.request)
    ];
    return [toHolder('case.granted'), ...(reporterKind ? [toReporters(reporterKind)] : [])];
  },
  'case.request-refused': () => [toHolder('case.refused')],
  'case.resumed': () => [toReporters('case.resumed')],
  'case.reminded': () => [{ kind: 'case.remind', to: 'named', unreadMinutes: 30 }],
  'case.escalated': () => [{ kind: 'case.escalated', to: 'named', unreadMinutes: 30 }],
};
