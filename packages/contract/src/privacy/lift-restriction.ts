import { z } from 'zod';
import { command } from '../operation.ts';
import { FieldCodeText } from '../registers/shapes.ts';

export const liftRestriction = command({
  name: 'lift-restriction',
  module: 'privacy',
  summary: 'Bring values that a request took out of use back into it, with the person’s proof, at the desk',
  input: {
    /** The request that restricted them. */
    rightsId: z.uuid(),
    fields: z.array(FieldCodeText).min(1).max(40),
    /** What the person showed: who they are, and that they want it. */
    proof: z.string().trim().max(200),
  },
  output: z.object({ fields: z.array(z.string()) }),
  errors: ['restriction-none', 'rights-words-needed', 'subject-gone'],
  allow: 'privacy:desk',
});
