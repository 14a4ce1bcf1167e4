import type { listTypeVersions, OutputOf } from '@linli/contract';
import { useBlocker } from '@tanstack/react-router';
import { Alert, Button, Segmented, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../../features/client-context.tsx';
import { useLocalText } from '../../words/use-local-text.ts';
import { DryRunPanel } from './dry-run-panel.tsx';
import styles from './editor.module.css';
import { FormEditor } from './form-editor.tsx';
import { FormProblems } from './form-problems.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { OfferBanner } from './offer-banner.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { takeOldVersion } from './take-old-version.ts';
import { TypePreview } from './type-preview.tsx';
import { useEditActions } from './use-edit-actions.ts';
import { type EditStart, useTypeEdit } from './use-type-edit.ts';
import { YamlEditor } from './yaml-editor.tsx';

export type TypeEditorProps = {
  readonly start: EditStart;
  readonly history: OutputOf<typeof listTypeVersions>;
  /** Begin anew with what the server has now. */
  readonly onAgain: () => void;
};

/** The editor: on the left the type as a form or as text, on the right what it means. */
export function TypeEditor({ start, history, onAgain }: TypeEditorProps) {
  const { t } = useTranslation(['types', 'common']);
  const local = useLocalText();
  const client = useClient();
  const edit = useTypeEdit(start);
  const { save, discard, busy, refusal, guard } = useEditActions(start.code, edit, onAgain);
  const [isPublishing, setPublishing] = useState(false);
  const problems = edit.draft?.problems ?? [];
  const isBehind = edit.base !== history.inForce;
  useBlocker({
    shouldBlockFn: () => edit.isDirty && !window.confirm(t('types:leave')),
    enableBeforeUnload: () => edit.isDirty,
  });

  const hasChange = edit.isDirty || edit.draft !== null;

  async function view(mode: 'form' | 'text'): Promise<void> {
    const kept = edit.isDirty ? await save() : edit.draft;
    if (kept === undefined) return;
    // Text whose shape is wrong cannot be shown as a form.
    edit.setMode(mode === 'form' && kept?.definition === null ? 'text' : mode);
  }
  async function askToPublish(): Promise<void> {
    const kept = edit.isDirty ? await save() : edit.draft;
    if (kept === undefined || kept === null) return;
    if (kept.problems.length > 0) edit.setMode('text');
    else setPublishing(true);
  }

  return (
    <>
      <header className={styles.head}>
        <div>
          <h1>{local(history.name)}</h1>
          <p className={styles.note} role="status">
            {start.code} · {t('types:version', { version: history.inForce })} · {statusWords()}
          </p>
        </div>
        <div className={styles.actions}>
          <Button disabled={edit.draft === null} loading={busy} onClick={() => void discard()}>
            {t('types:discard')}
          </Button>
          <Button disabled={!edit.isDirty} loading={edit.isSaving} onClick={() => void save()}>
            {t('types:save')}
          </Button>
          <Button type="primary" disabled={edit.isSaving || isBehind || !hasChange} onClick={() => void askToPublish()}>
            {t('types:publish')}
          </Button>
        </div>
      </header>
      {refusal === null ? null : (
        <Alert
          type="error"
          showIcon
          title={refusal.message}
          action={refusal.isConflict ? <Button onClick={onAgain}>{t('common:action.refresh')}</Button> : null}
        />
      )}
      {isBehind ? (
        <Alert
          type="warning"
          showIcon
          title={t('types:behind', { base: edit.base, version: history.inForce })}
          action={<Button onClick={() => void save(history.inForce)}>{t('types:keepOnTop')}</Button>}
        />
      ) : null}
      <OfferBanner history={history} onTaken={onAgain} />
      <div className={styles.columns}>
        <section className={styles.left} aria-label={t('types:edit')}>
          <Segmented<'form' | 'text'>
            aria-label={t('types:viewAs')}
            value={edit.mode}
            onChange={(mode) => void view(mode)}
            options={[
              { value: 'form', label: t('types:asForm') },
              { value: 'text', label: t('types:asText') },
            ]}
          />
          {edit.mode === 'form' && edit.definition !== null ? (
            <>
              <FormProblems problems={edit.formProblems} />
              <FormEditor type={edit.definition} onChange={edit.setDefinition} />
            </>
          ) : (
            <YamlEditor
              label={t('types:asText')}
              value={edit.yaml}
              problems={edit.isDirty ? [] : problems}
              onChange={edit.setYaml}
            />
          )}
        </section>
        <section className={styles.right} aria-label={t('types:meaning')}>
          <Tabs
            items={[
              {
                key: 'preview',
                label: t('types:tab.preview'),
                children:
                  edit.definition === null ? <p>{t('types:fixFirst')}</p> : <TypePreview type={edit.definition} />,
              },
              {
                key: 'dry-run',
                label: t('types:tab.dryRun'),
                children: <DryRunPanel code={start.code} isDirty={edit.isDirty} onSave={save} />,
              },
              {
                key: 'history',
                label: t('types:tab.history', { count: history.versions.length }),
                children: (
                  <HistoryPanel
                    history={history}
                    onTake={(version) =>
                      void guard(() => takeOldVersion(client, start, edit.draft, version)).then(
                        (done) => done && onAgain(),
                      )
                    }
                  />
                ),
              },
            ]}
          />
        </section>
      </div>
      {isPublishing && edit.draft !== null ? (
        <PublishDialog
          code={start.code}
          version={history.inForce}
          revision={edit.draft.revision}
          running={history.versions.reduce((sum, row) => sum + row.openCases, 0)}
          onDone={onAgain}
          onClose={() => setPublishing(false)}
        />
      ) : null}
    </>
  );

  function statusWords(): string {
    if (edit.isDirty) return t('types:status.dirty');
    if (edit.draft === null) return t('types:status.none');
    return t('types:status.draft', { who: edit.draft.byWords });
  }
}
