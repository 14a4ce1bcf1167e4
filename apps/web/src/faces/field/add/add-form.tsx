import type { CaseTypeDefinition } from '@linli/domain';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../features/device/use-draft.ts';
import { useHere } from '../../../features/places/use-here.ts';
import type { FormValues } from '../../../ui/form-field.ts';
import { FormRenderer } from '../../../ui/form-renderer.tsx';
import { Skeleton } from '../../../ui/state-views.tsx';
import { useQueue } from '../actions/use-queue.ts';
import { useUnits } from '../actions/use-units.ts';
import { useFieldMap } from '../map/use-field-map.ts';
import { useFieldSession } from '../session/field-session.tsx';
import { useReadText } from '../words/use-read-text.ts';
import { addFields, judgeAdd } from './add-fields.ts';
import type { AddWay } from './add-way.ts';
import { queueReport } from './queue-report.ts';

export type AddFormProps = { readonly way: AddWay; readonly type: CaseTypeDefinition };

const SUBMIT = { report: 'field:add.send', self: 'field:add.sendSelf', hand: 'field:add.sendHand' } as const;

/** The form of one kind; kept while it is being filled in, put into the outbox when sent. */
export function AddForm({ way, type }: AddFormProps) {
  const { t } = useTranslation(['field', 'ui']);
  const read = useReadText();
  const { account, session, clockOffsetMs } = useFieldSession();
  const queue = useQueue();
  const map = useFieldMap();
  const here = useHere();
  const navigate = useNavigate();
  const draft = useDraft(account, `${way} ${type.code}`);
  const named = {
    units: useUnits(type.form.some(({ kind }) => kind === 'unit' || kind === 'units'))
      .filter((unit) => unit.active)
      .map(({ id, name, kind }) => ({ value: id, label: name, kind })),
  };
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  if (draft.isLoading) return <Skeleton />;

  async function submit(values: FormValues): Promise<void> {
    const found = judgeAdd(way, type, values, t);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    // One second back: a clock read twice must not lie in the server's future.
    const seenAt = new Date(Date.now() + clockOffsetMs - 1000).toISOString();
    const report = { way, type, typeName: read(type.name), values, seenAt, areaId: session.posts[0]?.areaId };
    const words = { queued: t('field:act.queued'), offline: t('field:act.queuedOffline') };
    const isKept = await queueReport(queue, report, words);
    setBusy(false);
    if (!isKept) return;
    draft.clear();
    await navigate({ to: '/' });
  }

  const start: FormValues = here.point === null ? {} : { place: { ...here.point, address: '' } };
  return (
    <FormRenderer
      fields={addFields(way, type, t, read, named)}
      initialValues={draft.values ?? start}
      onChange={draft.keep}
      onSubmit={(values) => void submit(values)}
      serverProblems={problems}
      submitLabel={t(SUBMIT[way])}
      busy={isBusy}
      placeMap={{ ...map.layers, centre: map.centre }}
    />
  );
}
