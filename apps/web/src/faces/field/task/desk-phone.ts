import type { SessionView } from '@linli/contract';

/** The desk's number, where the site has told one; null hides the button. */
export function deskPhone(session: SessionView): string | null {
  return 'deskPhone' in session && typeof session.deskPhone === 'string' ? session.deskPhone : null;
}
