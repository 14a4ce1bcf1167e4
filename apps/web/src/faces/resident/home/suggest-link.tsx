import { Link } from '@tanstack/react-router';
import { MessageSquareText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button.tsx';

/** To what the street asks suggestions on, and what became of them. */
export function SuggestLink() {
  const { t } = useTranslation('resident');
  return (
    <Link to="/suggestions" className={buttonClass({ kind: 'plain', size: 'large', wide: true })}>
      <MessageSquareText aria-hidden="true" /> {t('suggest.title')}
    </Link>
  );
}
