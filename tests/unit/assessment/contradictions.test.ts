// Contradictions a reviewer is shown: named by a questionnaire or built in, each with both sides (docs: questionnaires, rule 9).
import { describe, expect, it } from "vitest";
import { assessmentForm } from "#app/domain/assessment/assessment-form.ts";
import { contradictionsOf } from "#app/domain/assessment/contradictions.ts";
import type { Around } from "#app/domain/assessment/contradictions-seen.ts";
import { isTakenBySectionApproval } from "#app/domain/assessment/determinations.ts";
import { filtersFor, firstFilter } from "#app/domain/assessment/review-filters.ts";
import { type ReviewedItem, reviewedState, reviewItems } from "#app/domain/assessment/review-items.ts";
import type { Piece, StoredReview } from "#app/domain/assessment/stored-review.ts";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import { aQuestionnaire, noHash, scores } from "#tests/support/questionnaires.ts";

const asOn = "2026-11-23";

const questionnaire = aQuestionnaire(
  [
    { id: "personal_data_use", type: "boolean" },
    { id: "card_data", type: "multichoice", na: true, options: scores({ store: null, none: null }) },
    { id: "holds_money", type: "boolean" },
    { id: "integration", type: "multichoice", options: scores({ redirect: null, iframe: null, server_api: null }) },
    { id: "breach_notice", type: "number", unit: "h" },
    { id: "breach_clause", type: "choice", options: scores({ hours: 1, undue: 0.5, nothing: 0 }) },
    { id: "ir_plan", type: "choice", options: scores({ yes: 1, no: 0 }) },
    { id: "ir_last_test", type: "date" },
    { id: "training", type: "choice", options: scores({ yearly: 1, never: 0 }), evidence: { kinds: ["training-record", "procedure"] } },
    { id: "pentest", type: "date", evidence: { kinds: ["pentest"] } },
    { id: "pci_validation", type: "choice", options: scores({ aoc_sp: 1, none: 0 }) },
    { id: "pci_services", type: "choice", options: scores({ all: 1, none: 0 }) },
    { id: "pci_untested", type: "choice", options: scores({ none: 1, some: 0 }) },
    { id: "plain", type: "choice", options: scores({ good: 1, bad: 0 }) },
    { id: "of_company", type: "choice", options: scores({ good: 1, bad: 0 }), askedPer: "vendor" },
  ],
  {
    id: "pack",
    conflicts: [
      {
        when: {
          all: [
            { q: "holds_money", is: false },
            { fact: "money", gte: 4 },
          ],
        },
        text: { en: "It holds our money, says our own answer." },
      },
      {
        when: {
          all: [
            { q: "plain", is: "good" },
            { q: "ir_plan", is: "no" },
          ],
        },
        text: { en: "All is good, yet there is no plan." },
      },
    ],
  } satisfies Partial<Questionnaire>,
);

interface Given {
  facts?: KnownFacts;
  answers?: Record<string, AnswerValue>;
  pieces?: Record<string, Piece[]>;
  around?: Partial<Around>;
}

const nothingAround: Around = {
  service: "Card payments",
  noticeHours: null,
  noticeClause: "unknown",
  pci: null,
  documents: new Map(),
  asOn,
};

function aReview({ facts = {}, answers = {}, pieces = {} }: Given): StoredReview {
  const stored = Object.entries(answers).map(
    ([id, value]) => [`pack#${id}`, { revision: 1, value, reason: "secret", instead: null }] as const,
  );
  return {
    form: assessmentForm([{ questionnaire, sha256: noHash }]),
    facts,
    answers: new Map(stored),
    pieces: new Map(Object.entries(pieces).map(([id, list]) => [`pack#${id}`, list])),
    determinations: new Map(),
    riskAccepted: [],
  };
}

const found = (given: Given) => {
  const review = aReview(given);
  return contradictionsOf(review, reviewedState(review, asOn), { ...nothingAround, ...given.around });
};
const texts = (given: Given) => found(given).map(({ text }) => text);
const pci = { form: "aoc_service_provider", servicesCovered: [], requirementsNotTested: [] } as const;

const contradicting: [what: string, given: Given, text: string, sides: string[]][] = [
  [
    "a vendor that says it gets no customer data, against level 3",
    { facts: { personal_data: 3 }, answers: { personal_data_use: false } },
    "“personal_data_use” is answered “No”, yet our inherent-risk answers put customer data at level 3 of 4.",
    ["question", "inherent_risk"],
  ],
  [
    "a vendor that stores cards, though we rated it far from them",
    { facts: { card: 1 }, answers: { card_data: ["store"] } },
    "“card_data” is answered “store”, yet our inherent-risk answers put card and checkout at level 1 of 4.",
    ["question", "inherent_risk"],
  ],
  [
    "another way of integrating than ours",
    { facts: { integration: ["redirect"] }, answers: { integration: ["redirect", "iframe"] } },
    "“integration” is answered “redirect, iframe”, yet our inherent-risk answers name the vendor's own payment page.",
    ["question", "inherent_risk"],
  ],
  [
    "other notice hours than the contract",
    { answers: { breach_notice: 72 }, around: { noticeHours: 24 } },
    "“breach_notice” is answered 72 h, yet the contract says 24 hours.",
    ["question", "contract"],
  ],
  [
    "a promise that another answer says the contract does not hold",
    { answers: { breach_notice: 60, breach_clause: "hours" } },
    "“breach_notice” is answered 60 h, yet “breach_clause” is answered “hours”.",
    ["question", "question"],
  ],
  [
    "a clause we recorded as missing",
    { answers: { breach_clause: "hours" }, around: { noticeClause: "no" } },
    "“breach_clause” is answered “hours”, yet we recorded that the contract has no such clause.",
    ["question", "contract"],
  ],
  [
    "tested yearly, last time three years ago",
    { answers: { ir_plan: "yes", ir_last_test: "2023-05-04" } },
    "“ir_plan” is answered “yes”, yet “ir_last_test” is answered 2023-05-04.",
    ["question", "question"],
  ],
  [
    "trained yearly, by a record two years old",
    { answers: { training: "yearly" }, pieces: { training: [{ id: "evd_1", kind: "training-record", startsOn: "2024-10-01" }] } },
    "“training” is answered “yearly”, yet the newest document, “training-record”, is of 2024-10-01.",
    ["question", "document"],
  ],
  [
    "a test on a day its own report does not reach",
    { answers: { pentest: "2026-05-01" }, pieces: { pentest: [{ id: "evd_1", kind: "pentest", startsOn: "2025-02-01" }] } },
    "“pentest” is answered 2026-05-01, yet the newest document, “pentest”, is of 2025-02-01.",
    ["question", "document"],
  ],
  [
    "a validation that names another service",
    { answers: { pci_services: "all" }, around: { pci: { ...pci, servicesCovered: ["Gift vouchers"] } } },
    "“pci_services” is answered “all”, yet the document on record covers Gift vouchers, not Card payments.",
    ["question", "pci"],
  ],
  [
    "nothing untested, against the record",
    { answers: { pci_untested: "none" }, around: { pci: { ...pci, requirementsNotTested: ["11.4"] } } },
    "“pci_untested” is answered “none”, yet the record names requirements that were not tested: 11.4.",
    ["question", "pci"],
  ],
  [
    "a document given for another service",
    {
      answers: { plain: "good" },
      pieces: { plain: [{ id: "evd_1", kind: "policy" }] },
      around: { documents: new Map([["evd_1", { name: "policy.pdf", otherService: "Parcels", missesService: false }]]) },
    },
    "“plain” is answered “good”, proven by “policy.pdf”, yet that was given for Parcels, not for Card payments.",
    ["question", "document"],
  ],
  [
    "a document that does not cover the service",
    {
      answers: { plain: "good" },
      pieces: { plain: [{ id: "evd_1", kind: "soc2-t2" }] },
      around: { documents: new Map([["evd_1", { name: "soc2.pdf", otherService: null, missesService: true }]]) },
    },
    "“plain” is answered “good”, proven by “soc2.pdf”, yet by our reading that does not cover Card payments.",
    ["question", "document"],
  ],
  [
    "what its questionnaire names, said once though a built-in one would say it, too",
    { facts: { money: 4 }, answers: { holds_money: false } },
    "It holds our money, says our own answer.",
    ["question", "inherent_risk"],
  ],
];

describe("a contradiction is told in one sentence with both sides", () => {
  it.each(contradicting)("%s", (_, given, text, sides) => {
    expect(found(given).map((each) => [each.text, each.sides.map(({ is }) => is)])).toEqual([[text, sides]]);
  });
});

it.each<[string, Given]>([
  [
    "answers that fit the facts",
    {
      facts: { personal_data: 3, card: 4, integration: ["redirect"] },
      answers: { personal_data_use: true, card_data: ["store"], integration: ["redirect"] },
    },
  ],
  ["facts nobody knows", { answers: { personal_data_use: false, card_data: ["none"], holds_money: false } }],
  [
    "declined and not-applicable answers",
    { facts: { personal_data: 4, card: 4 }, answers: { personal_data_use: "declined", card_data: "na" } },
  ],
  [
    "the hours of the contract",
    { answers: { breach_notice: 24, breach_clause: "hours" }, around: { noticeHours: 24, noticeClause: "yes" } },
  ],
  ["a test within the year and a month", { answers: { ir_plan: "yes", ir_last_test: "2025-11-10" } }],
  [
    "a procedure, however old: it is not written anew with every course",
    { answers: { training: "yearly" }, pieces: { training: [{ id: "evd_1", kind: "procedure", startsOn: "2020-01-01" }] } },
  ],
  ["a document without a date", { answers: { training: "yearly" }, pieces: { training: [{ id: "evd_1", kind: "training-record" }] } }],
  [
    "a document given for another service, of a question about the company",
    {
      answers: { of_company: "good" },
      pieces: { of_company: [{ id: "evd_1", kind: "policy" }] },
      around: { documents: new Map([["evd_1", { name: "policy.pdf", otherService: "Parcels", missesService: true }]]) },
    },
  ],
  [
    "a report that names the service in other words",
    { answers: { pci_services: "all" }, around: { pci: { ...pci, servicesCovered: ["Card acquiring and payments"] } } },
  ],
])("nothing contradicts %s", (_, given) => {
  expect(texts(given)).toEqual([]);
});

describe("in the review", () => {
  const answers = { personal_data_use: false, plain: "good", ir_plan: "no" };
  const items = (given: Given): ReviewedItem[] =>
    reviewItems({ review: aReview(given), asOn, readIds: new Set(), around: { ...nothingAround, ...given.around } });
  const of = (list: readonly ReviewedItem[], id: string) => list.find(({ questionKey }) => questionKey === `pack#${id}`)!;

  it("both answers of a contradiction carry it, and approving a section takes neither", () => {
    const list = items({ facts: { personal_data: 3 }, answers });
    expect(of(list, "plain").contradictions).toEqual(of(list, "ir_plan").contradictions);
    expect(list.filter(({ contradictions }) => contradictions.length > 0).some(isTakenBySectionApproval)).toBe(false);
    expect(isTakenBySectionApproval(of(items({ answers: { plain: "good" } }), "plain"))).toBe(true);
  });

  it("contradictions are the first filter, and the one it opens with while one waits", () => {
    expect(filtersFor([], false)[0]).toBe("contradictions");
    const list = items({ facts: { personal_data: 3 }, answers });
    expect(firstFilter(list, false)).toBe("contradictions");
    expect(
      firstFilter(
        list.map((item) => ({ ...item, isDetermined: true })),
        false,
      ),
    ).toBe("all");
    expect(firstFilter(items({ answers: { plain: "good" } }), false)).toBe("all");
  });
});
