/** Of forms, returns, asks and needs for data; see `error-words.ts`. */
export const formErrorWords = {
  'form-invalid': { status: 409, zh: '表单还不能用：{zh}。', en: 'The form is not sound yet: {en}.' },
  'form-changed': {
    status: 409,
    zh: '表单已被修改，请刷新后再改。',
    en: 'The form was changed meanwhile. Refresh and change it again.',
  },
  'form-ended': { status: 409, zh: '表单已停用。', en: 'The form has ended.' },
  'form-asked-already': {
    status: 409,
    zh: '“{name}”（{unit}）已收集{percent}%相同内容，请直接调取；确需再收，请写明理由。',
    en: '“{name}” of {unit} already collects {percent}% of this. Fetch it there; if it is needed all the same, give the reason.',
  },
  'form-not-permitted': {
    status: 409,
    zh: '准入清单中已没有这一事项，不能调取。',
    en: 'The item is no longer on the permitted list, so nothing can be fetched.',
  },
  'return-changed': { status: 409, zh: '这份表已有变化，请刷新。', en: 'The return has changed. Refresh.' },
  'return-closed': {
    status: 409,
    zh: '这份表现在不能这样办理。',
    en: 'That is not possible where the return stands now.',
  },
  'return-incomplete': {
    status: 409,
    zh: '还有{count}处待补；补上或注明无法获知后再核对。',
    en: '{count} cells are still asked: fill them in or say that they cannot be known.',
  },
  'reason-needed': { status: 409, zh: '请写明退回理由。', en: 'Please give the reason for sending it back.' },
  'same-person': { status: 409, zh: '不能审批自己提交的内容。', en: 'One cannot approve what one gave oneself.' },
  'answer-invalid': { status: 409, zh: '“{column}”的填写不对。', en: 'The answer for “{column}” is not right.' },
  'ask-settled': { status: 409, zh: '这条要求已处理。', en: 'This ask is settled already.' },
  'ask-day-ahead': { status: 409, zh: '提出日期不能晚于今天。', en: 'The day it was asked cannot lie ahead.' },
  'need-invalid': {
    status: 409,
    zh: '需求里有登记册没有或不能共享的内容：{problem}。',
    en: 'The need names what the registers do not have or may not share: {problem}.',
  },
  'condition-invalid': { status: 409, zh: '条件读不懂：{zh}。', en: 'The condition cannot be read: {en}.' },
  'need-day-past': {
    status: 409,
    zh: '截止日期已经过去，请选今天或以后。',
    en: 'The last day has passed. Choose today or later.',
  },
  'need-settled': { status: 409, zh: '这项共享需求已办结或不在有效期。', en: 'This need is settled, or not in force.' },
  'file-too-long': {
    status: 413,
    zh: '行数太多，一个文件最多{max}行，请按居民区分开调取。',
    en: 'Too many rows for one file; {max} at most. Fetch it committee by committee.',
  },
  'sharing-too-long': {
    status: 413,
    zh: '行数太多，一个文件最多{max}行，请用接口分页读取。',
    en: 'Too many rows for one file; {max} at most. Fetch them by pages.',
  },
  'template-refused': {
    status: 409,
    zh: '不能用作模板：请上传不带宏、5MB以内的 .xlsx 或 .docx 空表。',
    en: 'Not usable as a template: upload an empty .xlsx or .docx without macros, up to 5 MB.',
  },
} as const;
