import type { Permission } from '@linli/domain';
import {
  Building2,
  ChartNoAxesColumn,
  Hand,
  Inbox,
  type LucideIcon,
  Map as MapIcon,
  PhoneIncoming,
  ScanSearch,
  Send,
  Shapes,
  Stamp,
} from 'lucide-react';

export const nounNames = [
  'inbox',
  'intake',
  'desk',
  'approvals',
  'checks',
  'hands',
  'places',
  'org',
  'types',
  'measures',
] as const;
export type NounName = (typeof nounNames)[number];

type Noun = { readonly icon: LucideIcon; readonly needs: readonly Permission[] };

/** The left rail: any one of `needs` opens a noun. */
export const nouns: Readonly<Record<NounName, Noun>> = {
  inbox: { icon: Inbox, needs: ['cases:read', 'cases:handle', 'cases:desk'] },
  intake: { icon: PhoneIncoming, needs: ['cases:desk'] },
  desk: { icon: Send, needs: ['cases:desk'] },
  approvals: { icon: Stamp, needs: ['cases:rule'] },
  checks: { icon: ScanSearch, needs: ['cases:check'] },
  hands: { icon: Hand, needs: ['cases:read', 'cases:handle', 'cases:desk'] },
  places: { icon: MapIcon, needs: ['places:edit', 'places:read'] },
  org: { icon: Building2, needs: ['org:read'] },
  types: { icon: Shapes, needs: ['types:read'] },
  measures: { icon: ChartNoAxesColumn, needs: ['measures:read'] },
};

/** The nouns that these permissions open, in the order of the rail. */
export function openNouns(permissions: readonly Permission[]): readonly NounName[] {
  return nounNames.filter((name) => nouns[name].needs.some((need) => permissions.includes(need)));
}
