import type { CoverageProblem } from '@linli/contract';
import type { z } from 'zod';

/** An overlap, a gap or a bad ring as the server names it. */
export type Problem = z.infer<typeof CoverageProblem>;
