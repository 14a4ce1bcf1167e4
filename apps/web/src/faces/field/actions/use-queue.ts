import type { CommandOperation } from '@linli/client';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../features/outbox/outbox-context.tsx';
import { type QueuedCommand, queueCommand } from '../../../features/outbox/queue-command.ts';
import { useToast } from '../../../ui/toast.tsx';
import { useLine } from '../line/line-context.tsx';

export type QueuedWords = { readonly queued: string; readonly offline: string };

/**
 * Puts a command into the outbox and says so. Resolves `true` once it is safely on the phone; `false`, told to the
 * worker, when the phone cannot keep it: then the form must stay as it is.
 */
export function useQueue() {
  const { t } = useTranslation('field');
  const toast = useToast();
  const { outbox } = useOutbox();
  const line = useLine();
  return useCallback(
    async <O extends CommandOperation>(command: QueuedCommand<O>, words?: QueuedWords): Promise<boolean> => {
      try {
        await queueCommand(outbox, command);
      } catch {
        toast({ words: t('act.notKept'), tone: 'bad' });
        return false;
      }
      if (words !== undefined) toast({ words: line === 'open' ? words.queued : words.offline, tone: 'good' });
      return true;
    },
    [outbox, toast, t, line],
  );
}
