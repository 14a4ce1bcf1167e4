import { readCsv } from './read-csv.ts';

/** Usual terms in calendar days by agency and type; types the file gives none for are absent. */
export type Terms = ReadonlyMap<string, number>;

export function typeKey(agency: string, type: string): string {
  return `${agency}/${type}`;
}

/** Reads the table of usual terms. Throws naming the line of an unreadable term: a wrong deadline would be worse than none. */
export function readTerms(text: string): Terms {
  const file = readCsv(text);
  const terms = new Map<string, number>();
  for (const { line, cell } of file.records) {
    const days = cell('usual_term_days');
    if (days === '') continue;
    if (!(Number(days) > 0 && Number(days) <= 400))
      throw new Error(`terms, line ${line}: ${days} is no number of days`);
    terms.set(typeKey(cell('agency'), cell('type')), Number(days));
  }
  return terms;
}
