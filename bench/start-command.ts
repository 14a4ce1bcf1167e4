import manifest from '../package.json' with { type: 'json' };

/** What `npm start` hands to node: its own flags and the program. */
export const startArguments: readonly string[] = manifest.scripts.start.split(' ').slice(1);
