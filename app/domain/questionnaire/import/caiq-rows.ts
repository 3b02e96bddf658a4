// Reads what a filled CAIQ says for use with questions of ours. The wording of CSA's questions is left out.
import { DomainError } from "#app/domain/errors.ts";
import { type CcmEdition, controlIn41 } from "../ccm-editions.ts";
import type { CaiqAnswers, CaiqRow } from "./caiq-answers.ts";
import type { CaiqContent, CaiqItem } from "./caiq-content.ts";
import { codeOf } from "./given-answers.ts";
import { cleanText, cut } from "./plain-text.ts";

const mostExplained = 1000;

/** Throws `invalid` for another edition and for a CAIQ that nobody filled in. */
export function caiqAnswers({ version, items }: CaiqContent, file: string): CaiqAnswers {
  const edition = editionOf(version, items);
  if (edition === undefined)
    throw new DomainError("invalid", `${file}: Only CAIQ 4.0 and 4.1 can be used for our questions; this is another edition.`);
  const rows = items.flatMap((item) => rowFrom(item, edition) ?? []);
  if (rows.length === 0) throw new DomainError("invalid", `${file}: No question of this CAIQ is answered.`);
  return { edition, rows };
}

/** As `caiqAnswers`; undefined for a blank one and for another edition. */
export function findCaiqAnswers(content: CaiqContent): CaiqAnswers | undefined {
  const edition = editionOf(content.version, content.items);
  const isFilled = edition !== undefined && content.items.some((item) => rowFrom(item, edition) !== undefined);
  return isFilled ? caiqAnswers(content, "") : undefined;
}

/** By its number, else by the domain that 4.1 renamed. */
function editionOf(version: string | undefined, items: readonly CaiqItem[]): CcmEdition | undefined {
  const numbered = /^(\d+\.\d+)/.exec(version ?? "")?.[1];
  if (numbered !== undefined) return numbered === "4.0" || numbered === "4.1" ? numbered : undefined;
  if (items.some(({ id }) => id.startsWith("I&S-"))) return "4.1";
  return items.some(({ id }) => /^IVS-\d\d\.\d$/.test(id)) && items.some(({ id }) => id.startsWith("UEM-")) ? "4.0" : undefined;
}

function rowFrom({ id, controlId, given }: CaiqItem, edition: CcmEdition): CaiqRow | undefined {
  const said = cleanText(given?.answer.text ?? "").slice(0, 100);
  const explanation = cut(cleanText(given?.explanation ?? ""), mostExplained).text;
  if (said === "" && explanation === "") return undefined;
  const control = controlIn41(controlId || id.replace(/\.\d+$/, ""), edition) ?? null;
  return { id: id.slice(0, 40), control, answer: codeOf(said) ?? null, said, explanation };
}
