/**
 * What any answer may say, and what the client says itself where something in between answered. Apart from the other words,
 * so that a page does not fetch every module's.
 */
export const generalErrorWords = {
  'sign-in-needed': {
    status: 401,
    zh: '请先登录再继续，已填的内容会保留。',
    en: 'Please sign in to continue. What you typed is kept.',
  },
  'not-allowed': {
    status: 403,
    zh: '您的岗位不能做这一步。如需办理，请联系本街道管理员。',
    en: 'Your post does not allow this step. Ask your street administrator if you need it.',
  },
  'not-found': {
    status: 404,
    zh: '没有找到，可能已被移走，或不在您的查看范围内。',
    en: 'Not found: it may have moved, or be outside what you may see.',
  },
  'body-too-large': { status: 413, zh: '提交的内容太大。', en: 'The submitted content is too large.' },
  'too-many-requests': {
    status: 429,
    zh: '操作太频繁，请{wait}后再试。',
    en: 'Too many attempts. Please try again in {wait}.',
  },
  'too-many-tries': {
    status: 429,
    zh: '尝试次数太多，为安全起见，请{wait}后再试。',
    en: 'Too many tries. To be safe, please wait {wait} before the next.',
  },
  broken: {
    status: 500,
    zh: '系统出了问题，我们已记录。如需帮助，请报编号 {id}。',
    en: 'Something went wrong on our side and was recorded. If you need help, give the number {id}.',
  },
  unavailable: {
    status: 503,
    zh: '系统正忙，请稍后再试，已填的内容会保留。',
    en: 'The system is busy. Please try again shortly; what you typed is kept.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type Language = 'zh-CN' | 'en';

/** Words for a code in the reader's language. Unknown params stay visible as `{name}`. */
export function wordsFor(
  words: { zh: string; en: string },
  language: Language,
  params: Record<string, string | number>,
): string {
  const text = language === 'en' ? words.en : words.zh;
  const known: Record<string, string | number> = { ...params, wait: waitOf(language, params.seconds) };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in known ? String(known[name]) : whole));
}

/** `{wait}`: seconds as people say them, rounded up so that nobody comes back too early. */
function waitOf(language: Language, seconds: string | number | undefined): string {
  if (typeof seconds !== 'number') return language === 'en' ? 'a moment' : '稍';
  const [size, zh, en] = units.find(([unit]) => seconds > unit * 1.5) ?? ([1, '秒', 'second'] as const);
  const count = Math.max(1, Math.ceil(seconds / size));
  return language === 'en' ? `${count} ${en}${count === 1 ? '' : 's'}` : `${count}${zh}`;
}

const units = [
  [3600, '小时', 'hour'],
  [60, '分钟', 'minute'],
] as const;
