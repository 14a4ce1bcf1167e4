import { createContext, type ReactNode, useContext } from 'react';
import type { DeviceDatabase } from './device-database.ts';

const DeviceContext = createContext<DeviceDatabase | null>(null);

/** Gives the pages below it what the phone keeps. */
export function DeviceProvider(props: { readonly database: DeviceDatabase; readonly children: ReactNode }): ReactNode {
  return <DeviceContext value={props.database}>{props.children}</DeviceContext>;
}

/** The phone's database. Throws outside a `DeviceProvider`. */
export function useDevice(): DeviceDatabase {
  const database = useContext(DeviceContext);
  if (database === null) throw new Error('useDevice needs a DeviceProvider above it');
  return database;
}
