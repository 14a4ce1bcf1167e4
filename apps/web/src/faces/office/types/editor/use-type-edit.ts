import type { OutputOf, saveCaseTypeDraft } from '@linli/contract';
import { type CaseTypeDefinition, checkCaseType, type PackProblem } from '@linli/domain';
import { useState } from 'react';
import { useSaveCaseTypeDraft } from '../../../../features/cases/save-case-type-draft.ts';

type Draft = OutputOf<typeof saveCaseTypeDraft>['draft'];
/** What the editor begins with: the draft there is, or the version in force. */
export type EditStart = {
  readonly code: string;
  readonly inForce: number;
  readonly yaml: string;
  readonly definition: CaseTypeDefinition | null;
  readonly draft: Draft | null;
};

export type TypeEdit = {
  readonly mode: 'form' | 'text';
  readonly definition: CaseTypeDefinition | null;
  readonly yaml: string;
  readonly draft: Draft | null;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Of the form as it stands, by path; those of the text come with the saved draft, by line. */
  readonly formProblems: readonly PackProblem[];
  setDefinition(definition: CaseTypeDefinition): void;
  setYaml(yaml: string): void;
  setMode(mode: 'form' | 'text'): void;
  /** The version this edit stands on: only `save(onto)` moves it, so nobody undoes what came between unseen. */
  readonly base: number;
  /** Keeps what was changed; throws the server's refusal. */
  save(onto?: number): Promise<Draft>;
};

/**
 * One edit of a type, as a form or as text. The server turns the one into the other, so the page needs no YAML of its own:
 * changing the view saves first.
 */
export function useTypeEdit(start: EditStart): TypeEdit {
  const [mode, setMode] = useState<'form' | 'text'>(start.definition === null ? 'text' : 'form');
  const [definition, setDefinition] = useState(start.definition);
  const [yaml, setYaml] = useState(start.yaml);
  const [draft, setDraft] = useState(start.draft);
  const [base, setBase] = useState(start.draft?.baseVersion ?? start.inForce);
  const [isDirty, setDirty] = useState(false);
  const { mutateAsync, isPending } = useSaveCaseTypeDraft();

  async function save(onto = base): Promise<Draft> {
    const isForm = mode === 'form' && definition !== null;
    const { draft: kept } = await mutateAsync({
      code: start.code,
      yaml: isForm ? JSON.stringify(definition) : yaml,
      layout: isForm ? 'tidy' : 'keep',
      revision: draft?.revision ?? null,
      baseVersion: onto,
    });
    setDraft(kept);
    setBase(kept.baseVersion);
    setYaml(kept.yaml);
    if (kept.definition !== null) setDefinition(kept.definition);
    setDirty(false);
    return kept;
  }

  return {
    mode,
    definition,
    yaml,
    draft,
    base,
    isDirty,
    isSaving: isPending,
    formProblems: mode === 'form' && definition !== null ? checkCaseType(definition).problems : [],
    setDefinition(next) {
      setDefinition(next);
      setDirty(true);
    },
    setYaml(next) {
      setYaml(next);
      setDirty(true);
    },
    setMode,
    save,
  };
}
