import { Outlet } from '@tanstack/react-router';
import { SkipLink } from '../../../ui/skip-link.tsx';
import { HolidayBanner } from '../holidays/holiday-banner.tsx';
import { useListenToKeys } from '../keys/use-shortcuts.ts';
import { LiveFeedProvider } from '../live/live-feed.tsx';
import { MarkedCasesProvider } from '../live/marked-cases.tsx';
import { CommandPalette } from './command-palette.tsx';
import { HelpOverlay } from './help-overlay.tsx';
import styles from './office-shell.module.css';
import { Rail } from './rail.tsx';
import { SessionGate } from './session-gate.tsx';

/** The frame of every page: who is here, the nouns at the left, the live feed and the keyboard. */
export function OfficeShell() {
  useListenToKeys();
  return (
    <SessionGate>
      <LiveFeedProvider>
        <MarkedCasesProvider>
          <div className={styles.office}>
            <SkipLink />
            <Rail />
            <main id="content" tabIndex={-1} className={styles.main}>
              <HolidayBanner />
              <div className={styles.page}>
                <Outlet />
              </div>
            </main>
          </div>
          <CommandPalette />
          <HelpOverlay />
        </MarkedCasesProvider>
      </LiveFeedProvider>
    </SessionGate>
  );
}
