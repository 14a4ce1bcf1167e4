import type { CallOutput } from '@linli/client';
import type { reportCase } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useReportCase } from '../../../features/cases/report-case.ts';
import { useClient } from '../../../features/client-context.tsx';
import { useListUnits } from '../../../features/org/list-units.ts';
import { useSuggestType } from '../../../features/sorting/suggest-type.ts';
import { type FormValues, photosOf } from '../../../ui/form-field.ts';
import { FormRenderer } from '../../../ui/form-renderer.tsx';
import { Refused, Skeleton } from '../../../ui/state-views.tsx';
import { type Refusal, readRefusal } from '../actions/read-refusal.ts';
import { openNouns } from '../shell/nouns.ts';
import { useSession } from '../shell/use-session.ts';
import { KindGuess } from '../sorting/kind-guess.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { type CallerDraft, CallerRows } from './caller-rows.tsx';
import { type IntakePlace, intakeFields, intakeInput } from './intake-fields.ts';
import styles from './intake-page.module.css';
import { IntakePlaceField } from './intake-place.tsx';
import { LikeCases } from './like-cases.tsx';
import { useAddCallers } from './use-add-callers.ts';

/** `callersMissed`: callers who could not be written down with it. */
type Sent = CallOutput<typeof reportCase> & { readonly callersMissed: number };

/** What comes to the desk by phone, visit or letter, in the reporter's words, and what a unit asks, finds or puts up itself. */
export function IntakePage() {
  const { t } = useTranslation('office');
  const { permissions } = useSession();
  const [sent, setSent] = useState<Sent | null>(null);
  const [round, setRound] = useState(0);
  if (!openNouns(permissions).includes('intake')) return <Refused />;
  const isDesk = permissions.includes('cases:desk');
  return (
    <div className={styles.page}>
      <h1>{t('intake.title')}</h1>
      <p className={styles.explains}>{t(isDesk ? 'intake.explains' : 'intake.explainsUnit')}</p>
      {sent === null ? <IntakeForm key={round} isDesk={isDesk} onSent={setSent} /> : null}
      {sent === null ? null : (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t('intake.done', { number: sent.number })}
          description={[
            sent.holder === null
              ? t('intake.sentDesk', { area: sent.areaName })
              : t('intake.sent', { area: sent.areaName, who: sent.holder }),
            sent.callersMissed === 0 ? '' : t('intake.callersMissed', { count: sent.callersMissed }),
          ].join(' ')}
          action={
            <span className={styles.after}>
              <Link to="/cases/$caseId" params={{ caseId: sent.caseId }}>
                {t('intake.open')}
              </Link>
              <Button
                type="primary"
                autoFocus
                onClick={() => {
                  setSent(null);
                  setRound(round + 1);
                }}
              >
                {t('intake.again')}
              </Button>
            </span>
          }
        />
      )}
    </div>
  );
}

type IntakeFormProps = { readonly isDesk: boolean; readonly onSent: (sent: Sent) => void };

function IntakeForm({ isDesk, onSent }: IntakeFormProps) {
  const { t } = useTranslation('office');
  const read = useLocalText();
  const client = useClient();
  const { data, error, refetch } = useListCaseTypes({ for: 'report' }, { staleTimeMs: 900_000 });
  const { mutateAsync } = useReportCase();
  const addCallers = useAddCallers();
  const [callers, setCallers] = useState<readonly CallerDraft[]>([]);
  const units = (useListUnits({}, { staleTimeMs: 300_000 }).data?.units ?? [])
    .filter((unit) => unit.active)
    .map(({ id, name, kind }) => ({ value: id, label: name, kind }));
  const [values, setValues] = useState<FormValues>({});
  const [place, setPlace] = useState<IntakePlace | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [takes, setTakes] = useState(0);
  const words = typeof values.words === 'string' ? values.words : '';
  const guess = useSuggestType(words);
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={8} />;

  const types = data.types.map(({ definition }) => definition);
  const type = types.find(({ code }) => code === values.typeCode);

  async function submit(given: FormValues): Promise<void> {
    if (type === undefined) return;
    const photos = photosOf(given.photos);
    const missing = missingWords();
    setRefusal(missing === null ? null : { message: missing, fields: [], isConflict: false });
    if (missing !== null) return;
    setBusy(true);
    try {
      const hashes: string[] = [];
      for (const { blob } of photos) hashes.push((await client.uploadFile(blob)).hash);
      const done = await mutateAsync(intakeInput(given, type, place, hashes));
      onSent({ ...done, callersMissed: type.answerAll ? await addCallers(done.caseId, callers) : 0 });
    } catch (cause) {
      setRefusal(readRefusal(cause, t('refusal.unknown')));
    } finally {
      setBusy(false);
    }
  }

  /** The form holds its own values: it begins again with what was typed and the kind taken over. */
  function take(typeCode: string): void {
    setValues({ ...values, typeCode });
    setTakes(takes + 1);
  }

  function missingWords(): string | null {
    if (type === undefined) return null;
    if (type.needsPlace && place === null) return t('intake.needPlace');
    return null;
  }

  return (
    <div className={styles.columns}>
      <FormRenderer
        key={takes}
        initialValues={values}
        fields={intakeFields(types, type, { t, read, isDesk }, { units })}
        onChange={setValues}
        onSubmit={(given) => void submit(given)}
        serverProblems={Object.fromEntries((refusal?.fields ?? []).map(({ path, message }) => [path, message]))}
        submitLabel={t('intake.submit')}
        busy={busy}
      >
        {type !== undefined || guess === undefined ? null : <KindGuess guess={guess} onTake={take} />}
        {type?.answerAll === true ? <CallerRows callers={callers} onChange={setCallers} /> : null}
        {refusal === null ? null : <Alert type="error" showIcon title={refusal.message} />}
      </FormRenderer>
      <div className={styles.side}>
        <IntakePlaceField place={place} onPlace={setPlace} />
        {place === null ? null : <LikeCases place={place} typeCode={type?.code} />}
      </div>
    </div>
  );
}
