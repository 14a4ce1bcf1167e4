import * as contract from '@linli/contract';
import type { Database } from '../../platform/db/database.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { once, type Router } from '../../platform/http/route.ts';
import { acceptReport } from './accept-case.ts';
import { advanceStage } from './advance-case.ts';
import { findKnownAnswers, findPublishedAnswers } from './answers.ts';
import { requestExclusion } from './ask-exclusion.ts';
import { requestExtension } from './ask-extension.ts';
import { requestSuspension } from './ask-suspension.ts';
import { requestVoid } from './ask-void.ts';
import { findFittingMediators } from './bookings/suggest-mediators.ts';
import { addToCallers } from './callers/add-caller.ts';
import { answerOneCaller } from './callers/answer-caller.ts';
import { findCallers } from './callers/list-callers.ts';
import { showCaller } from './callers/reveal-caller.ts';
import { findCalls, keepCall } from './calls.ts';
import { findCaseFile } from './case-file/get-case-file.ts';
import type { ViewDeps } from './case-view.ts';
import { retypeCase } from './change-case-type.ts';
import { checkHandled } from './check-case.ts';
import { recordContact } from './contact-reporter.ts';
import { decidePending } from './decide-request.ts';
import { declineReport } from './decline-case.ts';
import type { CaseDeps } from './deps.ts';
import { dispatchToHolder } from './dispatch-case.ts';
import { answerPart } from './finish-part.ts';
import { findCaseDetail } from './get-case.ts';
import { findHandFigures } from './get-hand-figures.ts';
import { handleInHand } from './handle-case.ts';
import { findHolidayYears, loadHolidayYear } from './holidays.ts';
import { takeOverCase } from './import-case.ts';
import { takePack } from './import-pack.ts';
import type { Intake } from './intake.ts';
import { acceptByCode } from './invitations/accept-invitation.ts';
import { inviteOther, type SendInvitation } from './invitations/invite-party.ts';
import { findInvitations } from './invitations/list-invitations.ts';
import { takeBackInvitation } from './invitations/withdraw-invitation.ts';
import { joinOpenCase } from './join-case.ts';
import { countEach, findCases } from './list-cases.ts';
import { findHands } from './list-hands.ts';
import { findMyCases } from './list-my-cases.ts';
import { findMyTasks } from './list-my-tasks.ts';
import { findLike, findPublicCases } from './list-public-cases.ts';
import { mergeIntoCase } from './merge-case.ts';
import { addNote } from './note-case.ts';
import { objectOnce } from './object-to-decline.ts';
import { openChild } from './open-child-case.ts';
import { caseTypesFor, findPacks, switchPackTo } from './packs.ts';
import { rateClosed } from './rate-case.ts';
import { reopenClosed } from './reopen-case.ts';
import { takeReport } from './report-case.ts';
import { resumeSuspended } from './resume-case.ts';
import { returnToDesk } from './return-case.ts';
import { revealToHandler } from './reveal-reporter.ts';
import { dropView, findSavedViews, keepView } from './saved-views.ts';
import { solveOnTheSpot } from './self-handle-case.ts';
import { signPaper } from './sign-case.ts';
import { formTaskForce } from './split-case.ts';
import { findTargets } from './suggest-targets.ts';
import { supervise } from './supervise-case.ts';
import { takeInHand } from './take-case.ts';
import { tickSteps } from './tick-checklist.ts';
import { publishType } from './types/publish-case-type.ts';
import { tryTypeDraft } from './types/try-type.ts';
import { dropTypeDraft, findTypeDraft, keepTypeDraft } from './types/type-draft.ts';
import { findTypeVersion, findTypeVersions } from './types/type-versions.ts';
import { urgeHolder } from './urge-case.ts';

/** Contract operation → command or query; no logic. `strangers` limits reports without a session, by address; `sendInvitation` is a notice channel. */
export function caseRoutes(
  router: Router,
  database: Database,
  deps: CaseDeps,
  intake: Intake,
  ways: { strangers: RateLimit; sendInvitation: SendInvitation },
): void {
  const { strangers, sendInvitation } = ways;
  const view = (now: Date): ViewDeps => ({
    catalogue: deps.catalogue.get(),
    directory: deps.directory.get(),
    places: deps.places.get(),
    now,
  });

  router.routeOuter(contract.reportCase, (_database, call) => {
    if (call.actor.kind === 'anonymous') strangers.hit(call.address);
    return takeReport(database, deps, intake, call);
  });
  router.routeOuter(contract.selfHandleCase, (_database, call) => solveOnTheSpot(database, deps, intake, call));
  router.routeOuter(contract.importCase, (_database, call) => takeOverCase(database, deps, intake, call));

  router.route(contract.acceptCase, (db, call) => acceptReport(db, deps, call));
  router.route(contract.declineCase, (db, call) => declineReport(db, deps, call));
  router.route(contract.objectToDecline, (db, call) => objectOnce(db, deps, call));
  router.route(contract.changeCaseType, (db, call) => retypeCase(db, deps, call));
  router.route(contract.mergeCase, (db, call) => mergeIntoCase(db, deps, call));
  router.route(contract.dispatchCase, (db, call) => dispatchToHolder(db, deps, call));
  router.route(contract.advanceCase, (db, call) => advanceStage(db, deps, call));
  router.route(contract.signCase, (db, call) => signPaper(db, deps, call));
  router.route(contract.splitCase, (db, call) => formTaskForce(db, deps, call));
  router.route(contract.finishPart, (db, call) => answerPart(db, deps, call));
  router.route(contract.openChildCase, (db, call) => openChild(db, deps, call));
  router.route(contract.askExclusion, (db, call) => requestExclusion(db, deps, call));
  router.route(contract.saveCall, (db, call) => keepCall(db, deps, call));
  router.route(contract.takeCase, (db, call) => takeInHand(db, deps, call));
  router.route(contract.returnCase, (db, call) => returnToDesk(db, deps, call));
  router.route(contract.tickChecklist, (db, call) => tickSteps(db, deps, call));
  router.route(contract.handleCase, (db, call) => handleInHand(db, deps, call));
  router.route(contract.checkCase, (db, call) => checkHandled(db, deps, call));
  router.route(contract.rateCase, (db, call) => rateClosed(db, deps, call));
  router.route(contract.reopenCase, (db, call) => reopenClosed(db, deps, call));
  router.route(contract.askExtension, (db, call) => requestExtension(db, deps, call));
  router.route(contract.askSuspension, (db, call) => requestSuspension(db, deps, call));
  router.route(contract.askVoid, (db, call) => requestVoid(db, deps, call));
  router.route(contract.decideRequest, (db, call) => decidePending(db, deps, call));
  router.route(contract.resumeCase, (db, call) => resumeSuspended(db, deps, call));
  router.route(contract.noteCase, (db, call) => addNote(db, deps, call));
  router.route(contract.contactReporter, (db, call) => recordContact(db, deps, call));
  router.route(contract.urgeCase, (db, call) => urgeHolder(db, deps, call));
  router.route(contract.superviseCase, (db, call) => supervise(db, deps, call));
  router.route(contract.joinCase, (db, call) => joinOpenCase(db, deps, call));
  router.routeOuter(contract.inviteParty, (_database, call) => inviteOther(database, deps, sendInvitation, call));
  router.routeOuter(contract.acceptInvitation, (_database, call) => acceptByCode(database, deps, call));
  router.route(contract.withdrawInvitation, (db, call) => takeBackInvitation(db, call));
  router.route(contract.listInvitations, (db, call) => findInvitations(db, deps.catalogue.get(), call));
  // The answer is kept for a repeat without what was shown: a number stands in no table in plain text.
  router.routeOuter(contract.revealReporter, (database, call) =>
    database.as(call.actor, (db) =>
      once(
        db,
        contract.revealReporter,
        call,
        () => revealToHandler(db, deps, call),
        () => ({ name: '', phone: null }),
      ),
    ),
  );
  router.route(contract.addCaller, (db, call) => addToCallers(db, deps, call));
  router.route(contract.answerCaller, (db, call) => answerOneCaller(db, deps, call));
  router.routeOuter(contract.revealCaller, (database, call) =>
    database.as(call.actor, (db) =>
      once(
        db,
        contract.revealCaller,
        call,
        () => showCaller(db, deps, call),
        () => ({ name: null, phone: null }),
      ),
    ),
  );
  router.route(contract.listCallers, (db, call) => findCallers(db, deps.crypto, call));
  router.route(contract.saveView, (db, { actor, input }) => keepView(db, actor, input));
  router.route(contract.deleteView, (db, { actor, input }) => dropView(db, actor, input));
  router.route(contract.importPack, (db, call) => takePack(db, deps, call));
  router.route(contract.saveCaseTypeDraft, (db, call) => keepTypeDraft(db, deps, call));
  router.route(contract.discardCaseTypeDraft, (db, call) => dropTypeDraft(db, deps, call));
  router.route(contract.publishCaseType, (db, call) => publishType(db, deps, call));
  router.route(contract.switchPack, (db, call) => switchPackTo(db, deps, call));

  router.route(contract.getCase, (db, { actor, input, now }) =>
    findCaseDetail(db, actor, input.caseId, { ...view(now), crypto: deps.crypto }),
  );
  router.route(contract.listCases, (db, { actor, input, now }) => findCases(db, actor, input, view(now)));
  router.route(contract.countCases, (db, { actor, input, now }) => countEach(db, actor, input, view(now)));
  router.route(contract.listMyCases, (db, { actor, input, now }) => findMyCases(db, actor, input, view(now)));
  router.route(contract.listPublicCases, (db, { input, now }) => findPublicCases(db, input, view(now)));
  router.route(contract.findLikeCases, (db, { actor, input, now }) => findLike(db, actor, input, view(now)));
  router.route(contract.listCalls, (db, { actor, input, now }) => findCalls(db, actor, input, view(now)));
  router.route(contract.listPublishedAnswers, (db, { input, now }) => findPublishedAnswers(db, input, view(now)));
  router.route(contract.searchAnswers, (db, { actor, input, now }) => findKnownAnswers(db, actor, input, view(now)));
  router.route(contract.listMyTasks, (db, { actor, input, now }) =>
    findMyTasks(db, actor, input, { ...view(now), crypto: deps.crypto }),
  );
  router.route(contract.listHands, (db, { actor, input, now }) => findHands(db, actor, input, view(now)));
  router.route(contract.getHandFigures, (db, { actor, input, now }) => findHandFigures(db, actor, input, view(now)));
  router.route(contract.suggestMediators, (db, { actor, input, now }) =>
    findFittingMediators(db, actor, input, view(now)),
  );
  router.route(contract.getCaseFile, (db, call) => findCaseFile(db, deps, call));
  router.route(contract.suggestTargets, (db, { actor, input, now }) => findTargets(db, actor, input, view(now)));
  router.route(contract.listSavedViews, (db, { actor }) => findSavedViews(db, actor));
  router.route(contract.importHolidays, (db, call) => loadHolidayYear(db, deps, call));
  router.route(contract.listHolidays, (db, { now }) => findHolidayYears(db, now));
  router.route(contract.listTypeVersions, (db, { actor, input }) => findTypeVersions(db, deps, actor, input));
  router.route(contract.getTypeVersion, (db, { actor, input }) => findTypeVersion(db, deps, actor, input));
  router.route(contract.getCaseTypeDraft, (db, { actor, input }) => findTypeDraft(db, deps, actor, input));
  router.route(contract.tryCaseType, (db, call) => tryTypeDraft(db, deps, call));
  router.route(contract.listPacks, (db) => findPacks(db));
  router.route(contract.listCaseTypes, async (_db, { actor, input }) =>
    caseTypesFor(actor, deps.catalogue.get(), input),
  );
}
