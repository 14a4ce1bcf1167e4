import { AArrowDown, AArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { setElderMode, useElderMode } from './elder-mode.ts';

/** 长辈版: large, then larger still; and the way back. */
export function ElderToggle() {
  const { t } = useTranslation('ui');
  const mode = useElderMode();
  if (mode === 'off') {
    return (
      <Button
        kind="quiet"
        icon={<AArrowUp aria-hidden="true" size={20} />}
        aria-label={t('elder.turnOnLabel')}
        onClick={() => setElderMode('true')}
      >
        {t('elder.turnOn')}
      </Button>
    );
  }
  return (
    <>
      {mode === 'true' ? (
        <Button kind="quiet" aria-label={t('elder.largerLabel')} onClick={() => setElderMode('largest')}>
          {t('elder.larger')}
        </Button>
      ) : null}
      <Button
        kind="quiet"
        icon={<AArrowDown aria-hidden="true" />}
        aria-label={t('elder.turnOffLabel')}
        onClick={() => setElderMode('off')}
      >
        {t('elder.turnOff')}
      </Button>
    </>
  );
}
