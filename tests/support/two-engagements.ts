// A vendor that serves us twice: what it said of itself for the first service stands in the questionnaire of the second.
import { answersOn, demoAnswers } from "#app/cli/demo/answer-files.ts";
import { review } from "#app/cli/demo/desk.ts";
import { giveAnswers } from "#app/cli/demo/stage.ts";
import type { Scene } from "#app/cli/demo/stories.ts";
import type { Story } from "#app/cli/demo/timeline.ts";
import { takenFrom } from "#app/domain/assessment/answer-source.ts";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { addEngagement } from "#app/server/vendors/add-engagement.server.ts";

const questionnaireId = "core-security";

/** The first service is in review, the second sent; `isSubmitted`: and answered. */
export async function* servesTwice({ stage, at, vendor }: Scene, service: string, isSubmitted: boolean): Story {
  yield at(-48, 10);
  const known = await stage.register(vendor);
  await stage.settleInherentRisk(known.engagementId);
  const first = await stage.send(known, [questionnaireId], 14);
  yield at(-41, 10);
  await stage.answer(await stage.open(first, vendor.contact), questionnaireId, "good");
  await stage.submit(await stage.open(first, vendor.contact), "Head of Security");
  yield at(-36, 14);
  await review(stage, first.assessmentId, { verified: 0.6 });
  yield at(-7, 9);
  const { engagementId } = await addEngagement(stage.as("procurement"), known.vendorId, {
    service,
    ownerId: stage.as("owner").actor.personId,
  });
  await stage.settleInherentRisk(engagementId);
  const second = await stage.send({ ...known, engagementId }, [questionnaireId], 14);
  if (!isSubmitted) return;
  yield at(-2, 10);
  const contact = await stage.open(second, vendor.contact);
  const { read } = stage.portal.store;
  const taken = (await listAnswers(read, contact.actor.organisationId, second.assessmentId)).filter(takenFrom);
  const given = answersOn(questionnaireId, demoAnswers(questionnaireId, "good"), contact.now.toISOString().slice(0, 10));
  await giveAnswers(
    contact,
    given.filter(({ questionKey }) => !taken.some((row) => row.questionKey === questionKey)),
  );
  await stage.submit(await stage.open(second, vendor.contact), "Head of Security");
}
