import { CaseTypeDefinition } from '@linli/domain';

/** A plain case type for tests; `changes` as a pack would write them. */
export function testType(changes: Record<string, unknown> = {}): CaseTypeDefinition {
  return CaseTypeDefinition.parse({
    code: '06010',
    name: { zh: '暴露垃圾', en: 'Exposed rubbish' },
    standard: { ref: 'local', kind: 'event', code: '06010' },
    group: 'clean',
    synonyms: ['垃圾'],
    reporters: ['resident', 'anonymous'],
    visibility: 'public',
    ...changes,
  });
}
