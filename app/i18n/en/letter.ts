// The decision letter to a vendor, in English. Plain and friendly; nothing of ours that is not the vendor's to know.
import { calendarDay } from "#app/domain/report/report-format.ts";

export const letter = {
  language: "English",
  title: "Decision letter",
  about: (service: string) => `Our decision on ${service}`,
  to: (vendor: string) => `To ${vendor}`,
  number: (number: string) => `Assessment ${number}`,
  day: (day: string) => calendarDay(day),
  points: (text: string) => text,
  outcome: {
    approved: "Approved",
    approved_with_conditions: "Approved with conditions",
    declined: "Declined",
    on_hold: "On hold",
  },
  thanks: {
    answered: (service: string) => `Thank you for answering our security questions about ${service}.`,
    documents: (service: string) => `We have looked at the security of ${service} from your documents.`,
  },
  intro: {
    approved: (asker: string) => `${asker} has approved the service. Below you find the result and what would raise it.`,
    approved_with_conditions: (asker: string) => `${asker} has approved the service under the conditions below. Please keep to their days.`,
    declined: (asker: string) =>
      `${asker} has decided not to approve the service as it is now. Below you find what stands against it and what would raise the result.`,
    on_hold: (asker: string) => `${asker} has put its decision on hold. Below you find what would help.`,
  },
  terms: { decision: "Decision", decided: "Decided on", result: "Result", next: "Next review" },
  result: (points: string, grade: string | null) => `${points} of 100 points${grade === null ? "" : `, grade ${grade}`}`,
  noResult: "No points: no question counted",
  conditions: "Conditions",
  condition: "Condition",
  number_: "No.",
  when: "When",
  state: "State",
  times: { before_signature: "before the contract is signed", before_go_live: "before the service goes live", by_date: "by a day" },
  met: "met",
  open: "open",
  mend: "What needs to be mended",
  mendLead: "These answers fall short of what we need. Please mend them by the day named and show it with a document.",
  what: "What",
  by: "By",
  moreToMend: (n: number) => `${n} more ${n === 1 ? "stands" : "stand"} on your page, behind the link in our mail.`,
  nothingToMend: "Nothing has to be mended.",
  gains: "What would raise the result",
  gainsLead:
    "Each line says how many points this question alone would add if it were answered in full and proven. Together they may add more or less.",
  limits: "These questions hold the result down; as long as they stand, better answers elsewhere add little or nothing:",
  question: "Question",
  helps: "What helps",
  points_: "Points",
  help: { answer: "a better answer", document: "a document that proves it", answer_and_document: "a better answer and a document" },
  more: (n: number) => `${n} more ${n === 1 ? "question" : "questions"} would add something, too.`,
  noGains: "No single answer would raise the result.",
  goOn: "How to go on",
  goOnText:
    "Open the link in our mail and press Start. There you see your answers and what is due, you can send documents, ask us, and tell us when an answer is not right.",
  signed: "Signed",
  name: "Name",
  role: "Role",
  on: "On",
  roles: { officer: "Compliance officer", second: "Second approver" },
  foot: (id: string, url: string) =>
    `Whether this letter is genuine and unaltered is checked by any PDF reader, by pdfsig or at ${url}. Document ${id}.`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
};

/** The same letter in another language: same keys, other words. */
export type LetterWords = typeof letter;
