// The vendor's answers: from a file of one's own, or those of an invented payment vendor in good order, with real PDF and PNG files.
import { readFileSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { parseJourneyAnswers } from "#app/server/questionnaires/parse-answers.server.ts";
import { answersOn, demoAnswers } from "../demo/answer-files.ts";
import { aPdf, aPng } from "../demo/documents.ts";
import type { PortalAnswer } from "./answer-portal.ts";

const types: Record<string, string> = {
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".txt": "text/plain",
  ".csv": "text/csv",
};

/** `path` absent: the demo's answers, dated to `day`. */
export async function journeyAnswers(questionnaireId: string, path: string | undefined, day: string): Promise<Map<string, PortalAnswer>> {
  return path ? fromFile(questionnaireId, path) : invented(questionnaireId, day);
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
    if (answer.files.length > 0 && key.endsWith("staff_mfa")) answers.set(key, { ...answer, files: [...answer.files, png] });
  }
  return answers;
}

function fromFile(questionnaireId: string, path: string): Map<string, PortalAnswer> {
  const file = parseJourneyAnswers(readFileSync(path), path);
  const entries = Object.entries(file.answers).map(([id, answer]): [string, PortalAnswer] => {
    const files = (answer.files ?? []).map((named) => {
      const at = resolve(dirname(path), named);
      return {
        name: basename(at),
        type: types[extname(at).toLowerCase()] ?? "application/octet-stream",
        bytes: new Uint8Array(readFileSync(at)),
      };
    });
    return [
      id.includes("#") ? id : `${questionnaireId}#${id}`,
      { value: answer.value, comment: answer.comment ?? "", reason: answer.reason ?? "", files },
    ];
  });
  return new Map(entries);
}
