import { useUnits } from './actions/use-units.ts';
import { useReportTypes } from './add/use-report-types.ts';
import { useFieldMap } from './map/use-field-map.ts';

/** Fetches what one will want in a basement: kinds to report, units to return to, the map. */
export function useKeepForLater(): void {
  useReportTypes();
  useUnits(true);
  useFieldMap();
}
