import type { CaseTypeDefinition } from '@linli/domain';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { LoadedCase } from '../load-case.ts';
import { fileItems } from './file-entries.ts';
import { loadFiledCase } from './load-filed-case.ts';

/** Refuses a way out that asks for a complete file while something required is missing, naming it. */
export async function requireCompleteFile(db: Db, loaded: LoadedCase, type: CaseTypeDefinition): Promise<void> {
  const items = fileItems(await loadFiledCase(db, loaded, type));
  const missing = items.filter(({ state }) => state.item.required && !state.present);
  if (missing.length > 0)
    refuse('file-incomplete', { items: missing.map(({ state }) => state.item.label.zh).join('、') });
}
