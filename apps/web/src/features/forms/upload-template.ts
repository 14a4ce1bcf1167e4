import { FormColumn, subjectNouns } from '@linli/domain';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { useClient } from '../client-context.tsx';
import type { CallError } from '../operation-hooks.ts';

const ProposedTemplate = z.object({
  templateId: z.uuid(),
  kind: z.enum(['xlsx', 'docx']),
  noun: z.enum(subjectNouns),
  columns: z.array(
    z.object({ heading: z.string(), column: FormColumn.nullable(), sure: z.enum(['name', 'synonym', 'part', 'none']) }),
  ),
});
/** What a department's own file is taken for: its headings in their order, each with the column proposed for it. */
export type ProposedTemplate = z.infer<typeof ProposedTemplate>;

/** Sends a department's own empty file; its body is bytes, so it is no operation of the contract. */
export function useUploadTemplate() {
  const client = useClient();
  return useMutation<ProposedTemplate, CallError, File>({
    mutationKey: ['forms', 'template'],
    mutationFn: async (file) => ProposedTemplate.parse(await client.uploadTemplate(file, file.name)),
  });
}
