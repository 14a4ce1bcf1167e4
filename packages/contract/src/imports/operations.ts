import { forgetAddressName } from './forget-address-name.ts';
import { getImport } from './get-import.ts';
import { listImports } from './list-imports.ts';
import { listMappings } from './list-mappings.ts';
import { listUnknownAddresses } from './list-unknown-addresses.ts';
import { nameAddress } from './name-address.ts';
import { proposeMapping } from './propose-mapping.ts';
import { pushOrder } from './push-order.ts';
import { saveMapping } from './save-mapping.ts';
import { startImport } from './start-import.ts';
import { steerImport } from './steer-import.ts';

export const importsOperations = {
  forgetAddressName,
  getImport,
  listImports,
  listMappings,
  listUnknownAddresses,
  nameAddress,
  proposeMapping,
  pushOrder,
  saveMapping,
  startImport,
  steerImport,
} as const;
