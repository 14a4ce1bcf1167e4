import { newId } from '../platform/ids.ts';
import type { Street } from './small-street.ts';

/** Operations on a case beside `caseId`. */
export const onCase: Readonly<Record<string, object>> = {
  'decline-case': { reason: '不属于' },
  'dispatch-case': { to: { kind: 'pool', unitKind: 'department' } },
  'ask-void': { reason: '错报' },
  'advance-case': { stage: 'nowhere', outcome: 'nothing' },
  'split-case': {
    parts: [
      { unitId: newId(), lead: true },
      { unitId: newId(), lead: false },
    ],
  },
  'open-child-case': { typeCode: 'nothing', unitId: newId(), words: '核实' },
  'ask-exclusion': { ground: 'unreasonable', reason: '不合理' },
  'decide-request': { grant: false, words: '再等等' },
  'supervise-case': { words: '请尽快' },
  'note-case': { words: '记一笔' },
  'contact-reporter': { reached: true, way: 'phone', words: '已联系' },
  'add-caller': { name: '张三' },
  'answer-caller': { callerId: newId(), how: 'phone', words: '已答复' },
  'reveal-caller': { callerId: newId(), reason: '需要电话联系' },
  'reveal-reporter': { reason: '需要上门联系' },
  'check-case': { pass: true },
  'tick-checklist': { ticked: ['nothing'] },
  'handle-case': { result: 'solved', words: '好了', photos: [] },
  'ask-extension': { reason: '等配件', until: '2026-03-30T02:00:00Z' },
  'ask-suspension': { reason: '等配件' },
  'rate-case': { rating: 5 },
  'reopen-case': { words: '没好' },
  'object-to-decline': { words: '不重复' },
  'share-case': { partnerId: newId(), summary: '界河上有水草', ourPart: '东岸', theirPart: '西岸' },
  'tell-partner': { partnerId: newId(), words: '明早开工' },
};
const someMapping = { name: '对照', system: '12345', columns: [{ heading: '编号', to: 'number' }] };
/** Operations on the whole site. */
export const siteInputs: Readonly<Record<string, object>> = {
  'save-unit': { name: '新单位', kind: 'department', areaIds: [] },
  'save-call': {
    typeCode: 'nothing',
    topic: '公园怎么改',
    background: '三处待改造',
    ways: '手机提交',
    opensOn: '2026-03-16',
    closesOn: '2026-03-31',
  },
  'switch-pack': { pack: 'closed-loop', active: true },
  'save-partner': {
    name: '南街道',
    siteCode: 'south-town',
    baseUrl: 'https://south.example.cn',
    publicKey: 'A'.repeat(43),
    active: false,
  },
  'save-bulletin-schedule': { partnerId: newId(), every: 'week' },
  'import-pack': { yaml: 'pack: x', dryRun: true },
  'list-type-versions': { code: '06010' },
  'get-type-version': { code: '06010' },
  'get-case-type-draft': { code: '06010' },
  'save-case-type-draft': { code: '06010', yaml: 'code: x', revision: null, baseVersion: 1 },
  'discard-case-type-draft': { code: '06010', revision: 1 },
  'publish-case-type': { code: '06010', from: 'draft', version: 1, revision: 1 },
  'try-case-type': { code: '06010' },
  'propose-mapping': { importId: newId() },
  'save-mapping': { mapping: someMapping },
  'start-import': { importId: newId(), dryRun: true },
  'steer-import': { importId: newId(), to: 'pause' },
  'get-import': { importId: newId() },
  'push-order': { mapping: '没有的对照表', order: { 编号: '1' } },
  'save-sorting-settings': { floor: 0.4 },
  'import-holidays': { year: 2031, holidays: ['2031-01-01'], makeUpDays: [], source: '国务院通知' },
};
/** Operations that the role alone decides. */
export const roleInputs: Readonly<Record<string, (street: Street) => object>> = {
  'get-bulletin': () => ({ bulletinId: newId() }),
  'check-areas': (street) => ({ parentId: street.area.street.id }),
  'get-area': (street) => ({ areaId: street.area.west1.id }),
  'count-cases': () => ({ filters: [{}] }),
  'list-hot-spots': () => ({ typeCodes: ['06010'] }),
  'get-hand-figures': () => ({ from: '2026-03-01', until: '2026-03-16' }),
  'self-handle-case': (street) => ({
    typeCode: '06010',
    words: '看到垃圾',
    place: { ...street.area.east1.point, address: '' },
    done: '已清',
    before: [],
    after: [],
  }),
  'import-areas': () => ({
    geojson: '{"type":"FeatureCollection","features":[]}',
    level: 4,
    validFrom: '2026-04-01',
    dryRun: true,
  }),
  'import-divisions': () => ({ csv: 'code,name', validFrom: '2026-04-01', dryRun: true }),
  'import-place-list': () => ({ csv: 'code,name,level', validFrom: '2026-04-01', dryRun: true }),
};
/** Operations on one's own things. */
export const ownInputs: Readonly<Record<string, object>> = {
  'change-password': { current: 'wrong-password', next: 'another-password' },
  'save-view': { name: '我的', filter: {}, order: 'due' },
  'delete-view': { viewId: newId() },
  'read-notices': { noticeIds: 'all' },
};
