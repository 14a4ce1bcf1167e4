/** Everything that writes the registers, by what it writes. */
export * from './store/facts.ts';
export * from './store/journal.ts';
export * from './store/links.ts';
export * from './store/secrets.ts';
export * from './store/subjects.ts';
