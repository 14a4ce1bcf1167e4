import { createContext, useContext } from 'react';

/** Says of an upload that it runs; it answers whether everything arrived. */
export type TrackUpload = (upload: Promise<boolean>) => void;

export const UploadsContext = createContext<TrackUpload>(() => undefined);

/** For inputs that send files while the dialog around them is open: it is sent only when they have arrived. */
export const useTrackUpload = (): TrackUpload => useContext(UploadsContext);
