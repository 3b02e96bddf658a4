// Whose name stands under an answer in the vendor portal. Who answered for another service of the vendor is not told here.
import { takenFrom } from "#app/domain/assessment/answer-source.ts";
import type { Messages } from "#app/i18n/en.ts";
import type { AnswerRow } from "../answers.queries.server.ts";

type Given = Pick<AnswerRow, "givenBy"> & Partial<Pick<AnswerRow, "origin" | "source">>;

export const giverOf = ({ givenBy, origin = "vendor", source = null }: Given, words: Messages["portal"]): string =>
  takenFrom({ origin, source }) ? words.question.colleague : givenBy;
