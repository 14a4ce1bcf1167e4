import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import parts from '../parts/parts.module.css';
import { SERVICE_LINE } from './service-line.ts';

/** Who to call. No committee's number is kept yet, so the page says where it hangs and offers the city's line. */
export function CallPage() {
  const { t } = useTranslation('resident');
  return (
    <div className={parts.stack}>
      <PageHead title={t('home.call')} />
      <p>{t('call.unknown')}</p>
      <p>{t('call.ask')}</p>
      <a href={`tel:${SERVICE_LINE}`} className={buttonClass({ kind: 'primary', size: 'large', wide: true })}>
        <Phone aria-hidden="true" /> {t('call.line', { number: SERVICE_LINE })}
      </a>
      <p className={parts.note}>{t('call.emergency')}</p>
    </div>
  );
}
