import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

export interface Here {
  readonly point: { readonly lng: number; readonly lat: number } | null;
  readonly state: 'unknown' | 'finding' | 'found' | 'refused';
  /** Asks the phone; the first time the phone asks its owner. */
  readonly find: () => void;
}

/**
 * Where this phone is, asked for once and shared by the pages. It stays on the phone until its owner sends a place
 * himself, and is never kept (no tracks). By itself only where the owner has allowed it before.
 */
export function useHere(): Here {
  const { data, isError, isFetching, refetch } = useQuery({
    queryKey: ['here'],
    queryFn: currentPosition,
    enabled: false,
    retry: false,
    gcTime: 600_000,
  });
  const isKnown = data !== undefined;
  useEffect(() => {
    if (isKnown) return;
    void isAllowed().then((allowed) => (allowed ? refetch() : undefined));
  }, [isKnown, refetch]);
  return { point: data ?? null, state: stateOf(isKnown, isFetching, isError), find: () => void refetch() };
}

function stateOf(isKnown: boolean, isFetching: boolean, isError: boolean): Here['state'] {
  if (isFetching) return 'finding';
  if (isError) return 'refused';
  return isKnown ? 'found' : 'unknown';
}

function currentPosition(): Promise<{ lng: number; lat: number }> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lng: coords.longitude, lat: coords.latitude }),
      () => reject(new Error('no position')),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  });
}

async function isAllowed(): Promise<boolean> {
  if (navigator.permissions === undefined) return false;
  const permission = await navigator.permissions.query({ name: 'geolocation' }).catch(() => null);
  return permission?.state === 'granted';
}
