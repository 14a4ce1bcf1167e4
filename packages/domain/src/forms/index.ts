/** Forms a department files once and the registers fill. */
export { type CellMark, cellMark, cellMarks, cellWords } from './cell-words.ts';
export { chosenNeeds, columnNeeds, formNeeds, isAboutPeople, nounsOfPeople, rowNoun } from './column-needs.ts';
export { type AskedBefore, type DoubleAsk, doubleAskShare, findDoubleAsks, headingsKnown } from './double-asks.ts';
export { entrySeconds, shareSeconds } from './entry-time.ts';
export * from './form-definition.ts';
export { dueDay, nextPeriodFrom, type PeriodDays, periodOfDay, weekOf } from './form-period.ts';
export { type FormFault, formFaultCodes, formProblemWords } from './form-problem-words.ts';
export {
  type FormDefinitionProblem,
  findFormProblems,
  findPackFormProblems,
  formProblemCodes,
} from './form-problems.ts';
export { type FigureGroup, type HiddenFigure, hideFigures } from './hide-figures.ts';
export { guessNoun, type ProposedColumn, proposeColumns } from './propose-columns.ts';
export * from './return-flow.ts';
export { nounOf, type Operand, type RowCondition, readRowCondition } from './row-condition.ts';
