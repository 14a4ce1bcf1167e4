import type { CaseDetail } from '@linli/contract';

/** What every action's dialog is given. `onDone` follows a success, `onClose` any end. */
export type CaseActionProps = {
  readonly detail: CaseDetail;
  readonly onClose: () => void;
};
