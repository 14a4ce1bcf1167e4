import type { CaseState } from '@linli/domain';
import { exchangeErrorWords } from './exchange-error-words.ts';
import { formErrorWords } from './form-error-words.ts';
import { generalErrorWords } from './general-error-words.ts';
import { privacyErrorWords } from './privacy/error-words.ts';
import { procedureErrorWords } from './procedure-error-words.ts';
import { registerErrorWords } from './registers/error-words.ts';
import { tagErrorWords } from './registers/tags/error-words.ts';

/**
 * Every error the product can answer, with words for people. `{name}` is filled from the error's params.
 * A code never changes its meaning; words may.
 */
export const errorWords = {
  ...generalErrorWords,
  'input-invalid': {
    status: 400,
    zh: '有几处填写需要修改，已在下面标出。',
    en: 'Some fields need correcting; they are marked below.',
  },
  'areas-not-joinable': {
    status: 409,
    zh: '只有同一街道、现行的居民区才能联合。',
    en: 'Only residential areas in force, of one street, can be joined.',
  },
  'name-taken': {
    status: 409,
    zh: '这个名称已经有了，请换一个。',
    en: 'This name is already in use. Please choose another.',
  },
  'sign-in-failed': {
    status: 401,
    zh: '账号或密码不对，请再试一次。',
    en: 'The account or password is not right. Please try again.',
  },
  'code-wrong': {
    status: 401,
    zh: '验证码不对或已过期，请核对或重新获取。',
    en: 'The code is wrong or has expired. Check it or ask for a new one.',
  },
  'origin-refused': {
    status: 403,
    zh: '请求来自其他网站，已拒绝。请在本系统页面中操作。',
    en: 'The request came from another site and was refused. Please use this system’s own pages.',
  },
  'request-id-reused': {
    status: 409,
    zh: '同一个请求编号已用于另一项操作，请刷新后重试。',
    en: 'This request id was already used for something else. Refresh and try again.',
  },
  'wrong-state': {
    status: 409,
    zh: '事项现在的状态是“{state}”，不能做这一步。请刷新后再看。',
    en: 'The case is now “{state}”, so this step is not possible. Refresh and look again.',
  },
  'changed-meanwhile': {
    status: 409,
    zh: '刚刚有人先改动了，请刷新后再试。',
    en: 'Somebody changed it a moment ago. Refresh and try again.',
  },
  'handler-cannot-check': {
    status: 409,
    zh: '办理人不能核查自己办的事项，请由他人核查。',
    en: 'Whoever handled a case cannot check it. Somebody else must.',
  },
  'second-person-needed': {
    status: 409,
    zh: '这一步须由另一位人员确认，不能自己申请自己批准。',
    en: 'A second person must confirm this; you cannot approve your own request.',
  },
  'return-window-over': {
    status: 409,
    zh: '退单时限已过，请联系派遣员。',
    en: 'The time for returning has passed. Please contact the dispatcher.',
  },
  'returns-used-up': {
    status: 409,
    zh: '已退单{max}次，须由派遣员裁定，不能再退。',
    en: 'Returned {max} times already: the dispatcher rules now, no further return.',
  },
  'extension-used-up': { status: 409, zh: '延期次数已用完。', en: 'No further extension is possible.' },
  'extension-after-deadline': {
    status: 409,
    zh: '已过时限，不能再申请延期。',
    en: 'The deadline has passed; an extension can no longer be asked for.',
  },
  'request-pending': { status: 409, zh: '已有一项申请等待审批。', en: 'A request is already waiting for a decision.' },
  'no-request-pending': {
    status: 409,
    zh: '没有等待审批的申请，可能已被处理。',
    en: 'No request is waiting; it may have been decided already.',
  },
  'checklist-incomplete': {
    status: 409,
    zh: '清单里还有必做项没完成：{items}。',
    en: 'Required checklist items are not done: {items}.',
  },
  'evidence-missing': { status: 409, zh: '还需要{count}张照片。', en: '{count} more photo(s) are needed.' },
  'reopen-window-over': {
    status: 409,
    zh: '已超过{days}天，不能再反映“没解决”，请重新上报。',
    en: 'More than {days} days have passed. Please report anew.',
  },
  'already-rated': { status: 409, zh: '您已评价过。', en: 'You have already rated this.' },
  'already-objected': { status: 409, zh: '异议只能提出一次。', en: 'An objection can be raised only once.' },
  'already-joined': {
    status: 409,
    zh: '您已加入这件事项，有进展会通知您。',
    en: 'You have already joined this case and will be told of progress.',
  },
  'parts-unfinished': {
    status: 409,
    zh: '还有协办部门未完成，主办暂不能办结。',
    en: 'Some parts are not finished, so the lead cannot finish yet.',
  },
  'extension-too-long': {
    status: 409,
    zh: '延期不能超过原来的办理时限。',
    en: 'An extension cannot be longer than the first term.',
  },
  'extension-without-deadline': {
    status: 409,
    zh: '这类事项没有办理时限，不需要延期。',
    en: 'This kind of case has no handling deadline, so none to extend.',
  },
  'reporter-not-allowed': {
    status: 403,
    zh: '这一类事项不能由您的身份上报。',
    en: 'This kind of case cannot be reported by you.',
  },
  'rating-off': { status: 409, zh: '这一类事项不评价。', en: 'This kind of case is not rated.' },
  'self-handle-off': {
    status: 409,
    zh: '这一类事项不能自行处置。',
    en: 'This kind of case cannot be handled on the spot.',
  },
  'target-invalid': { status: 409, zh: '请重新选择派往的单位或岗位。', en: 'Choose again where to send it.' },
  'unknown-item': {
    status: 409,
    zh: '清单已更新，请刷新后再勾选。',
    en: 'The checklist has changed. Refresh and tick again.',
  },
  'type-not-open': { status: 409, zh: '这一类事项暂未开放上报。', en: 'This kind of case is not open for reports.' },
  'place-outside': {
    status: 409,
    zh: '这个地点不在本街道范围内，请在地图上重新选择。',
    en: 'This place lies outside the street. Please choose again on the map.',
  },
  'place-needed': { status: 400, zh: '请在地图上选择地点。', en: 'Please choose a place on the map.' },
  'calendar-year-missing': {
    status: 503,
    zh: '{year}年的节假日安排尚未录入，无法推算时限。请联系系统管理员导入。',
    en: 'The holiday table for {year} is missing, so deadlines cannot be computed. Ask the administrator to import it.',
  },
  'areas-problem': {
    status: 409,
    zh: '边界有{count}处重叠或空缺，请修改后再保存。',
    en: 'The boundaries have {count} overlaps or gaps. Correct them before saving.',
  },
  'areas-not-adjacent': {
    status: 409,
    zh: '这些区域不相邻，不能合并。',
    en: 'These areas do not touch, so they cannot be merged.',
  },
  'split-line-misses': {
    status: 409,
    zh: '分割线没有完整穿过这块区域，请从边界外画到边界外。',
    en: 'The line does not cross the whole area. Draw it from outside to outside.',
  },
  'administrators-apart': {
    status: 409,
    zh: '系统管理员、安全管理员、审计管理员须由三个人分别担任。',
    en: 'System, security and audit administrators must be three different people.',
  },
  'own-account': {
    status: 409,
    zh: '这是您自己的账号。改密码请点左下角的钥匙；停用请找另一位安全管理员。',
    en: 'This is your own account. Change its password by the key at the bottom left; to close it ask another security administrator.',
  },
  'administrator-password': {
    status: 409,
    zh: '管理员的密码不能在这里重设，以免一人兼掌三员。请掌管服务器的人运行 npm run reset-password。',
    en: 'The password of an administrator is not reset here, so that nobody holds two of the three offices. Ask who runs the server: npm run reset-password.',
  },
  'holding-overlaps': {
    status: 409,
    zh: '此人在这段时间已任该岗位。',
    en: 'This person already holds the post in that time.',
  },
  'file-too-large': { status: 413, zh: '文件太大，最大{max}MB。', en: 'The file is too large; the limit is {max} MB.' },
  'photo-too-large': {
    status: 413,
    zh: '照片尺寸太大，最大{megapixels}百万像素，请缩小后再传。',
    en: 'The photo has too many pixels; the limit is {megapixels} million. Make it smaller and try again.',
  },
  'file-type-unsupported': {
    status: 415,
    zh: '不支持这种文件，请用 JPG、PNG 或 WebP 照片。',
    en: 'This kind of file is not supported. Use JPG, PNG or WebP.',
  },
  'file-heic': {
    status: 415,
    zh: '暂不支持 HEIC 照片，请在手机相机设置里选择“兼容性最佳”后重拍。',
    en: 'HEIC photos are not supported. Choose “most compatible” in the camera settings.',
  },
  'file-broken': {
    status: 422,
    zh: '照片打不开，可能已损坏，请换一张。',
    en: 'The photo cannot be opened; it may be damaged. Please choose another.',
  },
  ...formErrorWords,
  ...privacyErrorWords,
  ...procedureErrorWords,
  ...tagErrorWords,
  ...exchangeErrorWords,
  ...registerErrorWords,
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ErrorCode = keyof typeof errorWords;

/** Problems of single fields; `code` comes from the schema check. */
export const fieldWords = {
  required: { zh: '请填写', en: 'Please fill this in' },
  'too-short': { zh: '至少{min}个字', en: 'At least {min} characters' },
  'too-long': { zh: '最多{max}个字', en: 'At most {max} characters' },
  'too-small': { zh: '不能小于{min}', en: 'Must be at least {min}' },
  'too-big': { zh: '不能大于{max}', en: 'Must be at most {max}' },
  'wrong-format': { zh: '格式不对', en: 'The format is not right' },
  'not-an-option': { zh: '请从列出的选项中选择', en: 'Choose one of the options' },
  unknown: { zh: '不认识的字段', en: 'Unknown field' },
  'moved-on': {
    zh: '您看过之后已改为“{now}”，请核对；仍要改的话再交一次',
    en: 'It has become “{nowEn}” since you read it. Check, and send again if it is still to change',
  },
  invalid: { zh: '填写有误', en: 'Not valid' },
} as const;
export type FieldCode = keyof typeof fieldWords;

export interface FieldProblem {
  /** Dotted path into the input, e.g. `form.floor`. */
  path: string;
  code: FieldCode;
  params: Record<string, string | number>;
  message: string;
}

/** The body of every answer that is not 2xx. */
export interface ErrorBody {
  error: {
    code: ErrorCode;
    params: Record<string, string | number>;
    message: string;
    id: string;
    fields?: FieldProblem[];
    state?: string;
    allowed?: string[];
  };
}

/** States of a case in words, for errors and lists. */
export const stateWords = {
  reported: { zh: '已上报', en: 'reported' },
  accepted: { zh: '已受理', en: 'accepted' },
  dispatched: { zh: '已派单', en: 'dispatched' },
  'in-hand': { zh: '办理中', en: 'in hand' },
  suspended: { zh: '挂账中', en: 'suspended' },
  handled: { zh: '待核查', en: 'handled' },
  closed: { zh: '已结案', en: 'closed' },
  declined: { zh: '不予受理', en: 'declined' },
  merged: { zh: '已合并', en: 'merged' },
  void: { zh: '已作废', en: 'void' },
} as const satisfies Record<CaseState, { zh: string; en: string }>;
