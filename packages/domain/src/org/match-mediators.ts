/** A mediator of the register, as far as a choice among them asks. */
export interface MediatorFacts {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  /** Areas the committee serves; empty = the whole site. */
  readonly paths: readonly string[];
  readonly kinds: readonly string[];
  readonly languages: readonly string[];
}

/** What a case asks for; null = no wish. */
export interface MediatorWish {
  readonly kind: string | null;
  readonly language: string | null;
  readonly path: string;
}

export const mediatorReasons = [
  'speaks',
  'speaks-not',
  'takes-kind',
  'takes-kind-not',
  'same-area',
  'other-area',
  'whole-site',
  'none-open',
  'some-open',
] as const;
export type MediatorReason = (typeof mediatorReasons)[number];

export interface MediatorSuggestion {
  readonly mediator: MediatorFacts;
  readonly load: number;
  /** Why here in the list, the weightiest first. */
  readonly reasons: readonly MediatorReason[];
}

type Weighed = MediatorSuggestion & { readonly rank: readonly number[] };

/**
 * Mediators for a case, the most fitting first: who speaks the language asked for, who takes the kind of dispute, whose committee serves
 * the place (then the whole site, then another place), and of those who has fewest cases open. Nobody is left out: a person chooses.
 */
export function matchMediators(
  mediators: readonly MediatorFacts[],
  wish: MediatorWish,
  loadOf: (mediatorId: string) => number,
): MediatorSuggestion[] {
  return mediators
    .map((mediator): Weighed => {
      const speaks = wish.language === null || mediator.languages.includes(wish.language);
      const takes = wish.kind === null || mediator.kinds.includes(wish.kind);
      const near = nearness(mediator.paths, wish.path);
      const load = loadOf(mediator.id);
      const reasons: MediatorReason[] = [
        ...(wish.language === null ? [] : [speaks ? ('speaks' as const) : ('speaks-not' as const)]),
        ...(wish.kind === null ? [] : [takes ? ('takes-kind' as const) : ('takes-kind-not' as const)]),
        nearWords[near],
        load === 0 ? 'none-open' : 'some-open',
      ];
      return { mediator, load, reasons, rank: [speaks ? 0 : 1, takes ? 0 : 1, near, load] };
    })
    .sort((a, b) => compareRanks(a.rank, b.rank) || a.mediator.name.localeCompare(b.mediator.name, 'zh-CN'))
    .map(({ rank: _rank, ...suggestion }) => suggestion);
}

const nearWords = ['same-area', 'whole-site', 'other-area'] as const;

function nearness(paths: readonly string[], place: string): 0 | 1 | 2 {
  if (paths.length === 0) return 1;
  return paths.some((path) => place === path || place.startsWith(`${path}.`)) ? 0 : 2;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
