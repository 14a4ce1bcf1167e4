import type { OutboxItem } from '@linli/client';
import { useTranslation } from 'react-i18next';
import type { NamedOptions } from '../../../features/cases/type-form.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { useUnits } from '../actions/use-units.ts';
import { useReportTypes } from '../add/use-report-types.ts';
import { judgePaper } from '../homes/judge-paper.ts';
import { useFieldSession } from '../session/field-session.tsx';
import { useTask } from '../task/use-task.ts';
import { siteDay } from '../words/site-day.ts';
import { useReadText } from '../words/use-read-text.ts';
import { caseParts } from './case-parts.ts';
import { entryParts } from './entry-parts.ts';
import { isRegisterEntry } from './item-words.ts';
import { MendForm } from './mend-form.tsx';

type ItemProps = { readonly item: OutboxItem };

/** A refused item opened to be put right: an entry of the registers, a report, or a step of a case. */
export function RefusedItem({ item }: ItemProps) {
  if (isRegisterEntry(item)) return <RefusedEntry item={item} />;
  return 'typeCode' in item.input ? <RefusedReport item={item} /> : <RefusedStep item={item} />;
}

function RefusedEntry({ item }: ItemProps) {
  const { t } = useTranslation(['field', 'homes', 'subjects']);
  const read = useReadText();
  const { clockOffsetMs } = useFieldSession();
  const today = siteDay(new Date(Date.now() + clockOffsetMs));
  const words = { yes: t('subjects:yes'), no: t('subjects:no'), read };
  return (
    <MendForm
      item={item}
      parts={entryParts(item, { t, words })}
      judge={(values) => judgePaper(values, today, { idNumber: t('homes:badNumber'), phone: t('homes:badPhone') })}
    />
  );
}

function RefusedReport({ item }: ItemProps) {
  const { t } = useTranslation(['field', 'cases']);
  const read = useReadText();
  const { types, isLoading } = useReportTypes();
  if (isLoading) return <Skeleton />;
  const type = types.find(({ code }) => code === item.input.typeCode);
  return <MendForm item={item} parts={caseParts(item, { t, read, asking: type })} />;
}

function RefusedStep({ item }: ItemProps) {
  const { t } = useTranslation(['field', 'cases']);
  const read = useReadText();
  const { expected, isLoading } = useTask(item.lane);
  const units = useUnits(true);
  if (isLoading) return <Skeleton />;
  const task = expected?.task;
  const stage = task?.type.stages.find(({ key }) => key === item.input.stage);
  const named: NamedOptions = {
    units: [
      ...units.map(({ id, name, kind }) => ({ value: id, label: name, kind })),
      ...(task?.parts ?? []).map(({ unitId, unitName }) => ({ value: unitId, label: unitName })),
    ].filter((unit, at, all) => all.findIndex(({ value }) => value === unit.value) === at),
  };
  const parts = caseParts(item, {
    t,
    read,
    named,
    asking: stage,
    outcomes: stage?.outcomes.map(({ key, label }) => ({ value: key, label: read(label) })),
    checklist: task?.type.checklist.map(({ key, label }) => ({ value: key, label: read(label) })),
  });
  return <MendForm item={item} parts={parts} />;
}
