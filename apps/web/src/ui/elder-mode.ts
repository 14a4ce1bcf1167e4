import { useSyncExternalStore } from 'react';
import { readPreference, writePreference } from './preference.ts';

/** Off; 22 px body and 60 px targets; 30 px body (rules.md 7 asks that 30 can be chosen). */
export type ElderMode = 'off' | 'true' | 'largest';

const listeners = new Set<() => void>();

/** Applies the remembered mode to the page. Call before the first render. */
export function restoreElderMode(): void {
  const remembered = readPreference('elder');
  if (remembered === 'true' || remembered === 'largest') document.documentElement.dataset.elder = remembered;
}

/** Switches the page and remembers it. */
export function setElderMode(mode: ElderMode): void {
  if (mode === 'off') delete document.documentElement.dataset.elder;
  else document.documentElement.dataset.elder = mode;
  writePreference('elder', mode);
  for (const listener of listeners) listener();
}

/** The page's mode; re-renders when it changes. */
export function useElderMode(): ElderMode {
  return useSyncExternalStore(subscribe, currentElderMode);
}

function currentElderMode(): ElderMode {
  const mode = document.documentElement.dataset.elder;
  return mode === 'true' || mode === 'largest' ? mode : 'off';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
