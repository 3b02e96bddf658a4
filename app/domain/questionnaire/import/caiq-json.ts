// The entries of CSA's CAIQ as JSON: `{name, version, questions: [{id, control_id, body}]}`. It holds no texts of controls, and no answers
// unless somebody filled it in: then under the names of the workbook's columns, such as `csp_caiq_answer`.
import { DomainError } from "#app/domain/errors.ts";
import type { CaiqContent, CaiqItem } from "./caiq-content.ts";
import { below, type ForeignFile, type Notes, type Where } from "./foreign.ts";
import { asMap, asText, field, type Loose } from "./foreign-values.ts";

const given = {
  answer: "csp_caiq_answer",
  ownership: "ssrm_control_ownership",
  description: "csp_implementation_description",
  customer: "csc_responsibilities",
} as const;

const whole: Where = { file: 0, path: [] };

export function readCaiqJson(file: ForeignFile, notes: Notes): CaiqContent {
  const document = asMap(file.value);
  const questions = field(document, "questions");
  if (!document || !Array.isArray(questions))
    throw new DomainError("invalid", `${file.name}: This is no CAIQ file: it holds no list “questions”.`);
  strangers(document, ["name", "version", "questions", "copyright", "license"], whole, notes);
  const items = questions.flatMap((entry: unknown, i): CaiqItem[] => {
    const where = below(whole, "questions", i);
    const map = asMap(entry);
    if (!map) {
      notes.lost.push({ where, what: "something that is no question", why: "A question is a map." });
      return [];
    }
    strangers(map, ["id", "control_id", "body", ...Object.values(given)], where, notes);
    const text = (name: string) => asText(field(map, name))?.trim() ?? "";
    return [
      {
        id: text("id"),
        text: text("body"),
        controlId: text("control_id"),
        controlTitle: "",
        specification: "",
        domain: "",
        where,
        given: {
          answer: { text: text(given.answer), where: below(where, given.answer) },
          explanation: text(given.description),
          further: [
            ["Ownership", text(given.ownership)],
            ["Customer's responsibilities", text(given.customer)],
          ],
        },
      },
    ];
  });
  const notice = asText(field(document, "copyright")) ?? asText(field(document, "license"));
  return {
    title: asText(field(document, "name")) ?? "",
    version: asText(field(document, "version")),
    notice,
    items,
  };
}

function strangers(map: Loose, names: readonly string[], where: Where, notes: Notes): void {
  for (const name of Object.keys(map))
    if (!names.includes(name))
      notes.lost.push({ where: below(where, name), what: `“${name.slice(0, 60)}”`, why: "It has no place in a questionnaire." });
}
