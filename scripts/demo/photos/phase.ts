/** Before or after handling. */
export type Phase = 'before' | 'after';
