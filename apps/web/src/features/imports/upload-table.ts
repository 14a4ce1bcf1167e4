import type { ImportKind, ImportRun } from '@linli/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../client-context.tsx';
import type { CallError } from '../operation-hooks.ts';

/** Sends a table of orders or of a register; its body is bytes, so it is no operation of the contract. */
export function useUploadTable() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation<ImportRun, CallError, { file: File; kind: ImportKind; areaId?: string }>({
    mutationKey: ['imports', 'upload'],
    mutationFn: ({ file, ...more }) => client.uploadTable(file, file.name, more),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['imports'] }),
  });
}
