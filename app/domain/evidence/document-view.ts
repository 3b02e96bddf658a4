// A document as people see it beside an answer and on its own page: its facts in words, and what can be checked about it.
import type { Day } from "../monitoring/calendar-days.ts";
import type { ContentFlag } from "./content-flags.ts";
import { type EvidenceCheck, evidenceChecks } from "./evidence-checks.ts";
import type { EvidenceVerdict } from "./evidence-expiry.ts";
import { type EvidenceKind, evidenceKindRow } from "./evidence-kinds.ts";
import type { EvidenceState } from "./evidence-states.ts";
import type { WorksheetFields } from "./worksheets/worksheet.ts";
import { type WorksheetFact, worksheetFacts } from "./worksheets/worksheet-facts.ts";
import { worksheetCodeOf } from "./worksheets/worksheets.ts";

/** As much of a stored document as the view needs. */
export interface ViewedDocument {
  id: string;
  fileName: string;
  mediaType: string;
  sha256: string;
  kind: string;
  startsOn: Day | null;
  statedExpiryOn: Day | null;
  expiresOn: Day | null;
  verdict: EvidenceVerdict;
  verification: { how: string; page: string; checks: readonly string[]; note: string } | null;
  contentFlags: readonly ContentFlag[] | null;
  givenByVendor: boolean | null;
  uploadedById: string | null;
  uploadedBy: string;
}

/** Whether the vendor may see it: what it gave, and not what our own people found or wrote. */
export function isVendors({ givenByVendor, uploadedById }: Pick<ViewedDocument, "givenByVendor" | "uploadedById">): boolean {
  return givenByVendor ?? uploadedById === null;
}

export interface DocumentView extends Omit<ViewedDocument, "mediaType" | "contentFlags" | "givenByVendor" | "uploadedById"> {
  contentFlags: readonly ContentFlag[];
  isImage: boolean;
  isPdf: boolean;
  /** The vendor gave it, so the vendor sees it, too. */
  isVendors: boolean;
  kindLabel: string;
  /** What the kind's clock starts from, in words. */
  clock: string;
  state: EvidenceState;
  /** Somebody of ours has opened it. */
  isRead: boolean;
  checks: { value: EvidenceCheck; label: string }[];
  /** Verified through its worksheet only. */
  hasWorksheet: boolean;
  /** What was read off it. */
  worksheetFacts: WorksheetFact[];
}

/** `fields` are those of its worksheet; undefined before anybody filled one in. */
export function documentView(document: ViewedDocument, state: EvidenceState, isRead: boolean, fields?: WorksheetFields): DocumentView {
  const { id, fileName, mediaType, sha256, kind, startsOn, statedExpiryOn, expiresOn, verdict, verification, uploadedBy } = document;
  const kindRow = evidenceKindRow(kind as EvidenceKind);
  return {
    id,
    fileName,
    isImage: mediaType === "image/png" || mediaType === "image/jpeg",
    isPdf: mediaType === "application/pdf",
    isVendors: isVendors(document),
    sha256,
    kind,
    kindLabel: kindRow.label.en,
    clock: kindRow.clock.en,
    startsOn,
    statedExpiryOn,
    expiresOn,
    verdict,
    verification,
    contentFlags: document.contentFlags ?? [],
    uploadedBy,
    state,
    isRead,
    checks: kindRow.checks.map((check) => ({ value: check, label: evidenceChecks[check].en })),
    hasWorksheet: worksheetCodeOf(kind) !== undefined,
    worksheetFacts: fields === undefined ? [] : worksheetFacts(kind, fields),
  };
}
