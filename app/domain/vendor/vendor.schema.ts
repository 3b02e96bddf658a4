// What may be typed about vendors, their contacts and engagements.
import { z } from "zod";
import { engagementVerbs } from "#app/domain/engagement/engagement-status.ts";
import type { Tier } from "#app/domain/risk/risk-levels.ts";
import { categories } from "./categories.ts";
import { websiteOf } from "./vendor-keys.ts";

const calendarDay = z.iso.date("Enter a date such as 2026-11-24.");
const optional = (max: number, what: string) =>
  z
    .string()
    .trim()
    .max(max, `${what} has at most ${max} characters.`)
    .transform((text) => text || undefined)
    .optional();

export const vendorNameSchema = z
  .string({ error: "Enter the vendor's name." })
  .trim()
  .min(1, "Enter the vendor's name.")
  .max(200, "A name has at most 200 characters.");
export const websiteSchema = z
  .string()
  .trim()
  .max(500, "An address has at most 500 characters.")
  .transform((text, issue) => {
    if (text === "") return undefined;
    const website = websiteOf(text);
    if (!website) issue.addIssue("Enter a website such as quillpay.example, or leave it empty.");
    return website;
  })
  .optional();
export const contactEmailSchema = z
  .string()
  .trim()
  .max(254, "An e-mail address has at most 254 characters.")
  .pipe(z.email("Enter an e-mail address such as name@vendor.example."));

const ownerId = optional(64, "An owner");
const pastDay = z.union([z.literal("").transform(() => undefined), calendarDay]).optional();
const serviceSchema = z
  .string({ error: "Name the service." })
  .trim()
  .min(1, "Name the service, such as “Hosted payment page”.")
  .max(200, "A service has at most 200 characters.");

export const newVendorSchema = z.object({
  name: vendorNameSchema,
  website: websiteSchema,
  category: z.enum(categories, { error: "Choose a category." }),
  contactEmail: z.union([z.literal("").transform(() => undefined), contactEmailSchema]).optional(),
  contactName: optional(120, "A name"),
  service: optional(200, "A service"),
  registrationId: optional(60, "A registration number"),
  ownerId,
  wentLiveOn: pastDay,
  ignoreDuplicates: z.literal("yes").optional(),
  /** Category whose careful answers stood in the form: what still equals them was assumed, not answered. */
  presetOf: z.union([z.literal("").transform(() => undefined), z.enum(categories)]).optional(),
});

export type NewVendor = z.infer<typeof newVendorSchema>;

export const vendorEditSchema = newVendorSchema.pick({ name: true, website: true, category: true, registrationId: true, ownerId: true });

export const contactSchema = z.object({ email: contactEmailSchema, name: optional(120, "A name") });

export const newEngagementSchema = z.object({ service: serviceSchema, ownerId, wentLiveOn: pastDay });

export const statusChangeSchema = z.object({
  verb: z.enum(engagementVerbs, { error: "Choose what happens." }),
  reason: z.string({ error: "Say why." }).trim().min(1, "Say why.").max(2000, "A reason has at most 2,000 characters."),
});

export const tierOverrideSchema = z.object({
  tier: z.coerce
    .number({ error: "Choose a tier." })
    .int()
    .min(1, "Choose a tier.")
    .max(4, "Choose a tier.")
    .transform((tier) => tier as Tier),
  reason: z.string({ error: "Say why." }).trim().min(1, "Say why.").max(2000, "A reason has at most 2,000 characters."),
});
