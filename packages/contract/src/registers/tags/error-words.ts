/** Of tags; see `error-words.ts`. */
export const tagErrorWords = {
  'tag-rule-invalid': { status: 409, zh: '规则写法不对：{zh}。', en: 'The rule is wrong: {en}.' },
  'tag-rule-unknown': {
    status: 409,
    zh: '规则里的“{name}”不是登记册的字段。',
    en: 'The rule names “{name}”, which is no field of the registers.',
  },
  'tag-level-low': {
    status: 409,
    zh: '敏感级别不能低于规则所用的字段，至少为{least}级。',
    en: 'A tag cannot be less sensitive than the fields of its rule: at least {least}.',
  },
  'tag-changed': {
    status: 409,
    zh: '这个标签刚被别人改过，请刷新后再试。',
    en: 'Somebody has just changed this tag. Refresh and try again.',
  },
  'tag-of-pack': {
    status: 409,
    zh: '这个标签来自功能包，内容只能随功能包更新，可以停用。',
    en: 'This tag comes from a pack and changes with it. It can be switched off.',
  },
  'tag-day-past': {
    status: 409,
    zh: '截止日期已经过去，请选今天或以后。',
    en: 'The last day has passed. Choose today or later.',
  },
  'tag-not-tried': {
    status: 409,
    zh: '请先试算这一版规则，看过会有多少变化后再启用。',
    en: 'Try this version of the rule first: see what it would change before it is switched on.',
  },
  'tag-not-by-hand': {
    status: 409,
    zh: '这个标签由规则产生或已停用，不能手工设置。',
    en: 'This tag is set by its rule, or is switched off: it cannot be set by hand.',
  },
  'nobody-to-export': {
    status: 409,
    zh: '在您可以查看名册的范围内，没有符合条件的对象。',
    en: 'Nobody fits in the areas whose registers you keep.',
  },
  'tag-export-decided': { status: 409, zh: '这份申请已经处理过了。', en: 'This request was decided already.' },
  'tag-export-same-person': {
    status: 409,
    zh: '不能审批自己的导出申请，请由另一人审批。',
    en: 'Another person has to decide on a list you asked for.',
  },
  'tag-export-closed': {
    status: 409,
    zh: '这份名单还没有批准，或已过下载期限。',
    en: 'This list is not approved, or its time is over.',
  },
} as const;
