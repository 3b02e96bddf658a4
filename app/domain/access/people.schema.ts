// What may be typed about people and at sign-in.
import { z } from "zod";
import { roles } from "./roles.ts";

const email = z
  .string()
  .trim()
  .max(254, "An e-mail address has at most 254 characters.")
  .pipe(z.email("Enter an e-mail address such as name@company.example."));
/** Exactly as typed: never trimmed, folded or cut (OWASP ASVS 5.0 V6.2.8). */
const password = z.string({ error: "Enter a password." }).min(1, "Enter a password.").max(1024, "A password has at most 1,024 characters.");

export const signInSchema = z.object({
  email: z.string().trim().min(1, "Enter your e-mail address.").max(254),
  password,
  next: z.string().max(2048).optional(),
});

export const newPersonSchema = z.object({
  name: z.string().trim().min(1, "Enter the person's name.").max(120, "A name has at most 120 characters."),
  email,
  roles: z.array(z.enum(roles)).min(1, "Choose at least one role."),
});

export const changeRolesSchema = z.object({
  personId: z.string().max(64),
  roles: z.array(z.enum(roles)).min(1, "Choose at least one role."),
});

export const personSchema = z.object({ personId: z.string().max(64) });

export const setPasswordSchema = z.object({ password, repeated: z.string({ error: "Type the password again." }) });

export const setUpSchema = z.object({
  code: z.string().trim().min(1, "Enter the code from the log."),
  organisation: z.string().trim().min(1, "Enter your company's name.").max(120),
  name: z.string().trim().min(1, "Enter your name.").max(120),
  email,
  password,
  repeated: z.string({ error: "Type the password again." }),
});

export type NewPerson = z.infer<typeof newPersonSchema>;
