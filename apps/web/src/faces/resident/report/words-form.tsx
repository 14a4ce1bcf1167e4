import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSuggestType } from '../../../features/sorting/suggest-type.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { PhotoPicker } from '../../../ui/photo-picker.tsx';
import { ProblemSummary } from '../../../ui/problem-summary.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import parts from '../parts/parts.module.css';
import { SignInForm } from '../session/sign-in-form.tsx';
import { useSession } from '../session/use-session.ts';
import { CallNote } from './call-note.tsx';
import { chooseType, type OpenType } from './chosen-type.ts';
import { KindChoice } from './kind-choice.tsx';
import { LikeCases } from './like-cases.tsx';
import styles from './report.module.css';
import type { ReportDraft } from './report-draft.ts';
import type { ReportStep } from './report-head.tsx';
import type { SentReport } from './send-report.ts';
import { SendingNote } from './sending-note.tsx';
import { TypeFields } from './type-fields.tsx';
import { useReportProblems } from './use-report-problems.ts';
import { useRetryOnline } from './use-retry-online.ts';
import { useSendReport } from './use-send-report.ts';
import { VoiceButton } from './voice-button.tsx';
import { WhoMaySee } from './who-may-see.tsx';

export type WordsStepProps = {
  readonly draft: ReportDraft;
  readonly change: (patch: Partial<ReportDraft>) => void;
  readonly elder: boolean;
  readonly go: (to: ReportStep) => void;
  readonly onSent: (sent: SentReport | 'arrived-before') => void;
};

export type WordsFormProps = WordsStepProps & { readonly types: readonly OpenType[] };

/** Words, kind, what the kind asks, who may see it, and sending; like cases nearby come first. */
export function WordsForm({ draft, change, elder, go, onSent, types }: WordsFormProps) {
  const { t } = useTranslation(['resident', 'common']);
  const { view, isSignedIn } = useSession();
  const served = useSuggestType(draft.words);
  const { suggested, type } = chooseType(draft, types, served);
  const problems = useReportProblems(draft, type);
  const [attempt, setAttempt] = useState(0);
  const [isSigningIn, setIsSigningIn] = useState(false);
  const { sending, send } = useSendReport(change);
  const mayBeAnonymous = type?.reporters.includes('anonymous') === true;
  const shown = attempt === 0 ? [] : problems;

  async function submit(signedIn: boolean, anonymous = draft.anonymous): Promise<void> {
    setAttempt(attempt + 1);
    if (type === undefined || problems.length > 0) return;
    if (!signedIn && !(anonymous && mayBeAnonymous)) return setIsSigningIn(true);
    const answer = await send({ ...draft, anonymous }, type);
    if (answer !== null) onSent(answer);
  }

  function sendWithoutName(): void {
    setIsSigningIn(false);
    // Kept with the draft: a try again later goes without a name too.
    change({ anonymous: true });
    void submit(false, true);
  }
  useRetryOnline(sending, () => void submit(isSignedIn));

  return (
    <form
      noValidate
      className={parts.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(isSignedIn);
      }}
    >
      <ProblemSummary problems={shown} focusKey={String(attempt)} />
      <CallNote draft={draft} change={change} />
      <LikeCases place={draft.place} typeCode={type?.code} />
      <TextArea
        required
        id="report-words"
        label={t('resident:report.words')}
        hint={t('resident:report.wordsHint')}
        error={shown.find(({ fieldId }) => fieldId === 'report-words')?.words}
        maxLength={2000}
        value={draft.words}
        onChange={(words) => change({ words })}
      />
      <VoiceButton onWords={(heard) => change({ words: `${draft.words}${heard}` })} />
      <KindChoice
        types={types}
        suggested={suggested}
        chosen={type}
        error={shown.find(({ fieldId }) => fieldId === 'report-kind')?.words}
        onChoose={(typeCode) => change({ typeCode, callId: null })}
      />
      {type === undefined ? null : (
        <TypeFields
          type={type}
          values={draft.form}
          problems={shown}
          onChange={(key, value) => change({ form: { ...draft.form, [key]: value } })}
        />
      )}
      {elder || (type?.evidence.report ?? 0) > draft.photos.length ? (
        <PhotoPicker
          id="report-photos"
          label={t('resident:report.photos')}
          required={(type?.evidence.report ?? 0) > 0}
          photos={draft.photos}
          error={shown.find(({ fieldId }) => fieldId === 'report-photos')?.words}
          onChange={(photos) => change({ photos })}
        />
      ) : null}
      {draft.place === null && type?.needsPlace === true ? (
        <Button id="report-place" onClick={() => go('place')}>
          {t('resident:report.addPlace')}
        </Button>
      ) : null}
      {type === undefined ? null : (
        <WhoMaySee type={type} draft={draft} change={change} isSignedIn={isSignedIn} elder={elder} />
      )}
      <div className={styles.bar}>
        <SendingNote sending={sending} />
        <Button
          type="submit"
          kind="brand"
          size="large"
          wide
          busy={sending.state === 'photos' || sending.state === 'report' || view === undefined}
        >
          {sending.state === 'failed' ? t('common:action.retry') : t('common:action.send')}
        </Button>
      </div>
      <Dialog open={isSigningIn} title={t('resident:signIn.title')} onClose={() => setIsSigningIn(false)}>
        <p>{t('resident:report.signInBody')}</p>
        <SignInForm
          onDone={() => {
            setIsSigningIn(false);
            void submit(true);
          }}
        />
        {mayBeAnonymous ? (
          <>
            <Button kind="quiet" wide onClick={sendWithoutName}>
              {t('resident:who.sendAnonymous')}
            </Button>
            <p className={parts.note}>{t('resident:who.anonymousHint')}</p>
          </>
        ) : null}
      </Dialog>
    </form>
  );
}
