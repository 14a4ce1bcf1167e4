const say = (zh: string) => ({ zh, en: zh });
const base = (code: string, name: string) => ({
  code,
  name: say(name),
  standard: { ref: 'local', kind: 'event', code: code.toUpperCase() },
  group: 'talk',
  reporters: ['resident'],
  visibility: 'private',
  evidence: { report: 0, handle: 0 },
  checking: { mode: 'none' },
  duplicates: { radiusMetres: 0, days: 0 },
  selfHandle: false,
  rating: { enabled: true, reopenDays: 15 },
  deadlines: { total: { value: 60, unit: 'day' } },
  stages: [
    {
      key: 'invite',
      name: say('约谈'),
      by: ['handler'],
      limit: { value: 1, unit: 'work-day' },
      outcomes: [{ key: 'come', label: say('都来'), to: 'talk' }],
    },
    {
      key: 'talk',
      name: say('面谈'),
      by: ['handler'],
      outcomes: [
        { key: 'agreed', label: say('谈成了'), to: 'handled', result: 'solved' },
        { key: 'failed', label: say('没谈成'), to: 'handled', result: 'not-possible', reason: true },
      ],
    },
  ],
});
const to = (unitKey: string) => [{ key: 'all', label: say('承办'), target: { to: 'unit', unitKey } }];

/** Kinds with a procedure: an ordinary one, one that waits for the desk, a sealed one. */
export const procedurePack = JSON.stringify({
  pack: 'test-procedures',
  version: 1,
  name: say('试程序'),
  description: say('试程序'),
  systems: ['C11'],
  caseTypes: [
    { ...base('p-talk', '试面谈'), dispatch: to('unit-greening') },
    base('p-open', '试待派'),
    { ...base('p-sealed', '试保密'), visibility: 'sealed', dispatch: to('unit-police') },
  ],
});
