import type { RegisterMapping } from '@linli/contract';
import type { Located } from '../../places/index.ts';
import type { CompiledColumns } from '../compile-mapping.ts';
import type { RowProblemCode } from '../problem-words.ts';
import type { BuildingFinder } from './building-finder.ts';

/** All that reading rows of a register needs, loaded once for a batch. */
export interface RegisterContext {
  mapping: RegisterMapping;
  columns: CompiledColumns;
  finder: BuildingFinder;
  /** Other names of lanes and houses: what keepers said of the site's, and the mapping's. */
  aliases: ReadonlyMap<string, string>;
  /** Homes of the registers by the number an owner's list knows them by. */
  homesByNumber: ReadonlyMap<string, KnownHome>;
  chainOf(areaId: string): Located | null;
  locate(lng: number, lat: number): Located | null;
  /** The rows must lie in it. */
  area: Located;
  today: string;
}

export interface KnownHome {
  id: string;
  areaId: string;
  buildingId: string | null;
  lng: number | null;
  lat: number | null;
}

/** Names a problem of a column; answers null, for the value that is not there. */
export type Wrong = (target: string, code: RowProblemCode, value?: string) => null;
