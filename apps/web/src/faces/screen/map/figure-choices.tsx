import { mapFigures } from '@linli/contract';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MapFigureName } from '../screen-search.ts';
import styles from './screen-map.module.css';

/** What the map is coloured by; kept in the address, so that a wall comes back with the same figure. */
export function FigureChoices({ chosen }: { readonly chosen: MapFigureName }) {
  const { t } = useTranslation(['measures', 'screen']);
  const navigate = useNavigate();
  const choose = (figure: MapFigureName) =>
    void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, figure }), replace: true });
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">{t('screen:map.choose')}</legend>
      {mapFigures.map((figure) => (
        <button key={figure} type="button" aria-pressed={figure === chosen} onClick={() => choose(figure)}>
          {t(`measures:mapFigure.${figure}`)}
        </button>
      ))}
    </fieldset>
  );
}
