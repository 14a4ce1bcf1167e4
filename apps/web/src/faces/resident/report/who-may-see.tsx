import type { CaseTypeDefinition } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { Choices } from '../../../ui/choices.tsx';
import parts from '../parts/parts.module.css';
import type { ReportDraft } from './report-draft.ts';

export type WhoMaySeeProps = {
  readonly type: CaseTypeDefinition;
  readonly draft: ReportDraft;
  readonly change: (patch: Partial<ReportDraft>) => void;
  readonly isSignedIn: boolean;
  readonly elder: boolean;
};

/** Who will see the report and whether a name goes with it: chosen where the type leaves it open, else said. */
export function WhoMaySee({ type, draft, change, isSignedIn, elder }: WhoMaySeeProps) {
  const { t } = useTranslation(['resident', 'cases']);
  const mayBeAnonymous = type.reporters.includes('anonymous');
  // In elder mode the name is asked about at signing in; who chose to leave none can still think better of it.
  const asksName = mayBeAnonymous && (!elder || draft.anonymous);
  return (
    <>
      {elder || type.visibility !== 'public' ? (
        <p className={parts.note}>{t(`resident:who.note.${type.visibility}`)}</p>
      ) : (
        <Choices
          required
          kind="one"
          label={t('resident:who.label')}
          hint={t('resident:who.hint')}
          values={[draft.visibility ?? type.visibility]}
          options={[
            { value: 'public', label: t('cases:visibility.public') },
            { value: 'private', label: t('cases:visibility.private') },
          ]}
          onChange={([value]) => change({ visibility: value === 'private' ? 'private' : 'public' })}
        />
      )}
      {asksName ? (
        <Choices
          required
          kind="one"
          label={t('resident:who.name')}
          hint={draft.anonymous ? t('resident:who.anonymousHint') : undefined}
          values={[draft.anonymous ? 'none' : 'phone']}
          options={[
            { value: 'phone', label: isSignedIn ? t('resident:who.withAccount') : t('resident:who.withPhone') },
            { value: 'none', label: t('resident:who.anonymous') },
          ]}
          onChange={([value]) => change({ anonymous: value === 'none' })}
        />
      ) : null}
    </>
  );
}
