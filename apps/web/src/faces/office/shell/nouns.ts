import type { Permission } from '@linli/domain';
import {
  BookOpenText,
  Building2,
  CalendarDays,
  ChartNoAxesColumn,
  ClipboardList,
  FileSignature,
  FileSpreadsheet,
  Flame,
  Hand,
  Handshake,
  HeartHandshake,
  HousePlus,
  Inbox,
  type LucideIcon,
  Map as MapIcon,
  Megaphone,
  MessagesSquare,
  NotebookTabs,
  PhoneIncoming,
  ScanEye,
  ScanSearch,
  Send,
  Shapes,
  ShieldCheck,
  Sparkles,
  Stamp,
  Tags,
  Workflow,
} from 'lucide-react';

/** The rail in four parts: what is owed, what it amounts to, who and what is here, what it stands on. */
export const nounGroups = {
  work: ['inbox', 'intake', 'desk', 'imports', 'approvals', 'checks', 'hands', 'calls', 'forms'],
  look: ['measures', 'procedures', 'hot-spots', 'topics', 'experience', 'sorting', 'tags'],
  people: ['registers', 'care', 'elderly', 'consents'],
  keep: ['partners', 'places', 'org', 'types', 'holidays', 'privacy', 'reveals'],
} as const;
export type NounGroup = keyof typeof nounGroups;
export type NounName = (typeof nounGroups)[NounGroup][number];

type Noun = { readonly icon: LucideIcon; readonly needs: readonly Permission[] };

/** The left rail: any one of `needs` opens a noun. */
export const nouns: Readonly<Record<NounName, Noun>> = {
  inbox: { icon: Inbox, needs: ['cases:read', 'cases:handle', 'cases:desk'] },
  intake: { icon: PhoneIncoming, needs: ['cases:desk', 'cases:handle'] },
  desk: { icon: Send, needs: ['cases:desk'] },
  imports: { icon: FileSpreadsheet, needs: ['cases:desk', 'registers:edit'] },
  approvals: { icon: Stamp, needs: ['cases:rule'] },
  checks: { icon: ScanSearch, needs: ['cases:check'] },
  calls: { icon: Megaphone, needs: ['cases:desk'] },
  experience: { icon: BookOpenText, needs: ['cases:read', 'cases:handle'] },
  forms: { icon: ClipboardList, needs: ['forms:fill', 'forms:file', 'forms:approve', 'forms:read'] },
  hands: { icon: Hand, needs: ['cases:read', 'cases:handle', 'cases:desk'] },
  topics: { icon: MessagesSquare, needs: ['cases:supervise'] },
  registers: { icon: NotebookTabs, needs: ['registers:read'] },
  care: { icon: HeartHandshake, needs: ['registers:care'] },
  elderly: { icon: HousePlus, needs: ['registers:care'] },
  partners: { icon: Handshake, needs: ['cases:read', 'org:edit'] },
  places: { icon: MapIcon, needs: ['places:edit', 'places:read'] },
  org: { icon: Building2, needs: ['org:read'] },
  types: { icon: Shapes, needs: ['types:read'] },
  holidays: { icon: CalendarDays, needs: ['types:edit'] },
  consents: { icon: FileSignature, needs: ['registers:edit'] },
  reveals: { icon: ScanEye, needs: ['reveals:read'] },
  privacy: { icon: ShieldCheck, needs: ['privacy:desk'] },
  measures: { icon: ChartNoAxesColumn, needs: ['measures:read'] },
  procedures: { icon: Workflow, needs: ['measures:read'] },
  sorting: { icon: Sparkles, needs: ['measures:read'] },
  'hot-spots': { icon: Flame, needs: ['measures:read'] },
  tags: { icon: Tags, needs: ['tags:read', 'tags:export'] },
};

/** The nouns that these permissions open, in the order of the rail. */
export function openNouns(permissions: readonly Permission[]): readonly NounName[] {
  return Object.values(nounGroups)
    .flat()
    .filter((name) => nouns[name].needs.some((need) => permissions.includes(need)));
}
