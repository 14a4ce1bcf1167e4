/** What people may ask about their own data, what they agreed to, and when it is deleted. */
export * from './consent-purposes.ts';
export { type DeletionPlan, planDeletion } from './plan-deletion.ts';
export * from './rights-clock.ts';
export * from './rights-fold.ts';
export * from './rights-request.ts';
