/** Of the privacy desk; see `../error-words.ts`. */
export const privacyErrorWords = {
  'rights-act-not-now': {
    status: 409,
    zh: '这件申请现在不能做这一步，请刷新后再看。',
    en: 'This step is not open for the request now. Please look again.',
  },
  'rights-words-needed': { status: 409, zh: '请写明理由。', en: 'Please give the reasons.' },
  'rights-ground-needed': {
    status: 409,
    zh: '部分同意或不同意，须选定法律依据。',
    en: 'A refusal, or one in part, must name its legal ground.',
  },
  'rights-not-accepted': {
    status: 409,
    zh: '核验并受理之后才能同意。',
    en: 'It can be granted once it was verified and accepted.',
  },
  'rights-outcome-wrong': {
    status: 409,
    zh: '这件删除申请应答复“{zh}”：依法须保存的限制处理，其余的删除。',
    en: 'This deletion is to be answered “{en}”: what the law wants kept is restricted, the rest deleted.',
  },
  'rights-objection-late': {
    status: 409,
    zh: '答复已满 60 天，不能再提出异议，可以重新申请。',
    en: 'The answer is over 60 days old. Please make a new request.',
  },
  'rights-open-already': {
    status: 409,
    zh: '同样的申请正在办理，请在“我的权利”里查看。',
    en: 'The same request is being handled. See it under “My rights”.',
  },
  'rights-details-missing': {
    status: 409,
    zh: '请写明涉及哪些内容。',
    en: 'Please say what it is about.',
  },
  'guardian-needed': {
    status: 403,
    zh: '未满 14 周岁，须由监护人办理。',
    en: 'Under 14, a guardian has to do this.',
  },
  'consent-text-changed': {
    status: 409,
    zh: '同意书已经更新，请看过新的内容再决定。',
    en: 'The words have changed. Please read them again before you decide.',
  },
  'consent-given-already': { status: 409, zh: '已经同意过了。', en: 'This was agreed to already.' },
  'consent-not-given': { status: 409, zh: '没有可以撤回的同意。', en: 'There is no agreement to withdraw.' },
  'consent-evidence-needed': {
    status: 409,
    zh: '纸面或口头同意，须写明凭据或见证人。',
    en: 'Agreement on paper or by word needs its evidence or witness.',
  },
  'no-own-phone': {
    status: 409,
    zh: '这个账号没有手机号，请到居委会窗口办理。',
    en: 'This account has no telephone. Please come to the committee’s desk.',
  },
  'field-restricted': {
    status: 409,
    zh: '这一项已按本人要求限制处理，不能再登记。',
    en: 'The person asked to end the use of this field. It takes no new value.',
  },
  'restriction-none': {
    status: 409,
    zh: '这些内容没有被限制处理，请刷新后再看。',
    en: 'None of this is restricted now. Please look again.',
  },
  'copy-over': {
    status: 409,
    zh: '下载时间已过，请重新申请。',
    en: 'The time to fetch it is over. Please ask again.',
  },
} as const;
