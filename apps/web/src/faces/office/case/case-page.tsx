import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../keys/use-shortcuts.ts';
import { CasePanel } from './case-panel.tsx';

/** A case on its own page: where notices, the screen and the palette lead. */
export function CasePage() {
  const { t } = useTranslation('office');
  const { caseId } = useParams({ strict: false });
  useShortcuts([{ keys: 'esc', label: t('keys.back'), group: 'everywhere', run: () => history.back() }]);
  if (caseId === undefined) return null;
  return <CasePanel key={caseId} caseId={caseId} />;
}
