import type { ImportRun } from '@linli/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../client-context.tsx';
import type { CallError } from '../operation-hooks.ts';

/** Sends a table of orders; its body is bytes, so it is no operation of the contract. */
export function useUploadTable() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation<ImportRun, CallError, File>({
    mutationKey: ['imports', 'upload'],
    mutationFn: (file) => client.uploadTable(file, file.name),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['imports'] }),
  });
}
