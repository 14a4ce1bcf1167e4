import { recordLettingCheck } from '@linli/contract';
import { lettingFaultCodes, lettingFaults } from '@linli/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../features/use-read-text.ts';
import { Button } from '../../../ui/button.tsx';
import type { FormValues } from '../../../ui/form-field.ts';
import { FormRenderer } from '../../../ui/form-renderer.tsx';
import { useQueue } from '../actions/use-queue.ts';
import { useFieldSession } from '../session/field-session.tsx';
import { siteDay } from '../words/site-day.ts';
import { checkInput, checkStart } from './let-home.ts';

/** A let home looked at against the letting standards: what fails is ticked. Works without a network. */
export function LetCheck({ home }: { readonly home: { readonly id: string; readonly name: string } }) {
  const { t } = useTranslation(['homes', 'field']);
  const read = useReadText();
  const { clockOffsetMs } = useFieldSession();
  const queue = useQueue();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const today = siteDay(new Date(Date.now() + clockOffsetMs));

  async function keep(values: FormValues): Promise<void> {
    const found = checkInput(values, today);
    if (found === null) {
      const isDayWrong = typeof values.on !== 'string' || values.on === '' || values.on > today;
      setProblems(isDayWrong ? { on: t('homes:let.badDay') } : { mendBy: t('homes:let.badMendBy') });
      return;
    }
    const input = { homeId: home.id, ...found, source: 'field' as const };
    const queued = { queued: t('field:act.queued'), offline: t('field:act.queuedOffline') };
    setBusy(true);
    if (await queue({ operation: recordLettingCheck, input, caseId: home.id, title: home.name }, queued))
      setOpen(false);
    setBusy(false);
  }

  return (
    <section>
      <h2>{t('homes:let.title')}</h2>
      {isOpen ? (
        <>
          <p>{t('homes:let.explains')}</p>
          <FormRenderer
            fields={[
              {
                key: 'failed',
                kind: 'multi-select',
                label: t('homes:let.failed'),
                options: lettingFaultCodes.map((value) => ({ value, label: read(lettingFaults[value]) })),
              },
              { key: 'mendBy', kind: 'date', label: t('homes:let.mendBy'), hint: t('homes:let.mendByHint') },
              { key: 'on', kind: 'date', label: t('homes:let.on'), required: true },
            ]}
            initialValues={checkStart(today)}
            serverProblems={problems}
            onSubmit={(values) => void keep(values)}
            submitLabel={t('homes:let.save')}
            busy={isBusy}
          />
          <Button wide onClick={() => setOpen(false)}>
            {t('homes:leave')}
          </Button>
        </>
      ) : (
        <Button
          kind="primary"
          wide
          onClick={() => {
            setProblems({});
            setOpen(true);
          }}
        >
          {t('homes:let.record')}
        </Button>
      )}
    </section>
  );
}
