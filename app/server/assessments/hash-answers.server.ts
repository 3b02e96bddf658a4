// What a vendor signs, or what we read in its documents: the SHA-256 of the canonical JSON of all its answers and the documents under them, in the order of their keys.
// The same function makes and checks it; changing it breaks the check of every submission ever made.
import { createHash } from "node:crypto";
import { canonicalJson } from "#app/domain/audit/audit-chain.ts";
import type { AnswerRow } from "./answers.queries.server.ts";

export function hashAnswers(answers: readonly AnswerRow[], files: readonly { questionKey: string; sha256: string }[]): string {
  const signed = {
    answers: answers
      .map(({ questionKey, revision, value, comment, reason, instead, source }) => ({
        questionKey,
        revision,
        value,
        comment,
        reason,
        instead,
        ...(source?.is === "documents" ? { document: source.document } : {}),
      }))
      .sort((a, b) => (a.questionKey < b.questionKey ? -1 : 1)),
    files: files.map(({ questionKey, sha256 }) => `${questionKey} ${sha256}`).sort(),
  };
  return createHash("sha256").update(canonicalJson(signed), "utf8").digest("hex");
}
