import { ApiError } from '@linli/client';
import { type RightsKind, rightsKinds } from '@linli/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../features/operation-hooks.ts';
import { useAskRights } from '../../../features/privacy/ask-rights.ts';
import { useGetMyData } from '../../../features/privacy/get-my-data.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import parts from '../parts/parts.module.css';
import { readValue, ValueInput } from './value-input.tsx';

const takesField: readonly RightsKind[] = ['correct', 'delete', 'restrict', 'lift-restriction'];
const takesValue: readonly RightsKind[] = ['correct'];
/** Done on this page with a button of their own, or from the decision they are about. */
const elsewhere: readonly RightsKind[] = ['explain', 'withdraw-consent', 'supplement'];
const noDead = { name: '', number: '', relation: '' };

/** One request: what for, about which details, in one's own words. */
export function AskForm({ subjectId }: { readonly subjectId: string }) {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  const [kind, setKind] = useState<RightsKind>('consult');
  const [field, setField] = useState('');
  const [value, setValue] = useState('');
  const [words, setWords] = useState('');
  const [dead, setDead] = useState(noDead);
  const { data } = useGetMyData({ subjectId });
  const { mutate, data: sent, isPending, error, reset } = useAskRights();
  // Only what is out of use comes back, and only what is in use changes.
  const isWard = data?.role === 'guardian';
  const fields = (data?.groups ?? [])
    .flatMap((group) => group.fields)
    .filter((each) => each.restricted === (kind === 'lift-restriction'));
  const chosen = fields.find(({ code }) => code === field);
  const empty = () => {
    setField('');
    setValue('');
    setWords('');
    setDead(noDead);
  };
  const send = () =>
    mutate(
      {
        kind,
        words,
        ...(kind === 'relative-of-dead' ? { dead } : { subjectId }),
        ...(takesField.includes(kind) && field !== '' ? { fields: [field] } : {}),
        ...(takesValue.includes(kind) && chosen
          ? { wanted: [{ code: field, value: readValue(chosen.kind, value) }] }
          : {}),
      },
      // What was sent is not sent again with the next request.
      { onSuccess: empty },
    );
  return (
    <form
      className={parts.stack}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Select
        required
        label={t('rights.kind')}
        value={kind}
        options={rightsKinds
          .filter((each) => !elsewhere.includes(each) && !(isWard && each === 'close-account'))
          .map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
        onChange={(next) => {
          setKind(rightsKinds.find((each) => each === next) ?? 'consult');
          setField('');
          setValue('');
          reset();
        }}
      />
      {takesField.includes(kind) ? (
        <Select
          required
          label={t('rights.fields')}
          value={field}
          options={fields.map(({ code, label }) => ({ value: code, label: read(label) }))}
          onChange={(next) => {
            setField(next);
            setValue('');
          }}
        />
      ) : null}
      {takesValue.includes(kind) && chosen ? (
        <ValueInput key={field} field={chosen} value={value} error={valueProblem(error)} onChange={setValue} />
      ) : null}
      {kind === 'relative-of-dead' ? (
        <>
          <TextField
            required
            label={t('rights.deadName')}
            value={dead.name}
            onChange={(name) => setDead({ ...dead, name })}
          />
          <TextField
            required
            label={t('rights.deadNumber')}
            value={dead.number}
            onChange={(number) => setDead({ ...dead, number })}
          />
          <TextField
            required
            label={t('rights.relation')}
            value={dead.relation}
            onChange={(relation) => setDead({ ...dead, relation })}
          />
        </>
      ) : null}
      <TextArea label={t('rights.words')} value={words} onChange={setWords} maxLength={1000} />
      <CallProblem error={error} />
      {sent === undefined ? null : <p role="status">{t('rights.sent', { number: sent.number })}</p>}
      <Button type="submit" kind="primary" busy={isPending}>
        {t('rights.submit')}
      </Button>
    </form>
  );
}

/** What the server found wrong with the value said, beside the value. */
function valueProblem(error: CallError | null): string | undefined {
  const fields = error instanceof ApiError ? error.fields : [];
  return fields.find(({ path }) => path.startsWith('wanted'))?.message;
}
