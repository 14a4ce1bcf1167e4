import { ApiError, OfflineError } from '@linli/client';
import type { SigningView } from '@linli/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignCase } from '../../../features/cases/sign-case.ts';
import { useClient } from '../../../features/client-context.tsx';
import type { CallError } from '../../../features/operation-hooks.ts';
import type { PreparedPhoto } from '../../../ui/shrink-photo.ts';
import { useToast } from '../../../ui/toast.tsx';

export interface SignPaper {
  readonly agree: (drawn: PreparedPhoto) => Promise<void>;
  readonly refuse: (words: string) => Promise<void>;
  readonly isBusy: boolean;
  readonly error: CallError | null;
}

/** Sends a party's answer to the very text it read. */
export function useSignPaper(caseId: string, signing: SigningView, onDone: () => void): SignPaper {
  const { t } = useTranslation('resident');
  const toast = useToast();
  const client = useClient();
  const { mutateAsync } = useSignCase();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);

  async function answer(drawn: PreparedPhoto | null, words: string): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      const hash = drawn === null ? undefined : (await client.uploadFile(drawn.blob)).hash;
      const { stage, writtenAt } = signing;
      await mutateAsync({
        caseId,
        stage,
        writtenAt,
        agrees: drawn !== null,
        words,
        ...(hash === undefined ? {} : { signature: hash }),
      });
      toast({ words: t(drawn === null ? 'signing.refused' : 'signing.signed'), tone: 'good' });
      onDone();
    } catch (cause) {
      if (!(cause instanceof ApiError || cause instanceof OfflineError)) throw cause;
      setError(cause);
    } finally {
      setBusy(false);
    }
  }

  return { agree: (drawn) => answer(drawn, ''), refuse: (words) => answer(null, words), isBusy, error };
}
