import { acceptCase } from './accept-case.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { addCaller } from './add-caller.ts';
import { advanceCase } from './advance-case.ts';
import { answerCaller } from './answer-caller.ts';
import { askExclusion } from './ask-exclusion.ts';
import { askExtension } from './ask-extension.ts';
import { askSuspension } from './ask-suspension.ts';
import { askVoid } from './ask-void.ts';
import { changeCaseType } from './change-case-type.ts';
import { checkCase } from './check-case.ts';
import { contactReporter } from './contact-reporter.ts';
import { countCases } from './count-cases.ts';
import { decideRequest } from './decide-request.ts';
import { declineCase } from './decline-case.ts';
import { deleteView } from './delete-view.ts';
import { discardCaseTypeDraft } from './discard-case-type-draft.ts';
import { dispatchCase } from './dispatch-case.ts';
import { findLikeCases } from './find-like-cases.ts';
import { finishPart } from './finish-part.ts';
import { getCase } from './get-case.ts';
import { getCaseFile } from './get-case-file.ts';
import { getCaseTypeDraft } from './get-case-type-draft.ts';
import { getHandFigures } from './get-hand-figures.ts';
import { getTypeVersion } from './get-type-version.ts';
import { handleCase } from './handle-case.ts';
import { importCase } from './import-case.ts';
import { importHolidays } from './import-holidays.ts';
import { importPack } from './import-pack.ts';
import { inviteParty } from './invite-party.ts';
import { joinCase } from './join-case.ts';
import { listCallers } from './list-callers.ts';
import { listCalls } from './list-calls.ts';
import { listCaseTypes } from './list-case-types.ts';
import { listCases } from './list-cases.ts';
import { listHands } from './list-hands.ts';
import { listHolidays } from './list-holidays.ts';
import { listInvitations } from './list-invitations.ts';
import { listMyCases } from './list-my-cases.ts';
import { listMyTasks } from './list-my-tasks.ts';
import { listPacks } from './list-packs.ts';
import { listPublicCases } from './list-public-cases.ts';
import { listPublishedAnswers } from './list-published-answers.ts';
import { listSavedViews } from './list-saved-views.ts';
import { listTypeVersions } from './list-type-versions.ts';
import { mergeCase } from './merge-case.ts';
import { noteCase } from './note-case.ts';
import { objectToDecline } from './object-to-decline.ts';
import { openChildCase } from './open-child-case.ts';
import { publishCaseType } from './publish-case-type.ts';
import { rateCase } from './rate-case.ts';
import { reopenCase } from './reopen-case.ts';
import { reportCase } from './report-case.ts';
import { resumeCase } from './resume-case.ts';
import { returnCase } from './return-case.ts';
import { revealCaller } from './reveal-caller.ts';
import { revealReporter } from './reveal-reporter.ts';
import { saveCall } from './save-call.ts';
import { saveCaseTypeDraft } from './save-case-type-draft.ts';
import { saveView } from './save-view.ts';
import { searchAnswers } from './search-answers.ts';
import { selfHandleCase } from './self-handle-case.ts';
import { signCase } from './sign-case.ts';
import { splitCase } from './split-case.ts';
import { suggestMediators } from './suggest-mediators.ts';
import { suggestTargets } from './suggest-targets.ts';
import { superviseCase } from './supervise-case.ts';
import { switchPack } from './switch-pack.ts';
import { takeCase } from './take-case.ts';
import { tickChecklist } from './tick-checklist.ts';
import { tryCaseType } from './try-case-type.ts';
import { urgeCase } from './urge-case.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

export const casesOperations = {
  listHolidays,
  importHolidays,
  acceptCase,
  advanceCase,
  askExclusion,
  finishPart,
  listCalls,
  listPublishedAnswers,
  openChildCase,
  saveCall,
  searchAnswers,
  signCase,
  splitCase,
  askExtension,
  askSuspension,
  askVoid,
  checkCase,
  contactReporter,
  countCases,
  decideRequest,
  declineCase,
  deleteView,
  dispatchCase,
  findLikeCases,
  getCase,
  getCaseFile,
  handleCase,
  importCase,
  importPack,
  joinCase,
  inviteParty,
  acceptInvitation,
  withdrawInvitation,
  listInvitations,
  listCaseTypes,
  listCases,
  listHands,
  getHandFigures,
  listMyCases,
  listMyTasks,
  listPacks,
  listPublicCases,
  listSavedViews,
  mergeCase,
  changeCaseType,
  noteCase,
  objectToDecline,
  rateCase,
  reopenCase,
  reportCase,
  resumeCase,
  returnCase,
  revealReporter,
  saveView,
  selfHandleCase,
  suggestTargets,
  suggestMediators,
  superviseCase,
  discardCaseTypeDraft,
  getCaseTypeDraft,
  getTypeVersion,
  listTypeVersions,
  publishCaseType,
  saveCaseTypeDraft,
  tryCaseType,
  switchPack,
  takeCase,
  tickChecklist,
  urgeCase,
  addCaller,
  answerCaller,
  listCallers,
  revealCaller,
} as const;
