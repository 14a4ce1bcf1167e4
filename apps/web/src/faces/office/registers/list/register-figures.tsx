import type { SubjectNoun } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { useGetAreaTree } from '../../../../features/places/get-area-tree.ts';
import { useCountByTags } from '../../../../features/tags/count-by-tags.ts';
import { useMay } from '../../shell/use-session.ts';
import { useCountWords } from '../../tags/count-view.tsx';
import styles from '../registers.module.css';

const nouns = ['home', 'household', 'person', 'entity', 'asset'] as const satisfies readonly SubjectNoun[];

/** How many the registers hold in the chosen area, else in all the reader's places; small numbers as every count tells them. */
export function RegisterFigures({ areaId }: { readonly areaId: string | undefined }) {
  const mayCount = useMay('tags:read');
  const { data } = useGetAreaTree({}, { enabled: mayCount, staleTimeMs: 300_000 });
  if (!mayCount || data === undefined) return null;
  return (
    <dl className={styles.figures}>
      {nouns.map((noun) => (
        <RegisterFigure key={noun} noun={noun} areaId={areaId} siteId={data.siteId} />
      ))}
    </dl>
  );
}

type RegisterFigureProps = {
  readonly noun: SubjectNoun;
  readonly areaId: string | undefined;
  readonly siteId: string;
};

/** Counted in memory by the index of tags, whatever the size of the register. */
function RegisterFigure({ noun, areaId, siteId }: RegisterFigureProps) {
  const { t } = useTranslation(['subjects', 'common']);
  const words = useCountWords();
  const { data } = useCountByTags(
    // The same question whatever the area: what is hidden of one area can then not be worked out from another.
    { expression: { place: siteId }, noun, level: 1, ...(areaId === undefined ? {} : { areaId }) },
    { keepPrevious: true, staleTimeMs: 60_000 },
  );
  return (
    <div>
      <dt>{t(`subjects:noun.${noun}`)}</dt>
      <dd>{data === undefined ? t('common:nothing') : words(data.total)}</dd>
    </div>
  );
}
