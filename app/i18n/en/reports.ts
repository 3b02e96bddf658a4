// Evidence first: what a vendor reads when its reports answer questions.

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const reports = {
  title: "We already have a report",
  possible: (n: number, of: number) => `A report can save you ${n} of ${of} questions.`,
  provesOnly: "A report can prove several answers at once.",
  saved: (n: number, of: number) => `Your reports saved ${n} of ${of} questions.`,
  more: (n: number) => `${n} more can follow.`,
  ofThem: (n: number) => `${n} by your reports`,
  lead: (asker: string) =>
    `A report of an auditor answers some of these questions. Upload it, look at the answers it gives, and confirm them. ${asker} reads the report, too.`,
  none: "No open question can be answered by a report.",
  kind: "Which report",
  answers: (n: number, of: number) => `Answers ${n} of ${of} questions`,
  proves: (n: number) => `proves ${n} you answer yourself`,
  provesMore: (n: number) => `and proves ${n} more that you answer yourself`,
  clock: (name: string) => `Its date: ${name.charAt(0).toLowerCase()}${name.slice(1)}.`,
  startsOn: "Date of the report",
  startsOnHint: "The one named beside the kind above.",
  upload: "Upload and see the answers",
  given: "Reports you gave",
  confirmed: (n: number) => count(n, "answer confirmed", "answers confirmed"),
  open: (n: number) => count(n, "question it can still answer or prove", "questions it can still answer or prove"),
  look: (name: string) => `Look at ${name}`,
  back: "All reports",
  heading: "What this report answers",
  itemsLead: "Nothing counts until you confirm it. Change what is not right, and leave out what the report does not show.",
  page: "Page or chapter, for all answers",
  pageHint: "Where it is found. A page beside an answer counts before this one.",
  pageOwn: "Page or chapter",
  proposed: "Proposed",
  changed: "Changed",
  change: "Change",
  isTheReport: "The report is the document asked for.",
  yours: "Your answer",
  fill: (n: number) => `${count(n, "question", "questions")} for you to answer`,
  fillLead: "The report proves these, but only you know the answer. You may leave them empty and answer them later.",
  take: "Take this from the report",
  prove: "The report shows it",
  confirm: "Confirm these answers",
  nothing: "Every question this report answers is done.",
  nothingYet: "None of the open questions is answered by this report.",
  expired: (day: string) => `This report was valid until ${day} and answers nothing any more. Upload a newer one.`,
  done: "Confirmed answers",
  from: (name: string, page: string) => `From “${name}”${page === "" ? "" : `, ${page}`}, confirmed by you.`,
  takeBack: "Take this report back",
  takeBackAlone: (n: number) =>
    `${n === 1 ? "One answer rests on it alone and becomes" : `${n} answers rest on it alone and become`} open again.`,
  takeBackOthers: (n: number, isMore: boolean) =>
    isMore
      ? `${count(n, "other question loses", "other questions lose")} it as a document.`
      : `${count(n, "question loses", "questions lose")} it as a document.`,
  takeBackNothing: "No answer rests on it.",
  takeBackButton: "Take back",
  changedMeanwhile: "Some of these questions were answered in the meantime. Nothing was saved: look at the list again.",
  needsDate: "Enter the date of the report.",
};
