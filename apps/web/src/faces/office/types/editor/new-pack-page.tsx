import type { importPack, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Collapse, Tag, Upload } from 'antd';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportPack } from '../../../../features/cases/import-pack.ts';
import { Refused } from '../../../../ui/state-views.tsx';
import { readRefusal } from '../../actions/read-refusal.ts';
import { useMay } from '../../shell/use-session.ts';
import { useLocalText } from '../../words/use-local-text.ts';
import styles from './editor.module.css';
import { MatchesView } from './matches-view.tsx';
import { TrialView } from './trial-view.tsx';
import { YamlEditor } from './yaml-editor.tsx';

type Result = OutputOf<typeof importPack>;

/** A pack from YAML, pasted or from a file: first a dry run, then stored and switched off until somebody switches it on. */
export function NewPackPage() {
  const { t } = useTranslation('types');
  const mayEdit = useMay('types:edit');
  return (
    <div className={styles.page}>
      <p>
        <Link to="/types">{t('back')}</Link>
      </p>
      <h1>{t('newPack.title')}</h1>
      <p className={styles.note}>{t('newPack.explains')}</p>
      {mayEdit ? <PackForm /> : <Refused />}
    </div>
  );
}

function PackForm() {
  const { t } = useTranslation(['types', 'office']);
  const { mutateAsync, isPending } = useImportPack();
  const [yaml, setYaml] = useState('');
  const [result, setResult] = useState<Result | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isSound = result?.dryRun === true && result.pack !== null && result.problems.length === 0;

  function renew(text: string): void {
    setYaml(text);
    setResult(null);
    setRefusal(null);
  }
  async function run(how: 'dry' | 'real'): Promise<void> {
    setRefusal(null);
    try {
      setResult(await mutateAsync({ yaml, dryRun: how === 'dry', switchOn: false }));
    } catch (error) {
      setRefusal(readRefusal(error, t('office:refusal.unknown')).message);
    }
  }

  return (
    <div className={styles.columns}>
      <section className={styles.left} aria-label={t('types:newPack.text')}>
        <div className={styles.actions}>
          <Upload
            accept=".yaml,.yml,.txt"
            showUploadList={false}
            beforeUpload={(chosen) => {
              void chosen.text().then(renew);
              return false;
            }}
          >
            <Button icon={<FileUp size={14} aria-hidden="true" />}>{t('types:newPack.file')}</Button>
          </Upload>
          <Button disabled={yaml.trim() === ''} loading={isPending} onClick={() => void run('dry')}>
            {t('types:newPack.try')}
          </Button>
          <Button type="primary" disabled={!isSound} loading={isPending} onClick={() => void run('real')}>
            {t('types:newPack.store')}
          </Button>
        </div>
        <YamlEditor label={t('types:newPack.text')} value={yaml} problems={result?.problems ?? []} onChange={renew} />
      </section>
      <section className={styles.right} aria-label={t('types:meaning')}>
        {refusal === null ? null : <Alert type="error" showIcon role="alert" title={refusal} />}
        {result !== null && result.problems.length === 0 ? <PackResult result={result} /> : null}
      </section>
    </div>
  );
}

function PackResult({ result }: { readonly result: Result }) {
  const { t } = useTranslation('types');
  const local = useLocalText();
  if (!result.dryRun) {
    return (
      <Alert
        type="success"
        showIcon
        role="status"
        title={t('newPack.stored', { count: result.newVersions })}
        action={<Link to="/types">{t('newPack.switchOn')}</Link>}
      />
    );
  }
  return (
    <>
      <p role="status">{t('newPack.sound', { count: result.caseTypes })}</p>
      <Collapse
        items={result.types.map((type) => ({
          key: type.code,
          label: (
            <>
              {local(type.name)} <Tag>{t(`newPack.change.${type.change}`)}</Tag>
            </>
          ),
          children: (
            <>
              {type.trial === null ? null : <TrialView trial={type.trial} />}
              {type.matches === null ? null : <MatchesView matches={type.matches} />}
              {type.trial === null && type.matches === null ? <p>{t('noChanges')}</p> : null}
            </>
          ),
        }))}
      />
    </>
  );
}
