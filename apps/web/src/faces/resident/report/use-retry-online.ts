import { OfflineError } from '@linli/client';
import { useEffect, useRef } from 'react';
import type { Sending } from './send-report.ts';

/** What failed for want of a network is tried again when the network is back, as long as the page is open. */
export function useRetryOnline(sending: Sending, retry: () => void): void {
  const latest = useRef(retry);
  useEffect(() => {
    latest.current = retry;
  });
  const isWaiting = sending.state === 'failed' && sending.error instanceof OfflineError;
  useEffect(() => {
    if (!isWaiting) return;
    const again = () => latest.current();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [isWaiting]);
}
