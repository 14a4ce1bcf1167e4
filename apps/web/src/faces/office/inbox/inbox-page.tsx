import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/state-views.tsx';
import { openNouns } from '../shell/nouns.ts';
import { useSession } from '../shell/use-session.ts';
import type { BuiltInView } from './built-in-views.ts';
import { type InboxSearch, readInboxSearch } from './inbox-search.ts';
import { InboxView } from './inbox-view.tsx';

/** Everything that must be answered, in one list. */
export function InboxPage() {
  return <AddressedInbox />;
}

/** Extensions, suspensions and voids that wait for a decision. */
export function ApprovalsPage() {
  return <AddressedInbox fixedView="to-decide" />;
}

/** Handled cases that wait for a check. */
export function ChecksPage() {
  return <AddressedInbox fixedView="to-check" />;
}

function AddressedInbox({ fixedView }: { readonly fixedView?: BuiltInView }) {
  const { t } = useTranslation('office');
  const navigate = useNavigate();
  // Anything may stand in an address: read like any other input.
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const read = readInboxSearch(raw);
  const search: InboxSearch = fixedView === undefined ? read : { ...read, view: fixedView };
  const { permissions } = useSession();
  const heading = { 'to-decide': 'approvals', 'to-check': 'checks' } as const;
  const noun = fixedView === 'to-decide' || fixedView === 'to-check' ? heading[fixedView] : 'inbox';
  if (!openNouns(permissions).includes(noun)) return <Refused />;
  return (
    <>
      <h1 className="visually-hidden">{t(`nav.${noun}`)}</h1>
      <InboxView
        noun={noun}
        search={search}
        onSearch={(next) => void navigate({ to: '.', search: next, replace: true, resetScroll: false })}
      />
    </>
  );
}
