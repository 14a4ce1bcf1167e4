import type { LocalText } from '../cases/form-field.ts';
import type { Role } from './roles.ts';

/** What a role is called in the two languages. Stories and lists name posts, never private persons. */
export const roleWords = {
  resident: { zh: '居民', en: 'Resident' },
  'grid-worker': { zh: '专职网格员', en: 'Grid worker' },
  'part-time-grid-worker': { zh: '兼职网格员', en: 'Part-time grid worker' },
  'building-leader': { zh: '楼组长', en: 'Building leader' },
  'second-building-leader': { zh: '第二楼组长', en: 'Second building leader' },
  'resident-group-leader': { zh: '居民小组长', en: 'Residents’ group leader' },
  'micro-grid-leader': { zh: '微网格长', en: 'Micro-grid leader' },
  'grid-leader': { zh: '网格长', en: 'Grid leader' },
  'committee-secretary': { zh: '居民区书记', en: 'Committee secretary' },
  dispatcher: { zh: '派遣员', en: 'Dispatcher' },
  'duty-chief': { zh: '值班长', en: 'Duty chief' },
  checker: { zh: '核查员', en: 'Checker' },
  'unit-lead': { zh: '单位负责人', en: 'Unit lead' },
  'unit-handler': { zh: '经办人', en: 'Handler' },
  commander: { zh: '指挥员', en: 'Commander' },
  'system-admin': { zh: '系统管理员', en: 'System administrator' },
  'security-admin': { zh: '安全管理员', en: 'Security administrator' },
  'audit-admin': { zh: '审计管理员', en: 'Audit administrator' },
} as const satisfies Record<Role, LocalText>;
