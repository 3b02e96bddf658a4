// The text of a draft before and after an edit: read once, checked against the grammar, and written the way every file of ours is written.
import { createHash } from "node:crypto";
import { DomainError } from "#app/domain/errors.ts";
import { checkGrammar } from "#app/domain/questionnaire/grammar.schema.ts";
import { type Questionnaire, questionnaireLimits, textIn } from "#app/domain/questionnaire/questionnaire.ts";
import type { Portal } from "../../platform/portal.server.ts";
import { readingOfDraft } from "../questionnaire-cache.server.ts";
import { writeQuestionnaire } from "../write-questionnaire.server.ts";

/** How often it was changed; every save names the revision it saw. */
export const revisionOf = ({ revision }: { revision: number | null }): number => revision ?? 0;

/** The questionnaire a stored draft holds; it may lack sections and questions. */
export function questionnaireOf(portal: Portal, draft: { sha256: string; source: string; fileName: string }): Questionnaire {
  const { questionnaire, problems } = readingOfDraft(portal, draft);
  // It was parsed when it was stored.
  if (!questionnaire) throw new Error(`A stored draft cannot be read: ${problems[0]?.message}`);
  return questionnaire;
}

/** What the row of a draft says of its questionnaire. Throws `invalid` for one that no file could hold. */
export function textOfDraft(questionnaire: Questionnaire) {
  const [problem] = checkGrammar(questionnaire, { isUnfinished: true }).problems;
  if (problem) throw new DomainError("invalid", `${problem.message} ${problem.mend} (${problem.path.join(".")})`);
  const source = writeQuestionnaire(questionnaire);
  const bytes = Buffer.from(source, "utf8");
  if (bytes.length > questionnaireLimits.fileBytes) {
    throw new DomainError("invalid", "The questionnaire would be larger than 1 MiB. Split it into several.");
  }
  const { id: questionnaireId, version, languages } = questionnaire;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const title = textIn(questionnaire.title, "en", languages[0]!);
  return { questionnaireId, version, title, source, sha256 };
}
