// Pages of errors, by status; everything else says `unexpected`.
import type { AssessmentStatus } from "#app/domain/assessment/assessment-status.ts";

interface Page {
  title: string;
  detail: string;
}

const pages: Record<403 | 404 | 409 | 413 | 415 | 429 | 503, Page> = {
  403: { title: "You may not see this", detail: "Your roles do not include it. An administrator can change them under Settings, People." },
  404: { title: "There is nothing here", detail: "The address is wrong, or what it named is not yours to see." },
  409: { title: "This has moved on", detail: "Somebody else may have been faster. Go back, reload, and look at its present state." },
  413: { title: "This is too large", detail: "Make it smaller and try again." },
  415: { title: "This kind of file is not accepted", detail: "The form names the kinds it takes." },
  429: { title: "Too many tries", detail: "Wait a few minutes, then try again." },
  503: { title: "The portal is not ready", detail: "A part it needs is away for the moment. Nothing was saved. Try again shortly." },
};

/** Where an assessment stands, as a vendor reads it. */
const states: Record<AssessmentStatus, string> = {
  draft: "not sent yet",
  sent: "sent",
  in_progress: "being answered",
  from_documents: "answered from documents",
  submitted: "submitted",
  in_review: "in review",
  clarification: "waiting for your clarifications",
  reviewed: "reviewed",
  decided: "decided",
  cancelled: "cancelled",
  closed_unanswered: "closed without answers",
};

export const errors = {
  pages,
  unexpected: {
    title: "Something went wrong on our side",
    detail: "Nothing was saved. Try again; if it stays, tell your administrator the id below.",
  },
  trace: (status: number, id: string) => `${status} · Trace ${id}`,
  states,
  now: (state: string) => `It is now: ${state}.`,
  home: "Go to the start page",
};
