import { accessOperations } from './access/operations.ts';
import { casesOperations } from './cases/operations.ts';
import { formsOperations } from './forms/operations.ts';
import { importsOperations } from './imports/operations.ts';
import { measuresOperations } from './measures/operations.ts';
import { noticesOperations } from './notices/operations.ts';
import { orgOperations } from './org/operations.ts';
import { partnersOperations } from './partners/operations.ts';
import { placesOperations } from './places/operations.ts';
import { privacyOperations } from './privacy/operations.ts';
import { registersOperations } from './registers/operations.ts';
import { sortingOperations } from './sorting/operations.ts';

/** Every operation of the product by name: routes, OpenAPI, the typed client and the access matrix are all made from this. */
export const operations = {
  ...casesOperations,
  ...accessOperations,
  ...measuresOperations,
  ...noticesOperations,
  ...orgOperations,
  ...partnersOperations,
  ...placesOperations,
  ...importsOperations,
  ...sortingOperations,
  ...registersOperations,
  ...privacyOperations,
  ...formsOperations,
} as const;
export type Operations = typeof operations;
