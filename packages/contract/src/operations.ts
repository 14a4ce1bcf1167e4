import { assignPost } from './access/assign-post.ts';
import { changePassword } from './access/change-password.ts';
import { getSession } from './access/get-session.ts';
import { listDemoSignIns } from './access/list-demo-sign-ins.ts';
import { listRevealsAboutMe } from './access/list-reveals-about-me.ts';
import { requestOwnCode } from './access/request-own-code.ts';
import { requestPhoneCode } from './access/request-phone-code.ts';
import { signInByPassword } from './access/sign-in-by-password.ts';
import { signInByPhone } from './access/sign-in-by-phone.ts';
import { signInToDemo } from './access/sign-in-to-demo.ts';
import { signOut } from './access/sign-out.ts';
import { acceptCase } from './cases/accept-case.ts';
import { addCaller } from './cases/add-caller.ts';
import { advanceCase } from './cases/advance-case.ts';
import { answerCaller } from './cases/answer-caller.ts';
import { askExclusion } from './cases/ask-exclusion.ts';
import { askExtension } from './cases/ask-extension.ts';
import { askSuspension } from './cases/ask-suspension.ts';
import { askVoid } from './cases/ask-void.ts';
import { changeCaseType } from './cases/change-case-type.ts';
import { checkCase } from './cases/check-case.ts';
import { contactReporter } from './cases/contact-reporter.ts';
import { countCases } from './cases/count-cases.ts';
import { decideRequest } from './cases/decide-request.ts';
import { declineCase } from './cases/decline-case.ts';
import { deleteView } from './cases/delete-view.ts';
import { discardCaseTypeDraft } from './cases/discard-case-type-draft.ts';
import { dispatchCase } from './cases/dispatch-case.ts';
import { findLikeCases } from './cases/find-like-cases.ts';
import { finishPart } from './cases/finish-part.ts';
import { getCase } from './cases/get-case.ts';
import { getCaseFile } from './cases/get-case-file.ts';
import { getCaseTypeDraft } from './cases/get-case-type-draft.ts';
import { getHandFigures } from './cases/get-hand-figures.ts';
import { getTypeVersion } from './cases/get-type-version.ts';
import { handleCase } from './cases/handle-case.ts';
import { importCase } from './cases/import-case.ts';
import { importHolidays } from './cases/import-holidays.ts';
import { importPack } from './cases/import-pack.ts';
import { joinCase } from './cases/join-case.ts';
import { listCallers } from './cases/list-callers.ts';
import { listCalls } from './cases/list-calls.ts';
import { listCaseTypes } from './cases/list-case-types.ts';
import { listCases } from './cases/list-cases.ts';
import { listHands } from './cases/list-hands.ts';
import { listHolidays } from './cases/list-holidays.ts';
import { listMyCases } from './cases/list-my-cases.ts';
import { listMyTasks } from './cases/list-my-tasks.ts';
import { listPacks } from './cases/list-packs.ts';
import { listPublicCases } from './cases/list-public-cases.ts';
import { listPublishedAnswers } from './cases/list-published-answers.ts';
import { listSavedViews } from './cases/list-saved-views.ts';
import { listTypeVersions } from './cases/list-type-versions.ts';
import { mergeCase } from './cases/merge-case.ts';
import { noteCase } from './cases/note-case.ts';
import { objectToDecline } from './cases/object-to-decline.ts';
import { openChildCase } from './cases/open-child-case.ts';
import { publishCaseType } from './cases/publish-case-type.ts';
import { rateCase } from './cases/rate-case.ts';
import { reopenCase } from './cases/reopen-case.ts';
import { reportCase } from './cases/report-case.ts';
import { resumeCase } from './cases/resume-case.ts';
import { returnCase } from './cases/return-case.ts';
import { revealCaller } from './cases/reveal-caller.ts';
import { revealReporter } from './cases/reveal-reporter.ts';
import { saveCall } from './cases/save-call.ts';
import { saveCaseTypeDraft } from './cases/save-case-type-draft.ts';
import { saveView } from './cases/save-view.ts';
import { searchAnswers } from './cases/search-answers.ts';
import { selfHandleCase } from './cases/self-handle-case.ts';
import { splitCase } from './cases/split-case.ts';
import { suggestMediators } from './cases/suggest-mediators.ts';
import { suggestTargets } from './cases/suggest-targets.ts';
import { superviseCase } from './cases/supervise-case.ts';
import { switchPack } from './cases/switch-pack.ts';
import { takeCase } from './cases/take-case.ts';
import { tickChecklist } from './cases/tick-checklist.ts';
import { tryCaseType } from './cases/try-case-type.ts';
import { urgeCase } from './cases/urge-case.ts';
import { answerQuestions } from './forms/answer-questions.ts';
import { decideNeed } from './forms/decide-need.ts';
import { decideReturn } from './forms/decide-return.ts';
import { endForm } from './forms/end-form.ts';
import { endNeed } from './forms/end-need.ts';
import { fetchShared } from './forms/fetch-shared.ts';
import { fileNeed } from './forms/file-need.ts';
import { fillReturn } from './forms/fill-return.ts';
import { getBurden } from './forms/get-burden.ts';
import { getForm } from './forms/get-form.ts';
import { getReturn } from './forms/get-return.ts';
import { listAsks } from './forms/list-asks.ts';
import { listForms } from './forms/list-forms.ts';
import { listLedgers } from './forms/list-ledgers.ts';
import { listLegalItems } from './forms/list-legal-items.ts';
import { listNeeds } from './forms/list-needs.ts';
import { listQuestions } from './forms/list-questions.ts';
import { listReturns } from './forms/list-returns.ts';
import { makeNeedKey } from './forms/make-need-key.ts';
import { moveReturn } from './forms/move-return.ts';
import { openCell } from './forms/open-cell.ts';
import { previewForm } from './forms/preview-form.ts';
import { publishForm } from './forms/publish-form.ts';
import { pullForm } from './forms/pull-form.ts';
import { refuseAsk } from './forms/refuse-ask.ts';
import { registerAsk } from './forms/register-ask.ts';
import { saveForm } from './forms/save-form.ts';
import { saveLegalItem } from './forms/save-legal-item.ts';
import { getImport } from './imports/get-import.ts';
import { listImports } from './imports/list-imports.ts';
import { listMappings } from './imports/list-mappings.ts';
import { proposeMapping } from './imports/propose-mapping.ts';
import { pushOrder } from './imports/push-order.ts';
import { saveMapping } from './imports/save-mapping.ts';
import { startImport } from './imports/start-import.ts';
import { steerImport } from './imports/steer-import.ts';
import { getProcedureFigures } from './measures/get-procedure-figures.ts';
import { getScreen } from './measures/get-screen.ts';
import { listHotSpots } from './measures/list-hot-spots.ts';
import { listIndicators } from './measures/list-indicators.ts';
import { listRisingPlaces } from './measures/list-rising-places.ts';
import { listNotices } from './notices/list-notices.ts';
import { readNotices } from './notices/read-notices.ts';
import { endHolding } from './org/end-holding.ts';
import { findHelpPhones } from './org/find-help-phones.ts';
import { findPublicUnits } from './org/find-public-units.ts';
import { grantSealed } from './org/grant-sealed.ts';
import { listMediators } from './org/list-mediators.ts';
import { listPosts } from './org/list-posts.ts';
import { listRooms } from './org/list-rooms.ts';
import { listUnits } from './org/list-units.ts';
import { saveMediator } from './org/save-mediator.ts';
import { savePost } from './org/save-post.ts';
import { saveRoom } from './org/save-room.ts';
import { saveUnit } from './org/save-unit.ts';
import { getBulletin } from './partners/get-bulletin.ts';
import { getOwnPartnerCard } from './partners/get-own-partner-card.ts';
import { getSharedCase } from './partners/get-shared-case.ts';
import { listBulletins } from './partners/list-bulletins.ts';
import { listPartners } from './partners/list-partners.ts';
import { listSharedCases } from './partners/list-shared-cases.ts';
import { saveBulletinSchedule } from './partners/save-bulletin-schedule.ts';
import { savePartner } from './partners/save-partner.ts';
import { shareCase } from './partners/share-case.ts';
import { tellPartner } from './partners/tell-partner.ts';
import { checkAreas } from './places/check-areas.ts';
import { getArea } from './places/get-area.ts';
import { getAreaTree } from './places/get-area-tree.ts';
import { getMap } from './places/get-map.ts';
import { importAreas } from './places/import-areas.ts';
import { importDivisions } from './places/import-divisions.ts';
import { importPlaceList } from './places/import-place-list.ts';
import { listAreaGroups } from './places/list-area-groups.ts';
import { locatePoint } from './places/locate-point.ts';
import { mergeAreas } from './places/merge-areas.ts';
import { redrawAreas } from './places/redraw-areas.ts';
import { saveAreaGroup } from './places/save-area-group.ts';
import { searchAddresses } from './places/search-addresses.ts';
import { setPopulation } from './places/set-population.ts';
import { splitArea } from './places/split-area.ts';
import { actOnRights } from './privacy/act-on-rights.ts';
import { askRights } from './privacy/ask-rights.ts';
import { explainDecisions } from './privacy/explain-decisions.ts';
import { followUpRights } from './privacy/follow-up-rights.ts';
import { getConsentFigures } from './privacy/get-consent-figures.ts';
import { getMyData } from './privacy/get-my-data.ts';
import { getRights } from './privacy/get-rights.ts';
import { giveConsent } from './privacy/give-consent.ts';
import { listConsents } from './privacy/list-consents.ts';
import { listDeletions } from './privacy/list-deletions.ts';
import { listMyRights } from './privacy/list-my-rights.ts';
import { listRights } from './privacy/list-rights.ts';
import { makeMyCopy } from './privacy/make-my-copy.ts';
import { savePrivacySettings } from './privacy/save-privacy-settings.ts';
import { showMyField } from './privacy/show-my-field.ts';
import { withdrawConsent } from './privacy/withdraw-consent.ts';
import { addSubject } from './registers/add-subject.ts';
import { askCorrection } from './registers/ask-correction.ts';
import { changeFields } from './registers/change-fields.ts';
import { confirmFields } from './registers/confirm-fields.ts';
import { decideCorrection } from './registers/decide-correction.ts';
import { endSubject } from './registers/end-subject.ts';
import { getCareFigures } from './registers/get-care-figures.ts';
import { getElderly } from './registers/get-elderly.ts';
import { getHouseholdFile } from './registers/get-household-file.ts';
import { getSubject } from './registers/get-subject.ts';
import { issueComponentCode } from './registers/issue-component-code.ts';
import { joinHouseholds } from './registers/join-households.ts';
import { keepApart } from './registers/keep-apart.ts';
import { linkAccount } from './registers/link-account.ts';
import { linkMyAccount } from './registers/link-my-account.ts';
import { listCare } from './registers/list-care.ts';
import { listCorrections } from './registers/list-corrections.ts';
import { listEntitled } from './registers/list-entitled.ts';
import { listFactHistory } from './registers/list-fact-history.ts';
import { listMySubjects } from './registers/list-my-subjects.ts';
import { listSamePairs } from './registers/list-same-pairs.ts';
import { listSubjects } from './registers/list-subjects.ts';
import { mergeSubjects } from './registers/merge-subjects.ts';
import { moveHome } from './registers/move-home.ts';
import { moveIn } from './registers/move-in.ts';
import { moveOut } from './registers/move-out.ts';
import { recordDeath } from './registers/record-death.ts';
import { revealField } from './registers/reveal-field.ts';
import { reviveSubject } from './registers/revive-subject.ts';
import { splitHousehold } from './registers/split-household.ts';
import { askTagExport } from './registers/tags/ask-tag-export.ts';
import { countByTags } from './registers/tags/count-by-tags.ts';
import { decideTagExport } from './registers/tags/decide-tag-export.ts';
import { deleteTagView } from './registers/tags/delete-tag-view.ts';
import { listByTags } from './registers/tags/list-by-tags.ts';
import { listSubjectTags } from './registers/tags/list-subject-tags.ts';
import { listTagExports } from './registers/tags/list-tag-exports.ts';
import { listTagViews } from './registers/tags/list-tag-views.ts';
import { listTags } from './registers/tags/list-tags.ts';
import { saveTag } from './registers/tags/save-tag.ts';
import { saveTagView } from './registers/tags/save-tag-view.ts';
import { setTag } from './registers/tags/set-tag.ts';
import { switchTag } from './registers/tags/switch-tag.ts';
import { tryTagRule } from './registers/tags/try-tag-rule.ts';
import { unsetTag } from './registers/tags/unset-tag.ts';
import { undoMerge } from './registers/undo-merge.ts';
import { findSameMatter } from './sorting/find-same-matter.ts';
import { getSortingReport } from './sorting/get-sorting-report.ts';
import { listTopics } from './sorting/list-topics.ts';
import { saveSortingSettings } from './sorting/save-sorting-settings.ts';
import { suggestType } from './sorting/suggest-type.ts';

/** Every operation of the product by name: routes, OpenAPI, the typed client and the access matrix are all made from this. */
export const operations = {
  listHolidays,
  importHolidays,
  changePassword,
  getSession,
  listDemoSignIns,
  listRevealsAboutMe,
  requestOwnCode,
  requestPhoneCode,
  signInByPassword,
  signInByPhone,
  signInToDemo,
  signOut,
  acceptCase,
  advanceCase,
  askExclusion,
  finishPart,
  listCalls,
  listPublishedAnswers,
  openChildCase,
  saveCall,
  searchAnswers,
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
  getScreen,
  listHotSpots,
  listIndicators,
  getProcedureFigures,
  listRisingPlaces,
  listNotices,
  readNotices,
  assignPost,
  endHolding,
  listPosts,
  findHelpPhones,
  findPublicUnits,
  grantSealed,
  listMediators,
  listRooms,
  listUnits,
  savePost,
  saveUnit,
  saveMediator,
  saveRoom,
  getBulletin,
  getOwnPartnerCard,
  getSharedCase,
  listBulletins,
  listPartners,
  listSharedCases,
  saveBulletinSchedule,
  savePartner,
  shareCase,
  tellPartner,
  checkAreas,
  getArea,
  getAreaTree,
  getMap,
  importAreas,
  importDivisions,
  importPlaceList,
  locatePoint,
  mergeAreas,
  redrawAreas,
  setPopulation,
  searchAddresses,
  listAreaGroups,
  saveAreaGroup,
  splitArea,
  addCaller,
  answerCaller,
  listCallers,
  revealCaller,
  getImport,
  listImports,
  listMappings,
  proposeMapping,
  pushOrder,
  saveMapping,
  startImport,
  steerImport,
  findSameMatter,
  getSortingReport,
  listTopics,
  saveSortingSettings,
  suggestType,
  addSubject,
  askCorrection,
  changeFields,
  confirmFields,
  decideCorrection,
  endSubject,
  getCareFigures,
  getElderly,
  getHouseholdFile,
  getSubject,
  issueComponentCode,
  joinHouseholds,
  keepApart,
  linkAccount,
  linkMyAccount,
  listCare,
  listCorrections,
  listEntitled,
  listFactHistory,
  listMySubjects,
  listSamePairs,
  listSubjects,
  mergeSubjects,
  moveHome,
  moveIn,
  moveOut,
  recordDeath,
  revealField,
  reviveSubject,
  splitHousehold,
  askTagExport,
  countByTags,
  decideTagExport,
  deleteTagView,
  listByTags,
  listSubjectTags,
  listTagExports,
  listTagViews,
  listTags,
  saveTagView,
  saveTag,
  setTag,
  switchTag,
  tryTagRule,
  unsetTag,
  undoMerge,
  actOnRights,
  askRights,
  explainDecisions,
  followUpRights,
  getConsentFigures,
  getMyData,
  getRights,
  giveConsent,
  listConsents,
  listDeletions,
  listMyRights,
  listRights,
  makeMyCopy,
  savePrivacySettings,
  showMyField,
  withdrawConsent,
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
export type Operations = typeof operations;
