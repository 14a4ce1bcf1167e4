/** What a person chose on this machine. Nothing else is kept in local storage. */
export type PreferenceName = 'language' | 'elder' | 'office-columns';

/** The remembered choice, or null: none, or storage is closed (private windows). */
export function readPreference(name: PreferenceName): string | null {
  try {
    return localStorage.getItem(`linli.${name}`);
  } catch {
    return null;
  }
}

/** Remembers a choice; without storage it lasts as long as the page. */
export function writePreference(name: PreferenceName, value: string): void {
  try {
    localStorage.setItem(`linli.${name}`, value);
  } catch {
    // Storage is closed: the choice still holds on this page.
  }
}
