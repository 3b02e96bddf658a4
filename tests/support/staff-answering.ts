// Stories of vendors for whom our own people answer: some answers typed on behalf, some read in documents.
import { Readable } from "node:stream";
import type { Scene } from "#app/cli/demo/stories.ts";
import type { Story } from "#app/cli/demo/timeline.ts";
import { typedAnswer } from "#app/domain/assessment/typed-answer.ts";
import { shownQuestions } from "#app/domain/assessment/vendor-state.ts";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import type { CompiledQuestion } from "#app/domain/questionnaire/compiled.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { answerFromDocuments } from "#app/server/assessments/from-documents/answer-from-documents.server.ts";
import { readDocumentsState } from "#app/server/assessments/from-documents/documents-state.queries.server.ts";
import { finishFromDocuments } from "#app/server/assessments/from-documents/finish-from-documents.server.ts";
import { takeOver } from "#app/server/assessments/from-documents/take-over.server.ts";
import { prepareAnswers } from "#app/server/assessments/on-behalf/prepare-answers.server.ts";
import { uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import { aPdf } from "./sample-files.ts";

/** Procurement typed what the vendor said on the phone. */
export async function* filledOnBehalf({ stage, at, vendor }: Scene, questions: number): Story {
  yield at(-5, 10);
  const known = await stage.register(vendor);
  await stage.settleInherentRisk(known.engagementId);
  yield at(-4, 9);
  const { assessmentId } = await stage.send(known, ["starter"], 14);
  yield at(-3, 9);
  const typed = await firstAnswers({ stage, at, vendor }, assessmentId, questions);
  const raws = typed.map(({ questionKey, value }) => ({
    questionKey,
    raw: typedAnswer({ value, comment: "As told on the phone on Tuesday, by the head of operations.", reason: "", instead: null }),
  }));
  await prepareAnswers(stage.as("procurement"), assessmentId, raws);
}

/** The officer answers from a report; `isFinished`: and is done with it. */
export async function* fromDocuments(scene: Scene, isFinished: boolean): Story {
  const { stage, at, vendor } = scene;
  yield at(-35, 10);
  const known = await stage.register(vendor);
  await stage.settleInherentRisk(known.engagementId);
  yield at(-34, 9);
  const { assessmentId, engagementId } = await stage.send(known, ["starter"], 14);
  yield at(-3, 9);
  const officer = stage.as("officer");
  await takeOver(officer, assessmentId, "Its sales desk answers no questionnaires and sent its SOC 2 report.");
  const form = { engagementId, kind: "soc2-t2", startsOn: at(-90).toISOString().slice(0, 10) };
  const file = { source: Readable.from([aPdf(`SOC 2 of ${vendor.name}`)]), fileName: "soc-2-type-2-report.pdf" };
  const { evidenceId } = await uploadEvidence(officer, form, file);
  yield at(-2, 9);
  const read = await firstAnswers(scene, assessmentId, 6);
  const answers = read.map(({ questionKey, value }, index) => ({
    questionKey,
    baseRevision: 0,
    raw: {
      ...typedAnswer({ value, comment: "", reason: "", instead: null }),
      document: evidenceId,
      page: String(12 + index),
    },
  }));
  await answerFromDocuments(officer, assessmentId, answers);
  if (isFinished) await finishFromDocuments(officer, assessmentId, { restNotFound: true });
}

/** Answers to the first questions that have options. */
async function firstAnswers({ stage }: Scene, assessmentId: string, count: number) {
  const { portal } = stage;
  const assessment = await getAssessment(portal.store.read, stage.as("officer").actor.organisationId, assessmentId);
  const { vendor } = await readDocumentsState(portal, portal.store.read, assessment);
  const { form } = vendor;
  const shown = form.sections.flatMap(({ questions }) => shownQuestions(vendor, questions));
  return shown
    .flatMap((index) => {
      const value = anyValue(form.set.questions[index]!);
      return value === undefined ? [] : [{ questionKey: form.keys[index]!, value }];
    })
    .slice(0, count);
}

function anyValue({ type, options }: CompiledQuestion): AnswerValue | undefined {
  const [first] = [...(options?.keys() ?? [])];
  if (first === undefined) return type === "number" ? 30 : undefined;
  return type === "multichoice" ? [first] : type === "boolean" ? first === "true" : first;
}
