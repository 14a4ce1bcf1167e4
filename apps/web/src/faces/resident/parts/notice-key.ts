/** The kinds of notice a resident is told in words of their own; anything else is “有新进展”. */
const TOLD = ['declined', 'merged', 'handled', 'closed', 'extended', 'suspended', 'resumed', 'void', 'joined'] as const;
/** Of their own data, with the noun before the deed. */
const TOLD_OF_DATA = [
  'rights-registered',
  'rights-needs-more',
  'rights-answered',
  'rights-asked-for-you',
  'correction-decided',
  'consent-given',
  'consent-withdrawn',
  'restriction-lifted',
  'guardian-asked',
  'guardian-refused',
  'guardian-set',
  'guardian-ended',
  'copy-made',
] as const;

/** `case.closed` → `closed`, `rights.answered` → `rights-answered`: the key of its words. */
export function noticeKey(kind: string): (typeof TOLD)[number] | (typeof TOLD_OF_DATA)[number] | 'other' {
  const bare = kind.replace(/^case\./, '');
  return TOLD.find((each) => each === bare) ?? TOLD_OF_DATA.find((each) => each === kind.replace('.', '-')) ?? 'other';
}

/** The page a notice leads to, besides a case: what may be asked about one's data, or the data themselves. */
export function noticePage(kind: string): '/my-rights' | '/my-data' | null {
  if (kind.startsWith('rights.') || kind.startsWith('consent.')) return '/my-rights';
  return /^(copy|restriction|guardian|correction)\./.test(kind) ? '/my-data' : null;
}
