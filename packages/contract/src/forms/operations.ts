import { answerQuestions } from './answer-questions.ts';
import { decideNeed } from './decide-need.ts';
import { decideReturn } from './decide-return.ts';
import { endForm } from './end-form.ts';
import { endNeed } from './end-need.ts';
import { fetchShared } from './fetch-shared.ts';
import { fileNeed } from './file-need.ts';
import { fillReturn } from './fill-return.ts';
import { getBurden } from './get-burden.ts';
import { getForm } from './get-form.ts';
import { getReturn } from './get-return.ts';
import { listAsks } from './list-asks.ts';
import { listFormTags } from './list-form-tags.ts';
import { listForms } from './list-forms.ts';
import { listLedgers } from './list-ledgers.ts';
import { listLegalItems } from './list-legal-items.ts';
import { listNeeds } from './list-needs.ts';
import { listQuestions } from './list-questions.ts';
import { listReturns } from './list-returns.ts';
import { makeNeedKey } from './make-need-key.ts';
import { moveReturn } from './move-return.ts';
import { openCell } from './open-cell.ts';
import { previewForm } from './preview-form.ts';
import { publishForm } from './publish-form.ts';
import { pullForm } from './pull-form.ts';
import { refuseAsk } from './refuse-ask.ts';
import { registerAsk } from './register-ask.ts';
import { saveForm } from './save-form.ts';
import { saveLegalItem } from './save-legal-item.ts';

export const formsOperations = {
  answerQuestions,
  decideNeed,
  decideReturn,
  endForm,
  endNeed,
  fetchShared,
  fileNeed,
  fillReturn,
  getBurden,
  getForm,
  getReturn,
  listAsks,
  listFormTags,
  listForms,
  listLedgers,
  listLegalItems,
  listNeeds,
  listQuestions,
  listReturns,
  makeNeedKey,
  moveReturn,
  openCell,
  previewForm,
  publishForm,
  pullForm,
  refuseAsk,
  registerAsk,
  saveForm,
  saveLegalItem,
} as const;
