// `vouchsafe questionnaires diff OLDER NEWER`: what changed, question by question, and what becomes of answers. Exit 1 when the newer
// version's number says less than its changes do.
import { parseArgs } from "node:util";
import { type Difference, differenceOf, type QuestionDifference } from "#app/domain/questionnaire/difference.ts";
import { type Questionnaire, textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { isNewerVersion, majorOf } from "#app/domain/questionnaire/versions.ts";
import { parseQuestionnaire } from "#app/server/questionnaires/parse-questionnaire.server.ts";
import { type Io, UsageError } from "../command.ts";
import { readNamedFile } from "../read-file.ts";

export async function diff(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean", default: false } } });
  const [older, newer] = positionals;
  if (older === undefined || newer === undefined || positionals.length > 2) throw new UsageError("Name two versions of a questionnaire.");
  const read = async (path: string) => parseQuestionnaire(await readNamedFile(path), path).questionnaire;
  const [before, after] = [await read(older), await read(newer)];
  if (before.id !== after.id) throw new UsageError(`“${before.id}” and “${after.id}” are different questionnaires.`);
  const difference = differenceOf(before, after);
  const isNumbered = saysEnough(before.version, after.version, difference.asksFor);
  io.out(values.json ? `${JSON.stringify({ ...difference, isNumbered })}\n` : report(before, after, difference, isNumbered));
  return isNumbered ? 0 : 1;
}

function saysEnough(before: string, after: string, asksFor: Difference["asksFor"]): boolean {
  if (asksFor === "none") return true;
  return isNewerVersion(after, before) && (asksFor === "minor" || majorOf(after) > majorOf(before));
}

const marks = { added: "+", removed: "-", changed: "~" } as const;

function report(before: Questionnaire, after: Questionnaire, { questions, asksFor }: Difference, isNumbered: boolean): string {
  const source = after.languages[0]!;
  const line = ({ id, change, parts, isCarried, isOncePerVendor, note }: QuestionDifference) => {
    if (change === "same") return [];
    const what = change === "changed" ? `: ${parts.join(", ")}; ${isCarried ? "answers are carried over" : "answers are asked anew"}` : "";
    const isNews = parts.includes("sharing") || (change === "added" && isOncePerVendor);
    const sharing = isNews ? `; ${isOncePerVendor ? "asked once per vendor" : "asked for each engagement"}` : "";
    return [`${marks[change]} ${id}${what}${sharing}${note ? `. ${textIn(note, source, source)}` : ""}`];
  };
  const count = (wanted: QuestionDifference["change"]) => questions.filter(({ change }) => change === wanted).length;
  const counts = `${count("added")} added, ${count("removed")} removed, ${count("changed")} changed, ${count("same")} the same.`;
  const verdict = asksFor === "none" ? "Nothing a vendor or a score could notice." : `The changes ask for a new ${asksFor} version.`;
  const wrong = isNumbered ? [] : [`${after.version} after ${before.version} is not enough.`];
  return `${[...questions.flatMap(line), counts, verdict, ...wrong].join("\n")}\n`;
}
