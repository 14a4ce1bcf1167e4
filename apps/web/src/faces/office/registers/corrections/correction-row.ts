import type { Correction } from '@linli/contract';
import type { z } from 'zod';

export type CorrectionRow = z.infer<typeof Correction>;
