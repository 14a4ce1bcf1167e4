import type { PastRequest } from './read-requests.ts';
import { type Terms, typeKey } from './read-terms.ts';
import { stableId } from './stable-id.ts';

const packName = 'replay-baltimore';

/** The code of a type: two agencies may use one name for different things, with different terms. */
export function typeCodeOf(agency: string, type: string): string {
  const words = type
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 24);
  return `balt-${words || 'type'}-${stableId(agency, type).slice(0, 6)}`;
}

/**
 * A pack with one type for each agency and type of the file. Terms are calendar days; as clock hours (24 a day), because the unit
 * `day` moves an end on a Chinese holiday and refuses, rightly, years without a holiday table, and these are of another country.
 */
export function planPack(requests: readonly PastRequest[], terms: Terms): string {
  const types = new Map(requests.map((r) => [typeCodeOf(r.agency, r.type), r]));
  const caseTypes = [...types].map(([code, { agency, type }]) => {
    const days = terms.get(typeKey(agency, type));
    return {
      code,
      name: { zh: type, en: type },
      standard: { ref: 'local', kind: 'event', code },
      group:
        agency
          .toLowerCase()
          .replace(/[^a-z]+/g, '-')
          .replace(/^-|-$/g, '')
          .slice(0, 30) || 'other',
      // Only an import brings them: nobody is offered them in a form.
      reporters: ['import'],
      visibility: 'public',
      needsPlace: false,
      accept: 'desk',
      deadlines: days === undefined ? {} : { total: { value: days * 24, unit: 'urgent-hour' } },
      evidence: { report: 0, handle: 0 },
      checking: { mode: 'none', samplePercent: 100 },
      rating: { enabled: false, reopenDays: 0 },
      selfHandle: false,
    };
  });
  const pack = {
    pack: packName,
    version: 1,
    name: { zh: '巴尔的摩 311 回放', en: 'Baltimore 311 replay' },
    description: {
      zh: '用真实的外来工单检验闭环与时限。',
      en: 'Real requests of another city, to prove the loop and its clocks.',
    },
    systems: ['replay'],
    caseTypes: caseTypes.sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
  return JSON.stringify(pack); // JSON is YAML
}
