/** Of the registers; see `../error-words.ts`. */
export const registerErrorWords = {
  'subject-gone': {
    status: 409,
    zh: '这一条已不在册（已迁出、注销或已合并），不能再改。',
    en: 'This entry is no longer in force (left, ended or merged), so it cannot be changed.',
  },
  'subject-present': {
    status: 409,
    zh: '这一条仍然在册，不需要恢复。',
    en: 'This entry is in force; nothing to bring back.',
  },
  'subject-elsewhere': {
    status: 409,
    zh: '此人已在别处登记，请先由现居委会办理迁出，或联系合并。',
    en: 'This person is registered outside your area. Have them moved out there first.',
  },
  'event-day-wrong': {
    status: 409,
    zh: '日期不对：不能晚于今天，也不能早于登记开始或上一次检查的日期。',
    en: 'The day cannot lie ahead, nor before the entry began or the last check.',
  },
  'noun-wrong': { status: 409, zh: '这一类登记不能做这一步。', en: 'This step is not for this kind of entry.' },
  'home-not-let': {
    status: 409,
    zh: '这套房屋没有登记为出租。',
    en: 'This home is not registered as let.',
  },
  'mend-day-wrong': {
    status: 409,
    zh: '有不合格项时，请写明复查日期：今天起半年以内。',
    en: 'Where something fails, name the day to look again: from today, within half a year.',
  },
  'same-home': { status: 409, zh: '已经住在这一户房屋里。', en: 'They already live in this home.' },
  'not-same-home': {
    status: 409,
    zh: '两户不在同一套房屋里，不能合户。',
    en: 'The households are not in the same home.',
  },
  'members-wrong': {
    status: 409,
    zh: '请从本户现有成员中选择，且原户至少留一人。',
    en: 'Choose from the members there are; at least one must stay.',
  },
  'home-lived-in': { status: 409, zh: '还有人住在这里，不能注销。', en: 'People still live here.' },
  'relation-unknown': { status: 409, zh: '与户主关系代码不存在。', en: 'This relation to the head does not exist.' },
  'correction-pending': {
    status: 409,
    zh: '这一项已有一条更正申请在等待。',
    en: 'A correction of this field is waiting already.',
  },
  'correction-of-owner': {
    status: 403,
    zh: '这一项由登记它的部门答复，居委会不能代为答复。',
    en: 'The body that entered this answers for it. A committee cannot answer in its place.',
  },
  'correction-decided': { status: 409, zh: '这条更正申请已有结果。', en: 'This correction was decided already.' },
  'link-not-proved': {
    status: 409,
    zh: '信息核对不上，未能关联。请到居委会当面办理。',
    en: 'What you gave does not match, so nothing was linked. Please come to the committee.',
  },
  'guardian-unfit': {
    status: 409,
    zh: '监护人须是另一位在册的成年人，出生日期已登记，且本人没有监护人。',
    en: 'A guardian must be another person in force here, an adult whose birth is known, and under nobody’s guardianship.',
  },
  'guardian-not-justified': {
    status: 409,
    zh: '这种关系和证明不足以登记监护：未成年人的其他监护人要有居委会同意、指定或判决；成年人要有指定、判决或书面协议。',
    en: 'This relation and paper do not justify guardianship: for a minor others than family need consent, appointment or judgment; for an adult it takes appointment, judgment or agreement.',
  },
  'guardian-circular': {
    status: 409,
    zh: '被监护人自己还在监护别人，请先结束那些监护。',
    en: 'The ward is a guardian of somebody. End that guardianship first.',
  },
  'guardian-known': { status: 409, zh: '已经登记为监护人。', en: 'This guardian is entered already.' },
  'guardian-waits': {
    status: 409,
    zh: '已经登记，等待另一位工作人员确认。',
    en: 'This guardian is entered already and waits for somebody else to confirm.',
  },
  'guardian-not-waiting': {
    status: 409,
    zh: '没有等待确认的监护登记，可能已由他人处理。',
    en: 'No such guardian is waiting for an answer: somebody may have given it already.',
  },
  'guardian-too-many': {
    status: 409,
    zh: '监护人或被监护人太多，请先核对并结束不再有效的。',
    en: 'Too many guardians, or too many wards of one. Check and end those that are over.',
  },
  'guardian-none': { status: 409, zh: '没有有效的监护登记。', en: 'There is no such guardianship in force.' },
  'merge-not-alike': {
    status: 409,
    zh: '两条不是同一类登记，不能合并。',
    en: 'The two are not of one kind and cannot be merged.',
  },
  'merge-undone': { status: 409, zh: '这次合并已经撤销。', en: 'This merge was undone already.' },
  'pair-decided': { status: 409, zh: '这一对已经处理过了。', en: 'This pair was decided already.' },
  'component-class-unknown': {
    status: 409,
    zh: '标准里没有这个部件类别。',
    en: 'The standard has no such class of component.',
  },
  'component-class-misfit': {
    status: 409,
    zh: '部件类别与这件设施不符：国标里没有这类设施的，不编部件码。',
    en: 'This class is not what the thing is. What the standard does not list gets no component code.',
  },
  'code-taken': {
    status: 409,
    zh: '这个编码已有别的部件在用，请核对。',
    en: 'Another component has this code already. Please check it.',
  },
  'component-numbered': {
    status: 409,
    zh: '这个部件已有编码，编码不能更改。',
    en: 'This component has its code, which never changes.',
  },
} as const;
