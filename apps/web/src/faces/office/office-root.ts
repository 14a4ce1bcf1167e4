import { createRootRoute } from '@tanstack/react-router';
import { OfficeShell } from './shell/office-shell.tsx';

export const officeRoot = createRootRoute({ component: OfficeShell });

/** What every page of the office begins its route with. */
export const underOffice = { getParentRoute: () => officeRoot };
