// Filters of the list of documents, and the form that asks a vendor for one.
import { z } from "zod";

export const evidenceFilters = ["all", "30", "60", "90", "expired", "unverified"] as const;

export const evidenceListRequest = z.object({
  show: z.enum(evidenceFilters).catch("all"),
  after: z.string().max(300).optional().catch(undefined),
});
export type EvidenceListRequest = z.infer<typeof evidenceListRequest>;

export const requestDocumentForm = z.object({ dueOn: z.string() });
