import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useRef } from 'react';
import type { FormValues } from '../../ui/form-field.ts';
import { useDevice } from './device-context.tsx';

const PAUSE_MS = 400;

export interface Draft {
  readonly isLoading: boolean;
  /** What was typed before, photos included; undefined where nothing was. */
  readonly values: FormValues | undefined;
  readonly keep: (values: FormValues) => void;
  readonly clear: () => void;
}

/** Keeps a half-filled form on the phone until it is sent, under the account and a name. */
export function useDraft(account: string, name: string): Draft {
  const database = useDevice();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<(() => void) | null>(null);
  const key = `draft ${name}`;
  const row = useLiveQuery(async () => (await database.kept.get([account, key])) ?? null, [database, account, key]);

  // Left within the pause: what was typed last is kept as well.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      latest.current?.();
    },
    [],
  );

  const keep = useCallback(
    (values: FormValues) => {
      const write = () => {
        latest.current = null;
        const at = new Date().toISOString();
        database.kept.put({ account, name: key, at, value: values }).catch(() => undefined); // storage is closed: no draft
      };
      latest.current = write;
      clearTimeout(timer.current);
      timer.current = setTimeout(write, PAUSE_MS);
    },
    [database, account, key],
  );
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    latest.current = null;
    database.kept.delete([account, key]).catch(() => undefined);
  }, [database, account, key]);

  // Under this name nothing but form values is put.
  return { isLoading: row === undefined, values: row ? (row.value as FormValues) : undefined, keep, clear };
}
