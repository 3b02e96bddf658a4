// The vendor's answers: from a file of one's own, or those of an invented payment vendor in good order, with real PDF and PNG files.
import { basename, dirname, extname, resolve } from "node:path";
import { score } from "#app/domain/assessment/score.ts";
import { compile } from "#app/domain/questionnaire/compile.ts";
import { parseJourneyAnswers } from "#app/server/questionnaires/parse-answers.server.ts";
import { parseQuestionnaire } from "#app/server/questionnaires/parse-questionnaire.server.ts";
import { readShippedFiles } from "#app/server/questionnaires/shipped-files.server.ts";
import { answersOn, demoAnswers } from "../demo/answer-files.ts";
import { aPdf, aPng } from "../demo/documents.ts";
import { withAnswersFrom } from "../load-assessment.ts";
import { readNamedFile } from "../read-file.ts";
import type { PortalAnswer } from "./answer-portal.ts";

const types: Record<string, string> = {
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".txt": "text/plain",
  ".csv": "text/csv",
};

// Questions on a second factor: a picture of the settings proves it as well as a document does.
const showsScreen = /#(console_mfa|dashboard_mfa|mfa_staff)$/;

/** `path` absent: the demo's answers, dated to `day`. Throws, naming file and place, for answers the questionnaire does not take. */
export async function journeyAnswers(questionnaireId: string, path: string | undefined, day: string): Promise<Map<string, PortalAnswer>> {
  return path ? fromFile(questionnaireId, path, day) : invented(questionnaireId, day);
}

async function invented(questionnaireId: string, day: string): Promise<Map<string, PortalAnswer>> {
  const answers = new Map<string, PortalAnswer>();
  for (const { questionKey, value, comment, reason, hasFile } of answersOn(questionnaireId, demoAnswers(questionnaireId, "good"), day)) {
    const id = questionKey.split("#")[1] as string;
    const pdf = { name: `${id}.pdf`, type: "application/pdf", bytes: await aPdf(`Evidence for ${id}`, ["Invented for the journey."]) };
    answers.set(questionKey, { value, comment, reason, files: hasFile ? [pdf] : [] });
  }
  const png = { name: "console.png", type: "image/png", bytes: aPng() };
  for (const [key, answer] of answers) {
    if (answer.files.length > 0 && showsScreen.test(key)) answers.set(key, { ...answer, files: [...answer.files, png] });
  }
  return answers;
}

async function fromFile(questionnaireId: string, path: string, day: string): Promise<Map<string, PortalAnswer>> {
  const { as = day, facts, answers } = parseJourneyAnswers(await readNamedFile(path), path);
  const shipped = (await readShippedFiles()).filter(({ name }) => name.split("/").at(-2) === questionnaireId).at(-1)!;
  const given = Object.entries(answers).map(([id, answer]) => [id.split("#").at(-1) as string, answer] as const);
  const plain = Object.fromEntries(given.map(([id, { files: _, ...answer }]) => [id, answer]));
  withAnswersFrom(path, () =>
    score(compile([parseQuestionnaire(shipped.bytes, shipped.name)]), { as, facts, answers: plain }, { gains: false }),
  );
  const read = given.map(
    async ([id, { value, comment = "", reason = "", files = [] }]): Promise<[string, PortalAnswer]> => [
      `${questionnaireId}#${id}`,
      { value, comment, reason, files: await Promise.all(files.map((named) => documentAt(resolve(dirname(path), named)))) },
    ],
  );
  return new Map(await Promise.all(read));
}

async function documentAt(path: string): Promise<PortalAnswer["files"][number]> {
  const type = types[extname(path).toLowerCase()] ?? "application/octet-stream";
  return { name: basename(path), type, bytes: await readNamedFile(path) };
}
