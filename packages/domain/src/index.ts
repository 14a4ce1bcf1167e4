export * from './access/roles.ts';
export * from './cases/case-state.ts';
export * from './cases/case-type.ts';
