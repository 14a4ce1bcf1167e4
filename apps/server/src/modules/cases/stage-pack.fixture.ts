import { importPack } from '@linli/contract';
import type { TestApp } from '../../test/test-app.ts';

const say = (zh: string) => ({ zh, en: zh });
const base = (code: string, name: string) => ({
  code,
  name: say(name),
  standard: { ref: 'local', kind: 'event', code: code.toUpperCase() },
  group: 'hand',
  reporters: ['resident', 'worker', 'desk', 'unit', 'committee'],
  visibility: 'private',
  needsPlace: true,
  evidence: { report: 0, handle: 0 },
  checking: { mode: 'none' },
  duplicates: { radiusMetres: 0, days: 0 },
  selfHandle: false,
  rating: { enabled: true, reopenDays: 15 },
  serviceHours: { from: '08:30', until: '17:30', days: 'work-days' },
});
const toGreening = [{ key: 'all', label: say('绿化'), target: { to: 'unit', unitKey: 'unit-greening' } }];

const summons = {
  ...base('t-summons', '试约请'),
  dispatch: toGreening,
  deadlines: { take: { value: 1, unit: 'work-day' }, total: { value: 20, unit: 'work-day' } },
  escalation: [{ clock: 'stage', afterMinutes: 0, notify: ['duty-chief'], action: 'escalate' }],
  stages: [
    {
      key: 'sign-in',
      name: say('签到'),
      by: ['handler'],
      limit: { value: 1, unit: 'work-day' },
      outcomes: [{ key: 'signed', label: say('已签到'), to: 'meet' }],
    },
    {
      key: 'meet',
      name: say('现场会'),
      by: ['handler'],
      form: [
        { key: 'minutes', kind: 'textarea', label: say('纪要'), required: true },
        { key: 'host', kind: 'text', label: say('东道主'), personal: true },
      ],
      evidence: 1,
      limit: { value: 3, unit: 'work-day' },
      meeting: { absences: 2 },
      duties: { typeCode: 't-duty' },
      told: say('已约好现场会'),
      outcomes: [
        { key: 'again', label: say('再开一次'), to: 'meet', reason: true },
        { key: 'agreed', label: say('已议定'), to: 'follow' },
      ],
    },
    {
      key: 'follow',
      name: say('跟进'),
      by: ['desk', 'duty-chief', 'handler'],
      notSameAs: ['meet'],
      told: say('正在落实'),
      outcomes: [
        { key: 'done', label: say('已落实'), to: 'handled', result: 'solved', childrenClosed: true, publish: true },
        { key: 'back', label: say('再议'), to: 'meet', reason: true },
      ],
    },
  ],
};

const duty = { ...base('t-duty', '试任务'), childOnly: true, deadlines: { handle: { value: 5, unit: 'work-day' } } };

const joint = {
  ...base('t-joint', '试会办'),
  dispatch: toGreening,
  deadlines: { total: { value: 20, unit: 'work-day' } },
  stages: [
    {
      key: 'decide',
      name: say('会办'),
      by: ['handler'],
      parts: { order: 'in-order', limit: { value: 2, unit: 'work-day' } },
      outcomes: [{ key: 'answered', label: say('已答复'), to: 'handled', result: 'explained' }],
    },
  ],
};

const waiting = {
  ...base('t-waiting', '试等候'),
  dispatch: toGreening,
  stages: [
    {
      key: 'wait',
      name: say('等候异议'),
      by: ['handler', 'system'],
      limit: { value: 2, unit: 'work-day' },
      onTimeout: 'silent',
      outcomes: [
        { key: 'silent', label: say('无异议'), to: 'end' },
        { key: 'objected', label: say('有异议'), to: 'wait' },
      ],
    },
    { key: 'end', name: say('办结'), by: ['handler'], outcomes: [{ key: 'done', label: say('办结'), to: 'handled' }] },
  ],
};

/** No overall term: what is promised is the stage's own. */
const stepwise = {
  ...base('t-stepwise', '试分步'),
  dispatch: toGreening,
  deadlines: { take: { value: 1, unit: 'work-day' } },
  stages: [
    {
      key: 'look',
      name: say('看现场'),
      by: ['handler'],
      limit: { value: 2, unit: 'work-day' },
      outcomes: [{ key: 'seen', label: say('已看'), to: 'tell' }],
    },
    {
      key: 'tell',
      name: say('答复'),
      by: ['handler'],
      outcomes: [{ key: 'told', label: say('已答复'), to: 'handled' }],
    },
  ],
};

const petition = {
  ...base('t-petition', '试信访'),
  group: 'voice',
  visibility: 'sealed',
  about: 'about',
  form: [{ key: 'about', kind: 'unit', label: say('反映对象') }],
  documents: [{ key: 'receipt', name: say('受理单'), title: '受理单', body: [{ text: '{number}' }] }],
  dispatch: [{ key: 'all', label: say('派出所'), target: { to: 'unit', unitKey: 'unit-police' } }],
  deadlines: { handle: { value: 5, unit: 'work-day' } },
};

/** A duty of a petition that may itself be about a unit. */
const sealedDuty = {
  ...base('t-sealed-duty', '试核查'),
  visibility: 'sealed',
  about: 'about',
  form: [{ key: 'about', kind: 'unit', label: say('核查对象') }],
  dispatch: [{ key: 'all', label: say('部门'), target: { to: 'pool', unitKind: 'department' } }],
  reporters: [...base('', '').reporters, 'import'],
  deadlines: { handle: { value: 5, unit: 'work-day' } },
};

const idea = { ...base('t-idea', '试建议'), group: 'voice', visibility: 'public', calls: true, dispatch: toGreening };

/** A pack with one kind for each thing a procedure can do, imported as an administrator would. */
export async function importStagePack(test: TestApp): Promise<void> {
  const admin = await test.staff('system-admin', 'street');
  const pack = {
    pack: 'test-stages',
    version: 1,
    name: say('试步骤'),
    description: say('试步骤'),
    systems: ['C4'],
    caseTypes: [summons, duty, joint, waiting, stepwise, petition, sealedDuty, idea],
  };
  const { problems } = await admin.call(importPack, { yaml: JSON.stringify(pack), dryRun: false });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
}
