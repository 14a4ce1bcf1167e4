import { type CaseDetail, outsideListCode } from '@linli/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetCase } from '../../../features/cases/get-case.ts';
import { RefuseButton } from '../hands/refuse-button.tsx';
import { useShortcuts } from '../keys/use-shortcuts.ts';
import { ActionDialog } from './action-dialog.tsx';
import { actionKeys, availableActions, type OfficeAction } from './case-actions.ts';

const SHOWN = 4;
/** What brings a case on; the rest is never the one thing to press. A step of a procedure has its own buttons. */
const moves: ReadonlySet<OfficeAction> = new Set<OfficeAction>([
  'accept',
  'grant',
  'dispatch',
  'take',
  'handle',
  'check-pass',
  'resume',
]);

/** The buttons of one case, drawn from `can` alone: the likeliest four, the rest behind "more"; a key for each. */
export function CaseActionBar({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['office', 'common']);
  const queries = useQueryClient();
  // The case as it was when the dialog opened: its `seq` says what the actor had seen.
  const [open, setOpen] = useState<{ action: OfficeAction; detail: CaseDetail } | null>(null);
  const actions = availableActions(detail.can);
  const start = (action: OfficeAction) => setOpen({ action, detail });
  useShortcuts(
    actions.map((action) => ({
      keys: actionKeys[action],
      label: t(`office:act.${action}.label`),
      group: 'case',
      run: () => start(action),
    })),
  );
  function close(): void {
    setOpen(null);
    // Also after a refusal: somebody else may have been faster.
    void queries.invalidateQueries({ queryKey: useGetCase.key({ caseId: detail.id }) });
  }
  const rest = actions.slice(SHOWN);
  const isOutsideList = detail.dispatch?.ruleKey === outsideListCode && detail.can.includes('decline');
  return (
    <>
      {actions.slice(0, SHOWN).map((action, index) => (
        <Button
          key={action}
          type={index === 0 && moves.has(action) ? 'primary' : 'default'}
          onClick={() => start(action)}
        >
          {t(`office:act.${action}.label`)}
          <kbd>{actionKeys[action].toUpperCase()}</kbd>
        </Button>
      ))}
      {isOutsideList ? <RefuseButton caseId={detail.id} number={detail.number} /> : null}
      {rest.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((action) => ({
              key: action,
              label: t(`office:act.${action}.label`),
              extra: <kbd>{actionKeys[action].toUpperCase()}</kbd>,
              danger: action === 'decline' || action === 'ask-void',
              onClick: () => start(action),
            })),
          }}
        >
          <Button icon={<ChevronDown size={14} aria-hidden="true" />} iconPlacement="end">
            {t('common:action.more')}
          </Button>
        </Dropdown>
      )}
      {open === null ? null : (
        <ActionDialog key={open.action} action={open.action} detail={open.detail} onClose={close} />
      )}
    </>
  );
}
