import type { FormDefinition } from '@linli/domain';

export type EditorPart = {
  readonly definition: FormDefinition;
  readonly onChange: (part: Partial<FormDefinition>) => void;
};
