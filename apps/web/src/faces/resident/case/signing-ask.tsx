import { fileUrl } from '@linli/client';
import type { CaseDetail, SigningView } from '@linli/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseDocumentUrl } from '../../../features/cases/stage-form.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import parts from '../parts/parts.module.css';
import { RefuseDialog } from './refuse-dialog.tsx';
import styles from './signing-ask.module.css';
import { useSignPaper } from './use-sign-paper.ts';

// Only where somebody signs: not part of what everybody loads.
const SignaturePad = lazy(async () => ({ default: (await import('../../../ui/signature-pad.tsx')).SignaturePad }));

/** A paper put before this party, or signed and kept: what it says, what signing means, the place to sign, and who has signed. */
export function SigningAsk({ detail }: { readonly detail: CaseDetail }) {
  const { signing } = detail;
  const me = signing?.parties.find(({ mine }) => mine);
  if (signing === null || me === undefined) return null;
  return <Asked key={signing.writtenAt} detail={detail} signing={signing} me={me} />;
}

type AskedProps = {
  readonly detail: CaseDetail;
  readonly signing: SigningView;
  readonly me: SigningView['parties'][number];
};

function Asked({ detail, signing, me }: AskedProps) {
  const { t } = useTranslation('resident');
  const [way, setWay] = useState<'sign' | 'refuse' | null>(null);
  const sign = useSignPaper(detail.id, signing, () => setWay(null));
  const owes = me.agrees === null && detail.can.includes('sign');
  return (
    <Section title={t(signing.done ? 'signing.kept' : 'signing.title', { title: signing.title })}>
      <div className={parts.stack}>
        <PaperText text={signing.text} />
        <a href={caseDocumentUrl(detail.id, signing.document)} target="_blank" rel="noreferrer">
          {t('signing.read')}
        </a>
        {owes ? (
          <>
            <p>{t('signing.means')}</p>
            <p className={parts.note}>{t('signing.noName')}</p>
          </>
        ) : null}
        {owes && way !== 'sign' ? (
          <div className={styles.ways}>
            <Button kind="primary" size="large" onClick={() => setWay('sign')}>
              {t('signing.sign')}
            </Button>
            <Button size="large" onClick={() => setWay('refuse')}>
              {t('signing.refuse')}
            </Button>
          </div>
        ) : null}
        {owes && way === 'sign' ? (
          <Suspense>
            <SignaturePad
              hint={t('signing.pad')}
              onDone={(drawn) => void sign.agree(drawn)}
              onCancel={() => setWay(null)}
            />
          </Suspense>
        ) : null}
        {way === 'refuse' ? null : <CallProblem error={sign.error} />}
        {signing.done || me.agrees === null ? null : (
          <p role="status">{t(`signing.mine.${me.agrees ? 'agrees' : 'refuses'}`)}</p>
        )}
        <Signers signing={signing} />
      </div>
      {way === 'refuse' ? <RefuseDialog sign={sign} onClose={() => setWay(null)} /> : null}
    </Section>
  );
}

function PaperText({ text }: Pick<SigningView, 'text'>) {
  return (
    <div className={styles.paper} lang="zh-CN">
      {text.map(({ kind, label, text: words }, index) => {
        const key = `${index} ${label}`;
        if (kind === 'heading') return <h4 key={key}>{label}</h4>;
        return <p key={key}>{kind === 'line' ? `${label}：${words}` : words}</p>;
      })}
    </div>
  );
}

function Signers({ signing }: Pick<AskedProps, 'signing'>) {
  const { t } = useTranslation('resident');
  return (
    <>
      <h4>{t('signing.parties')}</h4>
      <ul className={styles.parties}>
        {signing.parties.map((party) => (
          <li key={party.number}>
            <span>{t(`signing.${whoOf(party)}`)}</span>
            <span>{t(`signing.state.${stateOf(party, signing.done)}`)}</span>
            {party.signature === null ? null : (
              <img
                className={styles.mine}
                src={fileUrl(party.signature, 'full')}
                alt={t(party.mine ? 'signing.mySignature' : 'signing.theirSignature')}
              />
            )}
          </li>
        ))}
      </ul>
      <p className={parts.note}>
        {signing.done ? t('signing.keptHint') : t('signing.least', { count: signing.least })}
      </p>
    </>
  );
}

function whoOf({ mine, first }: AskedProps['me']): 'me' | 'first' | 'other' {
  if (mine) return 'me';
  return first ? 'first' : 'other';
}

function stateOf({ agrees }: AskedProps['me'], done: boolean): 'waits' | 'onPaper' | 'agrees' | 'refuses' {
  if (agrees === null) return done ? 'onPaper' : 'waits';
  return agrees ? 'agrees' : 'refuses';
}
