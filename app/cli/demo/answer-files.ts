// Answer files of the demo: read once; days in them are moved so that `as` becomes the day they are given.
import { readFileSync } from "node:fs";
import { addDays, daysBetween } from "#app/domain/monitoring/calendar-days.ts";
import type { Answer } from "#app/domain/questionnaire/answer.ts";
import { parseAnswers } from "#app/server/questionnaires/parse-answers.server.ts";

export interface GivenAnswer {
  questionKey: string;
  value: Answer["value"];
  comment: string;
  reason: string;
  /** A file is attached. */
  hasFile: boolean;
}

const isDay = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Answers of one questionnaire, in the order of the file, as a vendor would give them on `day`. */
export function answersOn(questionnaireId: string, path: string, day: string): GivenAnswer[] {
  const file = parseAnswers(readFileSync(path), path);
  const shift = file.as ? daysBetween(file.as, day) : 0;
  return Object.entries(file.answers).map(([id, answer]) => ({
    questionKey: `${questionnaireId}#${id}`,
    value: isDay(answer.value) ? addDays(answer.value, shift) : answer.value,
    comment: answer.comment ?? "",
    reason: answer.reason ?? "",
    hasFile: answer.evidence !== undefined && answer.evidence !== "attested",
  }));
}

/** Path of a demo vendor's answers. */
export function demoAnswers(questionnaireId: string, quality: "good" | "mixed" | "bad"): string {
  return new URL(`./answers/${questionnaireId}-${quality}.yaml`, import.meta.url).pathname;
}
