import { z } from 'zod';
import { command } from '../operation.ts';
import { MediatorKind, MediatorSpeech } from './mediator-shapes.ts';

export const saveMediator = command({
  name: 'save-mediator',
  module: 'org',
  summary: 'Enter a mediator of a committee, or change the entry',
  input: {
    mediatorId: z.uuid().optional(),
    unitId: z.uuid(),
    name: z.string().trim().min(2).max(40),
    kinds: z.array(MediatorKind).min(1).max(20),
    languages: z.array(MediatorSpeech).min(1).max(20),
    /** Number of the mediator's certificate; empty where there is none. */
    certificate: z.string().trim().max(60).default(''),
    roomIds: z.array(z.uuid()).max(20).default([]),
    from: z.iso.date(),
    /** The first day no longer. */
    until: z.iso.date().nullable().default(null),
    active: z.boolean().default(true),
  },
  output: z.object({ mediatorId: z.uuid() }),
  allow: 'mediators:edit',
});
