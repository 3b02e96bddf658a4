// A whole organisation told by the real verbs: vendors in every state that some list asks for; people, sessions, mails, documents, findings,
// reminders. Every shop is told the same story at the same times, so that two differ
// in nothing but who they are. Await builtPdfWorker() first.
import { Readable } from "node:stream";
import type { PersonKey } from "#app/cli/demo/company.ts";
import { people } from "#app/cli/demo/company.ts";
import { close, countersign, decide, review } from "#app/cli/demo/desk.ts";
import { aPdf } from "#app/cli/demo/documents.ts";
import { makeStage, type Sent, type Stage } from "#app/cli/demo/stage.ts";
import { readAndVerify } from "#app/cli/demo/worksheets.ts";
import { roles } from "#app/domain/access/roles.ts";
import { typedAnswer } from "#app/domain/assessment/typed-answer.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { isSignedForm } from "#app/domain/report/signed-forms.ts";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { prepareAnswers } from "#app/server/assessments/on-behalf/prepare-answers.server.ts";
import { answerClarifications } from "#app/server/assessments/portal/answer-clarifications.server.ts";
import { askAboutQuestion } from "#app/server/assessments/portal/ask-about-question.server.ts";
import { askCorrection } from "#app/server/assessments/portal/ask-correction.server.ts";
import { viewClarifications } from "#app/server/assessments/portal/check.queries.server.ts";
import { uploadWorkbook } from "#app/server/assessments/portal/workbook/upload-workbook.server.ts";
import { recordDetermination } from "#app/server/assessments/review/record-determination.server.ts";
import { sendClarifications } from "#app/server/assessments/review/send-clarifications.server.ts";
import { listConditions } from "#app/server/decisions/decisions.queries.server.ts";
import { meetCondition } from "#app/server/decisions/meet-condition.server.ts";
import { proposeRiskAcceptance } from "#app/server/decisions/propose-risk-acceptance.server.ts";
import { listRiskAcceptances } from "#app/server/decisions/risk-acceptances.queries.server.ts";
import { listDuties } from "#app/server/duties/duties.queries.server.ts";
import { tickOffDuty } from "#app/server/duties/tick-off-duty.server.ts";
import { listEvidenceOf } from "#app/server/evidence/evidence.queries.server.ts";
import { requestEvidence } from "#app/server/evidence/request-evidence.server.ts";
import { uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import { listOpenFindings } from "#app/server/findings/findings.queries.server.ts";
import { recordProgress } from "#app/server/findings/record-progress.server.ts";
import { claimJob, insertJob } from "#app/server/jobs/jobs.repo.server.ts";
import { runSweeps } from "#app/server/jobs/run-sweeps.server.ts";
import { saveCatchUpPlan } from "#app/server/monitoring/save-catch-up-plan.server.ts";
import { addPerson } from "#app/server/people/add-person.server.ts";
import { createOrganisation } from "#app/server/people/create-organisation.server.ts";
import { disablePerson } from "#app/server/people/disable-person.server.ts";
import { setPassword } from "#app/server/people/set-password.server.ts";
import { signIn } from "#app/server/people/sign-in.server.ts";
import type { Actor } from "#app/server/platform/context.server.ts";
import type { AnonymousContext, PersonContext, VendorContext } from "#app/server/platform/request-context.server.ts";
import { draftQuestionnaire } from "#app/server/questionnaires/drafts/draft-questionnaire.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { formOf } from "#app/server/questionnaires/questionnaire-versions.queries.server.ts";
import { sendDecisionLetter } from "#app/server/reports/letters/send-decision-letter.server.ts";
import { aWorkbookUploaded, aWorkbookUploadedForVendor } from "./own-workbooks.ts";
import { aQuestionnaireFile } from "./questionnaires.ts";
import { aCaiqFile } from "./workbooks.ts";
import type { World } from "./world.ts";

export interface Shop {
  organisationId: string;
  /** Somebody with every role. */
  person: PersonContext;
  /** The contact of the decided vendor. */
  vendor: VendorContext;
}

const password = "seven lanterns on the quay";
const opensAt = "2026-11-23T09:00:00Z";

const knockOut = "payment-provider#payout_change";

/** Leaves the clock where the story ends, three weeks after it began. */
export async function aShop({ portal, clock, as }: World, name: string): Promise<Shop> {
  clock.set(opensAt);
  const domain = `${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}.example`;
  const organisationId = await createOrganisation(as({ kind: "anonymous", organisationId: "" }), { name, timeZone: "UTC" });
  const anybody = as({ kind: "anonymous", organisationId }) as AnonymousContext;
  await publishShippedQuestionnaires(portal, organisationId, clock.now());
  const ids: Record<string, string> = {};
  for (const { key, roles: held } of people) {
    const asJob = as({ kind: "system", organisationId, job: "set-up" });
    const added = await addPerson(asJob, { name: `${key} of ${name}`, email: `${key}@${domain}`, roles: [...held] });
    ids[key] = added.personId;
    if (key !== "officer") continue;
    await setPassword(anybody, added.passwordLink.split("/").at(-1) ?? "", { password, repeated: password });
    await signIn(anybody, { email: `${key}@${domain}`, password });
  }
  const stage = makeStage(portal, organisationId, clock, ids as Record<PersonKey, string>);
  const contact = `Mara of ${name}`;
  const sentTo = async (title: string, category: "payment" | "other", questionnaire: string): Promise<Sent> => {
    const website = `${title.toLowerCase()}.${domain}`;
    const known = await stage.register({ name: `${title} for ${name}`, domain: website, category, contact, service: `${title} service` });
    await stage.settleInherentRisk(known.engagementId);
    await stage.recordContract(known.engagementId);
    return stage.send(known, [questionnaire], 10);
  };

  const answered = async (title: string, category: "payment" | "other", questionnaire: string): Promise<Sent> => {
    const sent = await sentTo(title, category, questionnaire);
    await stage.answer(await stage.open(sent, contact), questionnaire, "good");
    await stage.submit(await stage.open(sent, contact), "Owner");
    return sent;
  };

  const sent = await sentTo("Quillpay", "payment", "payment-provider");
  const vendor = await stage.open(sent, contact);
  await stage.answer(vendor, "payment-provider", "mixed");
  await stage.submit(vendor, "Head of Security");
  await review(stage, sent.assessmentId, { verified: 0.4, share: 0.3 });
  await clarify(stage, vendor, name);
  const [answer] = await listAnswers(portal.store.read, organisationId, sent.assessmentId);
  await askCorrection(vendor, { questionKey: answer?.questionKey ?? "", text: `${name} meant another product.` });
  await review(stage, sent.assessmentId, { verified: 0.4 });
  const rejected = { verdict: "rejected", reason: `The export for ${name} shows otherwise.` } as const;
  await recordDetermination(stage.as("secondOfficer"), sent.assessmentId, knockOut, rejected);
  await close(stage, sent.assessmentId);

  const late = await sentTo("Fennel", "other", "starter");
  const asking = await stage.open(late, contact);
  await askAboutQuestion(asking, { questionKey: "", text: `Do test systems of ${name} count?` });
  await fillIn(stage, late.assessmentId, name);
  const inReview = await answered("Nettlebed", "other", "starter");
  await review(stage, inReview.assessmentId, { verified: 0, share: 0.2 });
  await draftQuestion(stage, inReview.assessmentId, name);
  const awaitingSecond = await answered("Saltmarsh", "payment", "payment-provider");
  for (const { assessmentId } of [awaitingSecond, await answered("Dovecote", "other", "starter")]) {
    await review(stage, assessmentId, { verified: 1 });
    await close(stage, assessmentId);
  }
  await stage.register({ name: `Marigold for ${name}`, domain: `marigold.${domain}`, category: "other", contact });

  await stage.register({ name: `Tarnlight for ${name}`, domain: `tarnlight.${domain}`, category: "hosting", contact }, "2025-02-03");
  await saveCatchUpPlan(stage.as("officer"), { perWeek: 5, isAnew: true, byHand: new Map() });

  clock.advance({ days: 1 });
  await decide(stage, awaitingSecond.assessmentId, { outcome: "approved", rationale: `Fits ${name}.` });
  const signed = await decide(stage, sent.assessmentId, {
    outcome: "approved_with_conditions",
    rationale: `The gaps are known to ${name}, owned and dated.`,
    conditions: [
      { text: `A contact of ${name} for incidents`, when: "before_go_live", dueOn: null },
      { text: `An export of ${name} as proof`, when: "by_date", dueOn: dayIn(stage, 21) },
    ],
  });
  await countersign(stage, signed);
  await sendDecisionLetter(stage.as("officer"), sent.assessmentId, { language: "en" });
  const [condition] = await listConditions(portal.store.read, organisationId, signed.decisionId);
  await meetCondition(stage.as("officer"), condition?.id ?? "");
  await mend(stage, sent, name);
  await portal.waker.drain();
  clock.advance({ days: 20 });
  await runSweeps(portal);
  await portal.waker.drain();
  await readReport(stage, sent, name);
  await leaveOpen(stage, sent, name);
  await aWorkbookUploaded(as(asking.actor) as VendorContext);
  await uploadWorkbook(as(asking.actor) as VendorContext, aFilledCaiq());
  await aWorkbookUploadedForVendor(stage.as("procurement"), late.assessmentId);

  const { actor } = stage.as("officer");
  const person = as({ ...actor, roles: [...roles] } satisfies Actor) as PersonContext;
  return { organisationId, person, vendor: as(vendor.actor) as VendorContext };
}

const dayIn = (stage: Stage, days: number) => addDays(stage.clock.now().toISOString().slice(0, 10), days);

/** A question sent back, and answered by a new revision. */
async function clarify(stage: Stage, vendor: VendorContext, name: string): Promise<void> {
  const { organisationId, assessmentId } = vendor.actor;
  const { portal } = stage;
  await draftQuestion(stage, assessmentId, name);
  await sendClarifications(stage.as("officer"), assessmentId, { dueOn: dayIn(stage, 7) });
  const stored = new Map((await listAnswers(portal.store.read, organisationId, assessmentId)).map((row) => [row.questionKey, row]));
  const answers = (await viewClarifications(vendor)).items.map(({ view }) => {
    const { value, reason, instead } = stored.get(view.question.key) ?? { value: null, reason: "", instead: null };
    return { questionKey: view.question.key, raw: typedAnswer({ value, comment: `Mended for ${name}.`, reason, instead }) };
  });
  await answerClarifications(vendor, { name: vendor.actor.name, role: "Head of Security", answers });
}

/** One answer waits for the vendor to confirm it. */
async function fillIn(stage: Stage, assessmentId: string, name: string): Promise<void> {
  const buyer = stage.as("procurement");
  const { organisationId } = buyer.actor;
  const form = await formOf(stage.portal, stage.portal.store.read, organisationId, assessmentId);
  const question = form.set.questions.find(({ type, isRequired }) => type === "choice" && isRequired)!;
  const [code = ""] = [...question.options!.keys()];
  const raw = typedAnswer({ value: code, comment: `As told to ${name}.`, reason: "", instead: null });
  await prepareAnswers(buyer, assessmentId, [{ questionKey: form.keys[question.index]!, raw }]);
}

function aFilledCaiq() {
  const { name: fileName, bytes } = aCaiqFile({ "IAM-13.1": "Yes", "CEK-03.1": "No" });
  return { fileName, source: Readable.from([bytes]) };
}

async function draftQuestion(stage: Stage, assessmentId: string, name: string): Promise<void> {
  const officer = stage.as("officer");
  const answers = await listAnswers(stage.portal.store.read, officer.actor.organisationId, assessmentId);
  const unclear = answers.find(({ value, instead }) => value !== null && value !== "na" && value !== "declined" && instead === null);
  const words = { verdict: "clarify", reason: `What does ${name} leave out?` } as const;
  await recordDetermination(officer, assessmentId, unclear?.questionKey ?? "", words);
}

/** One finding is planned, another one reported as mended, and a document asked for. */
async function mend(stage: Stage, { engagementId, vendorId }: Sent, name: string): Promise<void> {
  const officer = stage.as("officer");
  const { organisationId } = officer.actor;
  const { read } = stage.portal.store;
  const [first, second] = (await listOpenFindings(read, organisationId, engagementId)).filter(({ status }) => status === "open");
  const plan = { step: "plan", plan: `${name} mends it`, text: `Agreed with ${name}.`, dueOn: dayIn(stage, 21) } as const;
  await recordProgress(officer, first?.id ?? "", plan);
  await recordProgress(officer, second?.id ?? "", { step: "report_fix", text: `Mended for ${name}.` });
  const [asked] = await listEvidenceOf(read, organisationId, vendorId);
  await requestEvidence(officer, asked?.id ?? "", { dueOn: dayIn(stage, 5) });
}

/** An audit report that expects controls from us, names a subcontractor and leaves out a part, read through its worksheet; a letter bridges it. */
async function readReport(stage: Stage, { engagementId, vendorId }: Sent, name: string): Promise<void> {
  const officer = stage.as("officer");
  const given = async (kind: string) => {
    const form = { engagementId, kind, startsOn: dayIn(stage, -30), isFromVendor: true };
    const file = { source: Readable.from([await aPdf(`${kind} for ${name}`, ["Invented."])]), fileName: `${kind}-${name}.pdf` };
    return (await uploadEvidence(officer, form, file)).evidenceId;
  };
  await given("soc2-bridge");
  const evidenceId = await given("soc2-t2");
  const ourControls = `Remove leavers of ${name} within a day\nReview accounts of ${name} every quarter`;
  const left = { serviceCovered: "partly", notCovered: `Payouts of ${name}` };
  await readAndVerify(officer, evidenceId, { checks: [] }, { ourControls, carvedOut: `Cloud of ${name}: hosting`, ...left });
  const [first] = await listDuties(stage.portal.store.read, officer.actor.organisationId, vendorId);
  await tickOffDuty(officer, first?.id ?? "", `Set in the directory of ${name}.`);
}

/** What waits for somebody at the end: a renewal to countersign, a document verified after the result, a questionnaire read and not published, a job in somebody's hands. */
async function leaveOpen(stage: Stage, { assessmentId, vendorId }: Sent, name: string): Promise<void> {
  const { portal } = stage;
  const officer = stage.as("officer");
  const { organisationId } = officer.actor;
  const { store } = portal;
  const [accepted] = await listRiskAcceptances(store.read, organisationId, assessmentId);
  const subject = accepted?.subject ?? "";
  const renewal = { subject, reason: `${name} needs it until spring.`, expiresOn: addDays(accepted?.expiresOn ?? "", 10) };
  await proposeRiskAcceptance(
    stage.as(accepted?.level === "low" || accepted?.level === "medium" ? "owner" : "approver"),
    assessmentId,
    renewal,
  );
  const documents = await listEvidenceOf(store.read, organisationId, vendorId);
  // The bridge letter is on file and proves no answer.
  const unverified = documents.find(({ verdict, kind }) => verdict === "none" && kind !== "soc2-bridge" && !isSignedForm(kind));
  await readAndVerify(officer, unverified?.id ?? "", { checks: ["entity", "service", "dates"] });
  await draftQuestionnaire(officer, { kind: "vouchsafe" }, aQuestionnaireFile(`own-${name.replaceAll(" ", "-")}`));
  await draftQuestionnaire(officer, { kind: "caiq", id: `caiq-${name.replaceAll(" ", "-")}` }, aFilledCaiq());
  await disablePerson(stage.as("administrator"), stage.as("secondOfficer").actor.personId);
  const now = stage.clock.now();
  const job = { id: portal.ids.next("job", now), kind: "held", key: "held", payload: {}, runAt: now, createdAt: now };
  await store.systemTx(async (tx) => {
    await insertJob(tx, organisationId, job);
    await claimJob(tx, `worker of ${name}`, now, new Date("2030-01-01T00:00:00Z"));
  });
}
