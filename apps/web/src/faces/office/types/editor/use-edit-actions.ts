import type { OutputOf, saveCaseTypeDraft } from '@linli/contract';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDiscardCaseTypeDraft } from '../../../../features/cases/discard-case-type-draft.ts';
import { type Refusal, readRefusal } from '../../actions/read-refusal.ts';
import type { TypeEdit } from './use-type-edit.ts';

/** Saving and discarding with words for what went wrong; what is undefined or false did not happen. */
export function useEditActions(code: string, edit: TypeEdit, onDiscarded: () => void) {
  const { t } = useTranslation(['types', 'office', 'common']);
  const { modal, message } = App.useApp();
  const { mutateAsync, isPending } = useDiscardCaseTypeDraft();
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function guard(work: () => Promise<unknown>): Promise<boolean> {
    setRefusal(null);
    try {
      await work();
      return true;
    } catch (error) {
      setRefusal(readRefusal(error, t('office:refusal.unknown')));
      return false;
    }
  }
  async function save(onto?: number): Promise<OutputOf<typeof saveCaseTypeDraft>['draft'] | undefined> {
    let kept: OutputOf<typeof saveCaseTypeDraft>['draft'] | undefined;
    await guard(async () => {
      kept = await edit.save(onto);
      message.success(t('types:saved'));
    });
    return kept;
  }
  async function discard(): Promise<void> {
    const revision = edit.draft?.revision;
    if (revision === undefined) return;
    const isSure = await modal.confirm({
      title: t('types:discardTitle'),
      content: t('types:discardBody'),
      okText: t('types:discard'),
      cancelText: t('common:action.cancel'),
    });
    if (isSure && (await guard(() => mutateAsync({ code, revision })))) onDiscarded();
  }
  return { save, discard, guard, busy: isPending, refusal };
}
