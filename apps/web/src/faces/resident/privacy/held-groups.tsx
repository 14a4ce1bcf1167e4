import type { CallOutput } from '@linli/client';
import type { getMyData } from '@linli/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowMyField } from '../../../features/privacy/show-my-field.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import parts from '../parts/parts.module.css';
import { CodeDialog } from './code-dialog.tsx';
import { LiftButton } from './lift-button.tsx';

type Data = CallOutput<typeof getMyData>;
type Field = Data['groups'][number]['fields'][number];

/** Every value by group, with source, ground and how long it is kept; sealed ones in full after a code. */
export function HeldGroups({ subjectId, groups }: { readonly subjectId: string; readonly groups: Data['groups'] }) {
  const { t } = useTranslation('privacy');
  const [asking, setAsking] = useState<string | null>(null);
  const [shown, setShown] = useState<Readonly<Record<string, string>>>({});
  const { mutate, isPending, error } = useShowMyField();
  return (
    <>
      {groups.map(({ group, keptDays, fields }) => (
        <Section key={group} title={t(`groups.${group as 'identity'}`)}>
          <p className={parts.note}>{t('myData.kept', { days: keptDays })}</p>
          <ul className={parts.list}>
            {fields.map((field) => (
              <HeldItem
                key={field.code}
                subjectId={subjectId}
                field={field}
                shown={shown[field.code]}
                onShow={() => setAsking(field.code)}
              />
            ))}
          </ul>
        </Section>
      ))}
      {asking === null ? null : (
        <CodeDialog
          busy={isPending}
          error={error}
          onClose={() => setAsking(null)}
          onCode={(code) =>
            mutate(
              { subjectId, field: asking, code },
              {
                onSuccess: ({ value }) => {
                  setShown({ ...shown, [asking]: value });
                  setAsking(null);
                },
              },
            )
          }
        />
      )}
    </>
  );
}

type HeldItemProps = {
  readonly subjectId: string;
  readonly field: Field;
  readonly shown: string | undefined;
  readonly onShow: () => void;
};

function HeldItem({ subjectId, field, shown, onShow }: HeldItemProps) {
  const { t } = useTranslation(['privacy', 'ui']);
  const read = useReadText();
  const yesNo = t(field.value === true ? 'privacy:yes' : 'privacy:no');
  const plain = typeof field.value === 'boolean' ? yesNo : String(field.value ?? '***');
  const value = shown ?? (field.valueLabel ? read(field.valueLabel) : plain);
  return (
    <li className={parts.item}>
      <strong>{read(field.label)}</strong>
      <p>{value}</p>
      {field.restricted ? <p>{t('privacy:myData.restricted')}</p> : null}
      <p className={parts.note}>
        {field.source === null
          ? null
          : `${t('privacy:myData.source', { source: t(`privacy:sources.${sourceKind(field.source)}`) })} · `}
        {field.since === null ? null : `${t('privacy:myData.since', { day: field.since })} · `}
        {t('privacy:myData.law', { law: field.law })}
      </p>
      {field.restricted ? <LiftButton subjectId={subjectId} field={field.code} /> : null}
      {field.masked && !field.restricted && shown === undefined ? (
        <Button onClick={onShow}>{t('privacy:myData.show')}</Button>
      ) : null}
    </li>
  );
}

const sourceKinds = ['office', 'field', 'visit', 'import', 'form', 'person', 'derived'] as const;

/** Where a value came from, in a word; any department is one. */
function sourceKind(source: string): (typeof sourceKinds)[number] | 'department' {
  return sourceKinds.find((kind) => kind === source) ?? 'department';
}
