import { fileUrl } from '@linli/client';
import type { SigningView } from '@linli/contract';
import { Image, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './stages.module.css';

/** Who has signed the paper that is put before the parties now. */
export function SigningRows({ signing }: { readonly signing: SigningView }) {
  const { t } = useTranslation('stages');
  const isRefused = signing.parties.some(({ agrees }) => agrees === false);
  return (
    <>
      <table className={styles.rows} aria-label={t('signing.title')}>
        <thead>
          <tr>
            <th scope="col">{t('signing.who')}</th>
            <th scope="col">{t('signing.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {signing.parties.map((party) => (
            <PartyRow key={party.number} party={party} />
          ))}
        </tbody>
      </table>
      <p className={styles.soft}>{t('signing.least', { count: signing.least })}</p>
      {isRefused ? <p>{t('signing.blocked')}</p> : null}
    </>
  );
}

function PartyRow({ party }: { readonly party: SigningView['parties'][number] }) {
  const { t } = useTranslation('stages');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  return (
    <tr>
      <td>
        {party.name} <span className={styles.soft}>{t(party.first ? 'signing.first' : 'signing.other')}</span>
      </td>
      <td>
        {party.agrees === null ? (
          <span className={styles.soft}>{t('signing.waits')}</span>
        ) : (
          <Tag color={party.agrees ? 'success' : 'error'}>{t(party.agrees ? 'signing.agrees' : 'signing.refuses')}</Tag>
        )}
        {party.at === null ? null : <span className={styles.soft}>{instantWords(party.at, now, ui)}</span>}
        {party.words === '' ? null : <p className={styles.words}>{party.words}</p>}
        {party.signature === null ? null : (
          <p>
            <Image width={150} height={50} src={fileUrl(party.signature, 'full')} alt={t('signing.picture')} />
          </p>
        )}
      </td>
    </tr>
  );
}
