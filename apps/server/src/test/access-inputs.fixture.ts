import { newId } from '../platform/ids.ts';
import type { Street } from './small-street.ts';

/** Operations on a case beside `caseId`. */
export const onCase: Readonly<Record<string, object>> = {
  'decline-case': { reason: '不属于' },
  'dispatch-case': { to: { kind: 'pool', unitKind: 'department' } },
  'ask-void': { reason: '错报' },
  'decide-request': { grant: false, words: '再等等' },
  'supervise-case': { words: '请尽快' },
  'note-case': { words: '记一笔' },
  'contact-reporter': { reached: true, way: 'phone', words: '已联系' },
  'reveal-reporter': { reason: '需要上门联系' },
  'check-case': { pass: true },
  'tick-checklist': { ticked: ['nothing'] },
  'handle-case': { result: 'solved', words: '好了', photos: [] },
  'ask-extension': { reason: '等配件', until: '2026-03-30T02:00:00Z' },
  'ask-suspension': { reason: '等配件' },
  'rate-case': { rating: 5 },
  'reopen-case': { words: '没好' },
  'object-to-decline': { words: '不重复' },
};
/** Operations on the whole site. */
export const siteInputs: Readonly<Record<string, object>> = {
  'save-unit': { name: '新单位', kind: 'department', areaIds: [] },
  'switch-pack': { pack: 'closed-loop', active: true },
  'import-pack': { yaml: 'pack: x', dryRun: true },
  'import-holidays': { year: 2031, holidays: ['2031-01-01'], makeUpDays: [], source: '国务院通知' },
};
/** Operations that the role alone decides. */
export const roleInputs: Readonly<Record<string, (street: Street) => object>> = {
  'check-areas': (street) => ({ parentId: street.area.street.id }),
  'get-area': (street) => ({ areaId: street.area.west1.id }),
  'count-cases': () => ({ filters: [{}] }),
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
