import { assignPost } from './access/assign-post.ts';
import { changePassword } from './access/change-password.ts';
import { getSession } from './access/get-session.ts';
import { listDemoSignIns } from './access/list-demo-sign-ins.ts';
import { listRevealsAboutMe } from './access/list-reveals-about-me.ts';
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
import { suggestTargets } from './cases/suggest-targets.ts';
import { superviseCase } from './cases/supervise-case.ts';
import { switchPack } from './cases/switch-pack.ts';
import { takeCase } from './cases/take-case.ts';
import { tickChecklist } from './cases/tick-checklist.ts';
import { tryCaseType } from './cases/try-case-type.ts';
import { urgeCase } from './cases/urge-case.ts';
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
import { listPosts } from './org/list-posts.ts';
import { listUnits } from './org/list-units.ts';
import { savePost } from './org/save-post.ts';
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
import { splitArea } from './places/split-area.ts';
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
  listUnits,
  savePost,
  saveUnit,
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
} as const;
export type Operations = typeof operations;
