// Assessments that a vendor has answered and submitted, from answer files: real vendor, real questionnaire, real documents.
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import type { Instead } from "#app/domain/assessment/answer-input.ts";
import type { ScoreInput } from "#app/domain/assessment/score-input.ts";
import { provingKinds } from "#app/domain/assessment/stored-review.ts";
import { isProof } from "#app/domain/evidence/evidence-states.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import { putAnswer } from "#app/server/assessments/answers.repo.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { updateAssessment } from "#app/server/assessments/assessments.repo.server.ts";
import { guardedAssessment } from "#app/server/assessments/guarded-assessment.server.ts";
import { onSubmitted } from "#app/server/assessments/review/on-submitted.step.server.ts";
import { sendAssessment } from "#app/server/assessments/sending/send-assessment.server.ts";
import { uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import { authorize } from "#app/server/platform/authorize.server.ts";
import type { PersonContext, VendorContext } from "#app/server/platform/request-context.server.ts";
import { parseAnswers } from "#app/server/questionnaires/parse-answers.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { formOf } from "#app/server/questionnaires/questionnaire-versions.queries.server.ts";
import { registerVendor } from "#app/server/vendors/register-vendor.server.ts";
import { aPdf } from "./sample-files.ts";
import type { World } from "./world.ts";

export interface Sent {
  buyer: PersonContext;
  vendor: VendorContext;
  vendorId: string;
  engagementId: string;
  assessmentId: string;
}

let vendors = 0;

/** A vendor that was sent one questionnaire, and the context of its contact. */
export async function aSentTo(world: World, category: Exclude<Category, "other">, questionnaireId: string, facts?: object): Promise<Sent> {
  const { portal, organisationId } = world;
  await publishShippedQuestionnaires(portal, organisationId, world.clock.now());
  const buyer = await world.asPerson(["procurement"], "Ida Buyer");
  vendors += 1;
  const name = `Vendor ${String.fromCharCode(65 + (vendors % 26))}${vendors}`;
  const registered = await registerVendor(buyer, {
    name,
    category,
    contactName: "Florian Teasel",
    contactEmail: `post@v${vendors}.example`,
  });
  const { vendorId, engagementId } = registered;
  const dueOn = new Date(world.clock.now().getTime() + 14 * 86_400_000).toISOString().slice(0, 10);
  const { assessmentId } = await sendAssessment(buyer, {
    engagementId,
    questionnaireIds: [questionnaireId],
    contactId: registered.contactId!,
    dueOn,
  });
  if (facts) {
    await world.store.tx(organisationId, (tx) =>
      updateAssessment(tx, organisationId, assessmentId, { facts: facts as Record<string, unknown> }),
    );
  }
  const actor = {
    kind: "vendor",
    organisationId,
    vendorId,
    assessmentId,
    vendorSessionId: "vse_test",
    name: "Florian Teasel",
    language: "en",
  } as const;
  return { buyer, vendor: world.as(actor) as VendorContext, vendorId, engagementId, assessmentId };
}

export const answersOf = async (file: string): Promise<ScoreInput> => parseAnswers(await readFile(file), file);

/** Uploads a small PDF to a question. */
export async function attach(sent: Sent, questionKey: string, kind: string, startsOn = "2026-11-01"): Promise<string> {
  const { evidenceId } = await uploadEvidence(
    sent.vendor,
    { assessmentId: sent.assessmentId, questionKey, kind, startsOn },
    { source: Readable.from([aPdf(`${questionKey} ${kind}`)]), fileName: `${questionKey.split("#")[1]}.pdf` },
  );
  return evidenceId;
}

/** Answers as in the file, with a document wherever it says that the answer is proven. */
export async function answerAll(world: World, sent: Sent, input: ScoreInput, instead: Record<string, Instead> = {}): Promise<void> {
  const { organisationId, portal } = world;
  const { assessmentId } = sent;
  const form = await formOf(portal, world.store.read, organisationId, assessmentId);
  for (const [id, answer] of Object.entries(input.answers)) {
    const question = form.set.questions[form.set.byKey.get(id)!]!;
    const questionKey = form.keys[question.index]!;
    const isFile = question.type === "file";
    await world.store.tx(organisationId, (tx) =>
      putAnswer(tx, {
        organisationId,
        assessmentId,
        questionKey,
        revision: 1,
        value: isFile && answer.value !== "declined" && answer.value !== "na" ? null : (answer.value ?? null),
        comment: answer.comment ?? "",
        reason: answer.reason ?? "",
        instead: instead[id] ?? null,
        origin: "vendor",
        givenBy: "Florian Teasel",
        givenAt: world.clock.now(),
      }),
    );
    const needed = answer.evidence ? isProof(answer.evidence) : isFile && answer.value !== undefined;
    if (needed && question.hasEvidenceRule) {
      const pieces = question.question.evidence?.min ?? 1;
      for (let piece = 0; piece < pieces; piece += 1) await attach(sent, questionKey, provingKinds(question)[0]!);
    }
  }
}

/** Submits whatever is there. */
export async function submitted(world: World, sent: Sent): Promise<void> {
  const { organisationId } = world;
  const now = world.clock.now();
  await world.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, sent.assessmentId);
    const grant = authorize(sent.vendor, "assessment.submit", guardedAssessment(assessment));
    await updateAssessment(tx, organisationId, assessment.id, { status: "submitted", statusAt: now, submittedAt: now });
    await onSubmitted(tx, grant, world.portal, { ...assessment, status: "submitted" }, now);
  });
}

/** A payment provider whose answers have faults, submitted. */
export async function aSubmitted(world: World, file = "app/cli/demo/answers/payment-provider-mixed.yaml"): Promise<Sent> {
  const input = await answersOf(file);
  const sent = await aSentTo(world, "payment", "payment-provider", input.facts);
  await answerAll(world, sent, input);
  await submitted(world, sent);
  return sent;
}
