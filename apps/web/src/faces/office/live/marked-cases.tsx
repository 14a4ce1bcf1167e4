import { createContext, type ReactNode, use } from 'react';
import { useLiveCases } from './use-live-cases.ts';

const MarkedContext = createContext<ReadonlySet<string>>(new Set());

/** Follows the feed for every list of cases on the page. */
export function MarkedCasesProvider({ children }: { readonly children: ReactNode }) {
  return <MarkedContext value={useLiveCases()}>{children}</MarkedContext>;
}

/** Cases that changed in the last moments. */
export function useMarkedCases(): ReadonlySet<string> {
  return use(MarkedContext);
}
