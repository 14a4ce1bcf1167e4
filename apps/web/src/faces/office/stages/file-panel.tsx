import { fileUrl } from '@linli/client';
import type { CaseDetail, CaseFileItemView } from '@linli/contract';
import { Button, Form, Image, Tag } from 'antd';
import { FilePlus2, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetCaseFile } from '../../../features/cases/get-case-file.ts';
import { useNoteCase } from '../../../features/cases/note-case.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { PhotosInput } from '../actions/photos-input.tsx';
import { WordsItem } from '../actions/words-item.tsx';
import panel from '../case/case-panel.module.css';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './stages.module.css';

/** The file of the case, item by item: what is there, what is missing, who brings it. Nothing where the type has none. */
export function FilePanel({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['stages', 'common']);
  const local = useLocalText();
  const hasFile = detail.type.file !== undefined;
  const { data, refetch } = useGetCaseFile({ caseId: detail.id }, { enabled: hasFile });
  const [adding, setAdding] = useState<CaseFileItemView | null>(null);
  if (!hasFile || data === undefined) return null;
  const there = data.items.filter((item) => item.present).length;
  return (
    <section className={panel.section} aria-label={local(data.name)}>
      <h3>{local(data.name)}</h3>
      <p className={styles.soft}>
        {t('stages:file.count', { there, all: data.items.length })}
        {data.complete ? '' : ` ${t('stages:file.incomplete')}`}
      </p>
      <ol className={styles.file}>
        {data.items.map((item) => (
          <li key={item.key}>
            <span className={styles.fileHead}>
              <strong>
                {t(item.required ? 'stages:file.required' : 'stages:file.optional', { name: local(item.label) })}
              </strong>
              <Tag color={tone(item)}>{t(item.present ? 'stages:file.present' : 'stages:file.missing')}</Tag>
              {data.mayAdd ? (
                <Button
                  size="small"
                  type="text"
                  icon={<FilePlus2 size={14} aria-hidden="true" />}
                  aria-label={t('stages:file.addTo', { name: local(item.label) })}
                  onClick={() => setAdding(item)}
                >
                  {t('stages:file.add')}
                </Button>
              ) : null}
            </span>
            {item.entries.map((entry) => (
              <span key={`${entry.day} ${local(entry.what)} ${entry.photos.join()}`} className={styles.soft}>
                {[local(entry.what), entry.day, entry.by].filter((each) => each !== null && each !== '').join(' · ')}
                {entry.photos.length === 0 ? null : (
                  <Image.PreviewGroup>
                    {entry.photos.map((hash, index) => (
                      <Image
                        key={hash}
                        width={56}
                        height={42}
                        src={fileUrl(hash, 'thumb')}
                        preview={{ src: fileUrl(hash, 'full') }}
                        alt={t('stages:file.page', { number: index + 1 })}
                      />
                    ))}
                  </Image.PreviewGroup>
                )}
              </span>
            ))}
            {item.present ? null : <span className={styles.soft}>{wordsOfSource(item)}</span>}
          </li>
        ))}
      </ol>
      <Button
        icon={<Printer size={14} aria-hidden="true" />}
        href={`/api/case-file?${new URLSearchParams({ caseId: detail.id })}`}
        target="_blank"
      >
        {t('stages:file.print')}
      </Button>
      {adding === null ? null : (
        <AddPapers
          detail={detail}
          item={adding}
          onClose={() => {
            setAdding(null);
            void refetch();
          }}
        />
      )}
    </section>
  );

  function wordsOfSource(item: CaseFileItemView): string {
    if (item.comesFrom.length === 0) return t('stages:file.byHand');
    return t('stages:file.comesFrom', { stages: item.comesFrom.map((name) => local(name)).join(t('common:listJoin')) });
  }
}

function tone({ present, required }: CaseFileItemView): string {
  if (present) return 'success';
  return required ? 'error' : 'default';
}

type AddPapersProps = {
  readonly detail: CaseDetail;
  readonly item: CaseFileItemView;
  readonly onClose: () => void;
};

function AddPapers({ detail, item, onClose }: AddPapersProps) {
  const { t } = useTranslation('stages');
  const local = useLocalText();
  const { mutateAsync } = useNoteCase();
  const name = local(item.label);
  return (
    <ActionForm<{ words: string; photos?: string[] }>
      title={t('file.addTo', { name })}
      explains={t('file.addExplains')}
      submitLabel={t('file.add')}
      doneWords={t('file.added', { name })}
      initialValues={{ words: name }}
      onSubmit={({ words, photos }) =>
        mutateAsync({ caseId: detail.id, words, photos: photos ?? [], fileItem: item.key })
      }
      onClose={onClose}
    >
      <WordsItem name="words" required label={t('file.what')} />
      <Form.Item name="photos" label={t('file.pages')} rules={[{ required: true, message: t('file.pagesNeeded') }]}>
        <PhotosInput />
      </Form.Item>
    </ActionForm>
  );
}
