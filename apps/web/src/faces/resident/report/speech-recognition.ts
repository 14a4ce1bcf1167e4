/** The part of the browser's speech recognition that is used here; TypeScript does not know the prefixed one. */
export interface Recognition {
  lang: string;
  interimResults: boolean;
  onresult: ((event: { readonly results: Iterable<ArrayLike<{ readonly transcript: string }>> }) => void) | null;
  onerror: (() => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

type SpeechWindow = {
  readonly SpeechRecognition?: new () => Recognition;
  readonly webkitSpeechRecognition?: new () => Recognition;
};

/** The browser's speech recognition, under either name; undefined where there is none. */
export function findSpeechRecognition(): (new () => Recognition) | undefined {
  const page = window as SpeechWindow; // not in lib.dom under both names
  return page.SpeechRecognition ?? page.webkitSpeechRecognition;
}
