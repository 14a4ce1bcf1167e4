import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import type { Like, LikeSubject } from './find-like.ts';

/** Who seems to be there already: the same by number, or alike by name and birth. */
export function LikeNotice({ like, onClose }: { readonly like: Like; readonly onClose: () => void }) {
  const { t } = useTranslation('registers');
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={like.same.length > 0 ? t('new.sameTitle') : t('new.nearTitle')}
      description={
        <>
          <p>{like.same.length > 0 ? t('new.sameBody') : t('new.nearBody')}</p>
          <ul>
            {[...like.same, ...like.near].map((row) => (
              <li key={row.id}>
                <Link to="/registers/$subjectId" params={{ subjectId: row.id }} onClick={onClose}>
                  {row.name}
                </Link>{' '}
                <LikeFacts row={row} />
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

function LikeFacts({ row }: { readonly row: LikeSubject }) {
  const { t } = useTranslation('subjects');
  const words = useFieldWords();
  const facts = Object.entries(row.fields).map(([code, value]) => words.value(row.noun, code, value));
  return [...facts, row.homeName, row.state === 'active' ? null : t(`state.${row.state}`)]
    .filter((part) => part !== null)
    .join(' · ');
}
