import type { ImportKind, ImportRun } from '@linli/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../client-context.tsx';
import type { CallError } from '../operation-hooks.ts';

/** Sends a table of orders or of a register; its body is bytes, so it is no operation of the contract. */
export function useUploadTable() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation<ImportRun, CallError, { file: File; kind: ImportKind }>({
    mutationKey: ['imports', 'upload'],
    mutationFn: ({ file, kind }) => client.uploadTable(file, file.name, { kind }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['imports'] }),
  });
}
