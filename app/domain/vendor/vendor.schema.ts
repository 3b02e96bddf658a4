// What may be typed about vendors, their contacts and engagements.
import { z } from "zod";
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

export const newVendorSchema = z.object({
  name: vendorNameSchema,
  website: websiteSchema,
  category: z.enum(categories, { error: "Choose a category." }),
  contactEmail: z.union([z.literal("").transform(() => undefined), contactEmailSchema]).optional(),
  contactName: optional(120, "A name"),
  service: optional(200, "A service"),
  registrationId: optional(60, "A registration number"),
  wentLiveOn: z.union([z.literal("").transform(() => undefined), calendarDay]).optional(),
  ignoreDuplicates: z.literal("yes").optional(),
});

export type NewVendor = z.infer<typeof newVendorSchema>;
