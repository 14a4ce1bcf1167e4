import type { listFormTags, OutputOf } from '@linli/contract';
import { useReadText } from '../use-read-text.ts';
import { useListFormTags } from './list-form-tags.ts';

/** Tags that a form may name; `words` says one by its code, the code itself where the site has no such tag. */
export function useFormTags(): {
  readonly tags: OutputOf<typeof listFormTags>['tags'];
  words(code: string): string;
} {
  const read = useReadText();
  const tags = useListFormTags({}, { staleTimeMs: 300_000 }).data?.tags ?? [];
  return {
    tags,
    words(code) {
      const tag = tags.find((one) => one.code === code);
      return tag === undefined ? code : read(tag.name);
    },
  };
}
