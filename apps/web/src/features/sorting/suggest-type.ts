import { type CallOutput, createRequestId } from '@linli/client';
import { suggestType } from '@linli/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useOnline } from '../../ui/use-online.ts';
import { useClient } from '../client-context.tsx';

const fewestLetters = 4;
const pauseMs = 500;
const keptMs = 60_000;

/**
 * What the server thinks these words speak of, asked when the typing pauses; undefined while it has not answered, or cannot: without a network
 * the page goes on with the names it knows. It is a read that travels as a command, so that nobody's words stand in an address.
 */
export function useSuggestType(words: string): CallOutput<typeof suggestType> | undefined {
  const client = useClient();
  const online = useOnline();
  const settled = useSettled(words.trim().slice(0, 4000));
  const { data } = useQuery({
    queryKey: [suggestType.module, suggestType.name, settled],
    queryFn: ({ signal }) => client.call(suggestType, { requestId: createRequestId(), words: settled }, { signal }),
    enabled: online && settled.length >= fewestLetters,
    staleTime: keptMs,
    gcTime: keptMs,
    retry: false,
  });
  return data;
}

/** The value once it has stood still for a moment; the first at once. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
