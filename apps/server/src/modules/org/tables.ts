import type { Role } from '@linli/domain';
import type { Generated } from 'kysely';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    unit: {
      id: string;
      site_id: string;
      key: string;
      name: string;
      kind: string;
      path: string;
      active: boolean;
      phone: string | null;
    };
    unit_area: { unit_id: string; area_id: string };
    post: {
      id: string;
      role: Role;
      area_id: string;
      path: string;
      unit_id: string | null;
      active: boolean;
      sealed: Generated<boolean>;
    };
    room: {
      id: string;
      site_id: string;
      unit_id: string;
      path: string;
      name: string;
      address: string;
      capacity: number;
      active: boolean;
      changed_at: Date;
    };
    mediator: {
      id: string;
      site_id: string;
      unit_id: string;
      path: string;
      name: string;
      kinds: string[];
      languages: string[];
      certificate: string;
      room_ids: string[];
      valid_from: string;
      valid_to: string | null;
      active: boolean;
      changed_at: Date;
    };
    holding: {
      id: string;
      post_id: string;
      account_id: string;
      valid_from: string;
      valid_to: string | null;
      deputy: boolean;
    };
  }
}
