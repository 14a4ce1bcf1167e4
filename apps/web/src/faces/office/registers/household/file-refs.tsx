import type { SubjectRef } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import styles from './household.module.css';

export type FileRefsProps = { readonly label: string; readonly refs: readonly z.infer<typeof SubjectRef>[] };

/** “产权人：……”, each opens. Nothing where there is none. */
export function FileRefs({ label, refs }: FileRefsProps) {
  if (refs.length === 0) return null;
  return (
    <p className={styles.refs}>
      <span className={styles.soft}>{label}</span>
      {refs.map((ref) => (
        <Link key={ref.id} to="/registers/$subjectId" params={{ subjectId: ref.id }}>
          {ref.name}
        </Link>
      ))}
    </p>
  );
}
