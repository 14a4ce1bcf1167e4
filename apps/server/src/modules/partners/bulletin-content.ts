import type { BulletinContent } from '@linli/contract';
import type { CaseState, CaseTypeDefinition } from '@linli/domain';
import { sectionName } from './shared-case-view.ts';

export interface CountedCase {
  type_code: string;
  section: string | null;
  our_state: CaseState | null;
  our_state_at: Date | null;
  our_on_time: boolean | null;
  their_state: CaseState | null;
  their_state_at: Date | null;
  their_on_time: boolean | null;
}
type Row = BulletinContent['total'];
type Side = Row['sides'][number];

/**
 * Counts of shared cases by border section: how many, the state each side has them in, and of those a side closed within the period
 * how many it closed in time by its own clocks. Nothing over nothing is null.
 */
export function bulletinContent(
  cases: readonly CountedCase[],
  about: {
    sites: readonly [ours: string, theirs: string];
    period: { from: Date; until: Date };
    types: ReadonlyMap<string, CaseTypeDefinition>;
  },
): BulletinContent {
  const bySection = new Map<string | null, CountedCase[]>();
  for (const one of cases) bySection.set(one.section, [...(bySection.get(one.section) ?? []), one]);
  const count = (section: string | null, of: readonly CountedCase[]): Row => ({
    section,
    sectionName: nameOf(section, of, about.types),
    shared: of.length,
    sides: [side(about.sites[0], of.map(ours), about.period), side(about.sites[1], of.map(theirs), about.period)],
  });
  const sections = [...bySection].sort(([a], [b]) => order(a, b));
  const codes = [...new Set(cases.map((one) => one.type_code))].sort();
  return {
    types: codes.flatMap((code) => {
      const type = about.types.get(code);
      return type ? [{ code, name: type.name }] : [];
    }),
    rows: sections.map(([section, of]) => count(section, of)),
    total: count(null, cases),
  };
}

interface SideOfCase {
  state: CaseState | null;
  at: Date | null;
  onTime: boolean | null;
}
const ours = (one: CountedCase): SideOfCase => ({
  state: one.our_state,
  at: one.our_state_at,
  onTime: one.our_on_time,
});
const theirs = (one: CountedCase): SideOfCase => ({
  state: one.their_state,
  at: one.their_state_at,
  onTime: one.their_on_time,
});

function side(siteCode: string, cases: readonly SideOfCase[], period: { from: Date; until: Date }): Side {
  const states: Side['states'] = {};
  for (const { state } of cases) {
    const key = state ?? 'unknown';
    states[key] = (states[key] ?? 0) + 1;
  }
  const judged = cases.filter(
    ({ state, at, onTime }) =>
      state === 'closed' && onTime !== null && at !== null && at >= period.from && at < period.until,
  );
  const numerator = judged.filter(({ onTime }) => onTime === true).length;
  const denominator = judged.length;
  return {
    siteCode,
    states,
    onTime: { numerator, denominator, value: denominator === 0 ? null : numerator / denominator },
  };
}

function nameOf(section: string | null, of: readonly CountedCase[], types: ReadonlyMap<string, CaseTypeDefinition>) {
  const type = types.get(of[0]?.type_code ?? '');
  if (type) return sectionName(type, section);
  return section === null ? null : { zh: section, en: section };
}

/** Numbers inside names in their order; what names no section last. */
function order(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b, 'en', { numeric: true });
}
