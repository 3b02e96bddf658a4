// Answers against what is on paper: promised notice hours against the contract clause, and what a document covers against the service.
import type { AttachedDocument, Contradiction, Looking, Seen, Side } from "./contradictions-seen.ts";

const contract: Side = { is: "contract", label: "Contract: breach notice" };
const pciRecord: Side = { is: "pci", label: "PCI status on record" };

/** Within how many hours the vendor promises to tell us of a breach, by question id. */
const promises = ["breach_notice", "incident_hours", "ir_notice"];
/** How many hours it took after an incident. */
const taken = ["notice_hours"];
/** What the vendor says the contract holds, and how many hours that is at most. */
const clause = { id: "breach_clause", hours: { hours: 48, undue: 72 } as Record<string, number | undefined>, nothing: "nothing" };

export function againstContract(seen: Looking): Contradiction[] {
  const promised = promises.flatMap((id) => seen.of(id)).filter(isHours);
  const claimed = seen.of(clause.id);
  return [
    ...againstRecorded(seen, promised),
    ...promised.flatMap((promise) => claimed.flatMap((claim) => betweenAnswers(promise, claim))),
    ...claimed.flatMap((claim) => againstClause(seen, claim)),
  ];
}

const isHours = (seen: Seen): seen is Seen & { value: number } => typeof seen.value === "number";
const hoursOf = (n: number) => `${n} ${n === 1 ? "hour" : "hours"}`;

function againstRecorded({ around, of }: Looking, promised: readonly (Seen & { value: number })[]): Contradiction[] {
  const agreed = around?.noticeHours ?? null;
  if (agreed === null) return [];
  const wrong = promised.filter(({ value }) => value !== agreed);
  const late = taken.flatMap((id) => of(id)).filter((each) => isHours(each) && each.value > agreed);
  return [
    ...wrong.map(({ words, side }) => ({ text: `${words}, yet the contract says ${hoursOf(agreed)}.`, sides: [side, contract] })),
    ...late.map(({ words, side }) => ({ text: `${words}, yet the contract allows ${hoursOf(agreed)}.`, sides: [side, contract] })),
  ];
}

/** The vendor promises one thing in one answer, and says in another that the contract holds something else. */
function betweenAnswers(promise: Seen & { value: number }, claim: Seen): Contradiction[] {
  const most = clause.hours[String(claim.value)];
  const isOther = claim.value === clause.nothing || (most !== undefined && promise.value > most);
  if (!isOther) return [];
  return [{ text: `${promise.words}, yet ${claim.words}.`, sides: [promise.side, claim.side] }];
}

function againstClause({ around }: Looking, claim: Seen): Contradiction[] {
  const most = clause.hours[String(claim.value)];
  if (around === undefined || most === undefined) return [];
  const { noticeClause, noticeHours } = around;
  if (noticeClause === "no")
    return [{ text: `${claim.words}, yet we recorded that the contract has no such clause.`, sides: [claim.side, contract] }];
  if (noticeHours === null || noticeHours <= most) return [];
  return [{ text: `${claim.words}, yet the contract says ${hoursOf(noticeHours)}.`, sides: [claim.side, contract] }];
}

/** What documents and the PCI record cover, against the service that is bought. */
export function againstScope(seen: Looking): Contradiction[] {
  return [...againstPci(seen), ...strayDocuments(seen)];
}

function againstPci({ around, of }: Looking): Contradiction[] {
  const pci = around?.pci;
  if (!pci) return [];
  const validated = of("pci_validation");
  const covered = of("pci_services").filter(({ value }) => value === "all");
  const untested = of("pci_untested").filter(({ value }) => value === "none");
  const isValidation = pci.form === "aoc_service_provider" || pci.form === "saq_d_service_provider";
  const claims = validated.filter(({ value }) => value === "aoc_sp" || value === "saq_d_sp");
  const misses = pci.servicesCovered.length > 0 && !pci.servicesCovered.some((name) => shareWord(name, around.service));
  return [
    ...(isValidation ? [] : claims).map(({ words, side }) => ({
      text: `${words}, yet the PCI status we recorded rests on no validation.`,
      sides: [side, pciRecord],
    })),
    ...(misses ? covered : []).map(({ words, side }) => ({
      text: `${words}, yet the document on record covers ${pci.servicesCovered.join(", ")}, not ${around.service}.`,
      sides: [side, pciRecord],
    })),
    ...(pci.requirementsNotTested.length > 0 ? untested : []).map(({ words, side }) => ({
      text: `${words}, yet the record names requirements that were not tested: ${pci.requirementsNotTested.join(", ")}.`,
      sides: [side, pciRecord],
    })),
  ];
}

const wordsOf = (name: string): string[] =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3 && !/^(service|services|platform|system|systems)$/.test(word));

/** Whether two names of services have a telling word in common; names without one cannot be told apart. */
function shareWord(a: string, b: string): boolean {
  const words = wordsOf(a);
  const others = wordsOf(b);
  return words.length === 0 || others.length === 0 || words.some((word) => others.includes(word));
}

/** What is about the company itself is proven for one service as well as for another. */
function strayDocuments({ review, around, all, pieces }: Looking): Contradiction[] {
  if (around === undefined) return [];
  const { questions } = review.form.set;
  const ofService = all.filter(({ index }) => questions[index]!.question.askedPer !== "vendor");
  return ofService.flatMap(({ index, words, side }) =>
    pieces(index).flatMap(({ id }): Contradiction[] => {
      const document = around.documents.get(id);
      const because = document && strayBecause(document, around.service);
      if (!document || because === undefined) return [];
      const text = `${words}, proven by “${document.name}”, yet ${because}.`;
      return [{ text, sides: [side, { is: "document", evidenceId: id, label: document.name }] }];
    }),
  );
}

function strayBecause({ otherService, missesService }: AttachedDocument, service: string): string | undefined {
  if (otherService !== null) return `that was given for ${otherService}, not for ${service}`;
  return missesService ? `by our reading that does not cover ${service}` : undefined;
}
