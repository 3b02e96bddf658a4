// What may be typed when a PCI status is recorded. Lists are one line per entry.
import { z } from "zod";
import { isDay } from "#app/domain/monitoring/calendar-days.ts";
import { pciForms } from "./pci-status.ts";

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const lines = (max: number, each: number, what: string) =>
  z
    .string()
    .default("")
    .transform(linesOf)
    .refine((list) => list.length <= max, `At most ${max} ${what}.`)
    .refine((list) => list.every((line) => line.length <= each), `A line has at most ${each} characters.`);

export const pciRecordFormSchema = z
  .object({
    engagementId: z.string().max(64),
    form: z.enum(pciForms, { error: "Choose how it was shown." }),
    assessor: z.string().trim().max(200, "A name has at most 200 characters.").default(""),
    reportOn: z
      .string()
      .trim()
      .refine((text) => text === "" || isDay(text), "Enter a date such as 2026-11-24.")
      .transform((text) => text || null)
      .default(null),
    dssVersion: z.string().trim().max(20, "A version has at most 20 characters.").default(""),
    servicesCovered: lines(100, 200, "services"),
    requirementsNotTested: lines(300, 40, "requirements"),
    evidenceId: z
      .string()
      .max(64)
      .transform((id) => id || null)
      .default(null),
  })
  .refine(({ form, reportOn }) => reportOn !== null || (form !== "aoc_service_provider" && form !== "saq_d_service_provider"), {
    path: ["reportOn"],
    message: "Give the date of the report: its twelve months start there.",
  });

export type PciRecordInput = Omit<z.infer<typeof pciRecordFormSchema>, "engagementId">;
