// `vouchsafe import vrq FILE`: a file of our own is checked as the portal checks it, and taken byte for byte, so that what the portal
// exports, imported and exported again, is the same file.
import { createHash } from "node:crypto";
import type { ImportReport } from "#app/domain/questionnaire/import/import-report.schema.ts";
import { problemLine } from "#app/domain/questionnaire/problem.ts";
import { questionnaireLimits } from "#app/domain/questionnaire/questionnaire.ts";
import { readDraft } from "#app/server/questionnaires/drafts/read-draft.server.ts";
import { lintQuestionnaires } from "#app/server/questionnaires/lint-questionnaires.server.ts";
import { readNamedFile } from "../read-file.ts";

export const ownKind = "vrq";

/** Throws `invalid` with file, line and mend. What the linter says is reported as warnings. */
export async function importOwn(
  file: string,
  settings: { id?: string | undefined; version?: string | undefined; license?: string | undefined; pick?: string | undefined },
): Promise<{ yaml: string; report: ImportReport }> {
  const bytes = await readNamedFile(file, { mostBytes: questionnaireLimits.fileBytes });
  const { questionnaire, source, sha256 } = await readDraft("vouchsafe", { name: file, bytes }, settings);
  const { id, version, sections } = questionnaire;
  const [linted] = lintQuestionnaires([{ file, bytes }]);
  const said = linted!.problems.filter(({ level }) => level !== "note");
  return {
    yaml: source,
    report: {
      kind: ownKind,
      source: { file, extensions: [], bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
      questionnaire: { id, version, sections: sections.length, questions: sections.flatMap(({ questions }) => questions).length, sha256 },
      mapped: [],
      lost: [],
      warnings: said.map((problem) => ({ place: `line ${problem.line}`, message: problemLine(problem) })),
    },
  };
}
