// The vendor's answers as plain text, to keep.
import { answerWords } from "#app/i18n/answer-words.ts";
import { dayWords, instantWords } from "#app/i18n/dates.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { wordsOf } from "../../platform/words-of.server.ts";
import { viewReceipt } from "./receipt.queries.server.ts";

export async function copyOfAnswers(ctx: VendorContext): Promise<{ name: string; text: string }> {
  const { frame, sections, submissions } = await viewReceipt(ctx);
  const words = wordsOf(ctx);
  const { language } = frame;
  const at = (instant: string) => instantWords(language, frame.timeZone, instant);
  const lines = [words.title(frame.service), `${frame.asker} → ${frame.vendor}`, words.copy.asOf(at(ctx.now.toISOString()))];
  for (const { name, role, at: signedAt, answersSha256 } of submissions) {
    lines.push(words.receipt.signed(name, role, at(signedAt)), `SHA-256 ${answersSha256}`);
  }
  for (const { title, questions } of sections) {
    lines.push("", title, "=".repeat(title.length));
    for (const { question, number, answer, files } of questions) {
      const said = answer ? answerWords(question, answer.value, words) : "";
      lines.push("", `${number}. ${question.text}`, `   ${(said || words.copy.notAnswered).replaceAll("\n", "\n   ")}`);
      if (answer?.comment) lines.push(`   ${words.copy.comment}: ${answer.comment}`);
      if (answer?.reason) lines.push(`   ${words.copy.reason}: ${answer.reason}`);
      if (answer?.instead?.is === "covered") lines.push(`   ${words.check.covered(answer.instead.document, answer.instead.page)}`);
      if (answer?.instead?.is === "later") lines.push(`   ${words.check.promised(dayWords(language, answer.instead.on))}`);
      for (const { name, sha256 } of files) lines.push(`   ${words.copy.documents}: ${name} (SHA-256 ${sha256})`);
      if (answer?.elsewhere)
        lines.push(`   ${words.question.elsewhere(answer.elsewhere.service, dayWords(language, answer.elsewhere.on))}`);
      else if (answer) lines.push(`   ${words.copy.by(answer.givenBy, at(answer.givenAt))}`);
    }
  }
  return { name: words.copy.file, text: `${lines.join("\n")}\n` };
}
