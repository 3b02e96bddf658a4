// Reads a recorded PCI status back from its JSON column, and a form that records one.
import { z } from "zod";
import { isDay } from "#app/domain/monitoring/calendar-days.ts";
import { type PciRecord, pciForms } from "./pci-status.ts";

export const pciRecordSchema = z.strictObject({
  form: z.enum(pciForms),
  assessor: z.string().max(200),
  reportOn: z.string().refine(isDay, "Give a date.").nullable(),
  dssVersion: z.string().max(20),
  servicesCovered: z.array(z.string().max(200)).max(100),
  requirementsNotTested: z.array(z.string().max(40)).max(300),
  evidenceId: z.string().nullable(),
  recordedById: z.string(),
  recordedAt: z.iso.datetime(),
}) satisfies z.ZodType<PciRecord>;
