/** Of stages, task forces, duties, exclusions and themed calls; see `error-words.ts`. */
export const procedureErrorWords = {
  'stage-changed': {
    status: 409,
    zh: '事项已走到“{stage}”这一步，请刷新后再办。',
    en: 'The case now stands at “{stage}”. Refresh and go on from there.',
  },
  'stages-unfinished': {
    status: 409,
    zh: '这类事项按步骤办理，请在当前步骤中提交。',
    en: 'This kind of case is handled step by step: use the step it stands at.',
  },
  'outcome-unknown': {
    status: 409,
    zh: '这一步没有这个选项，请刷新后重选。',
    en: 'This step has no such way out. Refresh and choose again.',
  },
  'words-needed': { status: 409, zh: '请写明理由。', en: 'Please give the reason in words.' },
  'attendance-invalid': {
    status: 409,
    zh: '请为每个参加单位登记到场情况。',
    en: 'Record for every unit of the task force whether it came.',
  },
  'children-open': {
    status: 409,
    zh: '还有{count}件任务没有结案，暂不能走这一步。',
    en: '{count} duties are not closed yet, so this way is not open.',
  },
  'child-missing': {
    status: 409,
    zh: '这一步要另开的那件还没开，请先开出来。',
    en: 'The case this step opens has not been opened yet. Open it first.',
  },
  'file-incomplete': {
    status: 409,
    zh: '卷宗里还缺：{items}。补齐后再归档。',
    en: 'The file still lacks: {items}. Add them before closing it.',
  },
  'file-item-unknown': {
    status: 409,
    zh: '这类事项的卷宗没有这一项，请刷新后再试。',
    en: 'The file of this kind of case has no such item. Refresh and try again.',
  },
  'mediator-busy': {
    status: 409,
    zh: '调解员{name}在{from}至{until}已有安排，请换个时间或换人。',
    en: '{name} is already booked from {from} to {until}. Choose another time or another mediator.',
  },
  'room-busy': {
    status: 409,
    zh: '{name}在{from}至{until}已被预订，请换个时间或换个地方。',
    en: '{name} is already booked from {from} to {until}. Choose another time or another room.',
  },
  'sealed-not-for-role': {
    status: 409,
    zh: '这个岗位不经办、不派遣事项，不能授予查看保密事项的权限。',
    en: 'This post neither handles nor dispatches cases, so it cannot be let into sealed matters.',
  },
  'form-incomplete': {
    status: 409,
    zh: '表单里还有必填项没有填写，请补充后再提交。',
    en: 'Required fields of the form are missing. Fill them in and send it again.',
  },
  'parts-missing': {
    status: 409,
    zh: '请先确定参加办理的单位。',
    en: 'Name the units of the task force first.',
  },
  'about-cannot-handle': {
    status: 409,
    zh: '事项反映的就是这个单位，不能交由其办理。',
    en: 'The case is about this unit, so it cannot be given to it.',
  },
  'day-past': { status: 409, zh: '完成日期已经过去，请重新选择。', en: 'That day has passed. Choose a later one.' },
  'duty-not-asked': { status: 409, zh: '这一步不能派出任务。', en: 'No duties can be fixed at this step.' },
  'nothing-to-sign': {
    status: 409,
    zh: '现在没有要您签的文书。',
    en: 'There is nothing for you to sign now.',
  },
  'already-signed': {
    status: 409,
    zh: '您已经表过态了，只能签一次。要改请联系承办人。',
    en: 'You have already answered; each text is signed once. To change it, talk to whoever has the case.',
  },
  'invitation-unknown': {
    status: 409,
    zh: '没有这个邀请码，请对照短信或纸条再输一遍。',
    en: 'There is no such invitation. Compare it with the message or the note and type it again.',
  },
  'invitation-expired': {
    status: 409,
    zh: '邀请码已过期，请联系承办人重新发一个。',
    en: 'The invitation has expired. Ask whoever has the case for a new one.',
  },
  'invitation-used': {
    status: 409,
    zh: '邀请码已经用过了，一个码只能用一次。',
    en: 'The invitation has been used; each works once.',
  },
  'invitation-withdrawn': {
    status: 409,
    zh: '邀请已被收回，请联系承办人。',
    en: 'The invitation was taken back. Please talk to whoever has the case.',
  },
  'invitation-not-for-staff': {
    status: 403,
    zh: '工作账号不能作为当事人，请用本人手机号登录居民端再打开。',
    en: 'A staff account cannot be a party. Sign in with your own phone on the residents’ pages and open it again.',
  },
  'invitation-while-signing': {
    status: 409,
    zh: '这份文书该签的人已经签了，现在不能再加入。请联系承办人：可以在纸质件上签，或换一份新的再加入。',
    en: 'This paper has all the signatures it needs, so nobody can join now. Talk to whoever has the case: sign on paper, or join for a new text.',
  },
  'invitation-not-here': {
    status: 409,
    zh: '只有需要当事人签字的非公开事项才能邀请另一方。',
    en: 'Only to a private case in which the parties sign a paper can another party be invited.',
  },
  'invitations-full': {
    status: 409,
    zh: '已有{count}个邀请码没有用，请先收回不用的。',
    en: '{count} invitations are still open. Take back those not needed first.',
  },
  'signature-missing': {
    status: 409,
    zh: '请先在屏幕上签名。',
    en: 'Write your signature on the screen first.',
  },
  'signature-refused': {
    status: 409,
    zh: '有当事人表示不同意，不能算签好，请选没签成、再商量。',
    en: 'One of the parties does not agree, so it is not signed. Choose the way back and talk again.',
  },
  'parties-unsigned': {
    status: 409,
    zh: '还有当事人没签。请等各方在屏幕上签，或在纸上签好拍照上传，并勾选已在纸上签。',
    en: 'Not all parties have signed. Wait for them, or have the paper signed, photograph it and say so in the form.',
  },
  'part-unknown': {
    status: 409,
    zh: '您的单位在这件事项里没有待办的部分。',
    en: 'Your unit owes no part of this case.',
  },
  'part-not-yet': {
    status: 409,
    zh: '请等前面的单位答复后再办。',
    en: 'The units named before yours answer first.',
  },
  'callers-unanswered': {
    status: 409,
    zh: '还有来电人没有答复，请逐一答复后再办结。',
    en: 'Not everyone who called has been answered yet.',
  },
  'already-excluded': {
    status: 409,
    zh: '这件事项已不计入统计。',
    en: 'This case is already left out of the figures.',
  },
  'call-not-open': {
    status: 409,
    zh: '这次征集不在开放时间内，请改为一般建议提交。',
    en: 'This call is not open now. Send it as an ordinary suggestion.',
  },
} as const;
