import type { Permission } from '@linli/domain';
import {
  BookOpenText,
  Building2,
  CalendarDays,
  ChartNoAxesColumn,
  FileSpreadsheet,
  Flame,
  Hand,
  Handshake,
  Inbox,
  type LucideIcon,
  Map as MapIcon,
  Megaphone,
  MessagesSquare,
  PhoneIncoming,
  ScanSearch,
  Send,
  Shapes,
  Sparkles,
  Stamp,
  Workflow,
} from 'lucide-react';

/** The rail in three parts: what is owed, what it amounts to, what it stands on. */
export const nounGroups = {
  work: ['inbox', 'intake', 'desk', 'imports', 'approvals', 'checks', 'hands', 'calls'],
  look: ['measures', 'procedures', 'hot-spots', 'topics', 'experience', 'sorting'],
  keep: ['partners', 'places', 'org', 'types', 'holidays'],
} as const;
export type NounGroup = keyof typeof nounGroups;
export type NounName = (typeof nounGroups)[NounGroup][number];

type Noun = { readonly icon: LucideIcon; readonly needs: readonly Permission[] };

/** The left rail: any one of `needs` opens a noun. */
export const nouns: Readonly<Record<NounName, Noun>> = {
  inbox: { icon: Inbox, needs: ['cases:read', 'cases:handle', 'cases:desk'] },
  intake: { icon: PhoneIncoming, needs: ['cases:desk'] },
  desk: { icon: Send, needs: ['cases:desk'] },
  imports: { icon: FileSpreadsheet, needs: ['cases:desk'] },
  approvals: { icon: Stamp, needs: ['cases:rule'] },
  checks: { icon: ScanSearch, needs: ['cases:check'] },
  calls: { icon: Megaphone, needs: ['cases:desk'] },
  experience: { icon: BookOpenText, needs: ['cases:read', 'cases:handle'] },
  hands: { icon: Hand, needs: ['cases:read', 'cases:handle', 'cases:desk'] },
  topics: { icon: MessagesSquare, needs: ['cases:supervise'] },
  partners: { icon: Handshake, needs: ['cases:read', 'org:edit'] },
  places: { icon: MapIcon, needs: ['places:edit', 'places:read'] },
  org: { icon: Building2, needs: ['org:read'] },
  types: { icon: Shapes, needs: ['types:read'] },
  holidays: { icon: CalendarDays, needs: ['types:edit'] },
  measures: { icon: ChartNoAxesColumn, needs: ['measures:read'] },
  procedures: { icon: Workflow, needs: ['measures:read'] },
  sorting: { icon: Sparkles, needs: ['measures:read'] },
  'hot-spots': { icon: Flame, needs: ['measures:read'] },
};

/** The nouns that these permissions open, in the order of the rail. */
export function openNouns(permissions: readonly Permission[]): readonly NounName[] {
  return Object.values(nounGroups)
    .flat()
    .filter((name) => nouns[name].needs.some((need) => permissions.includes(need)));
}
