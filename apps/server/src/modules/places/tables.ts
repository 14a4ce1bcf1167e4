import type { Generated, Json } from '../../platform/db/tables.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    area: {
      id: string;
      site_id: string;
      parent_id: string | null;
      code: string;
      name: string;
      level: number;
      kind: string;
      path: string;
      population: Generated<number>;
      population_source: string | null;
      population_year: number | null;
      area_m2: Generated<number>;
      centre_lng: number | null;
      centre_lat: number | null;
      valid_from: string;
      valid_to: string | null;
      sort: Generated<number>;
    };
    area_version: {
      area_id: string;
      version: number;
      valid_from: string;
      valid_to: string | null;
      name: string;
      geometry: Json<unknown> | null;
      crs: Generated<string>;
      reason: string;
      changed_by: string | null;
      at: Date;
    };
    area_successor: { area_id: string; successor_id: string };
    building: {
      id: string;
      site_id: string;
      area_id: string;
      path: string;
      name: string;
      address: string;
      kind: string;
      floors: number;
      lng: number;
      lat: number;
      footprint: Json<unknown> | null;
    };
    home: { id: string; building_id: string; room: string; area_cm2: string };
    scenery: { id: string; site_id: string; kind: string; name: string | null; geometry: Json<unknown> };
  }
}
