// What an import reports: what became of each part of the foreign file. Written beside the questionnaire, read by whoever publishes it.
import { z } from "zod";
import { importKinds } from "./foreign.ts";

const place = z.string().min(1);

export const importReportSchema = z.strictObject({
  kind: z.enum([...importKinds, "vrq"]),
  source: z.strictObject({
    file: z.string(),
    extensions: z.array(z.string()),
    bytes: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  questionnaire: z.strictObject({
    id: z.string(),
    version: z.string(),
    sections: z.int().min(1),
    questions: z.int().min(1),
    /** Of the file written. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** Questions the file answers; absent where such files hold no answers. */
  answers: z.int().min(0).optional(),
  /** `from` is the foreign id where ours may differ. */
  mapped: z.array(z.strictObject({ place, to: z.string(), from: z.string().optional() })),
  lost: z.array(z.strictObject({ place, what: z.string(), why: z.string() })),
  /** Of the import, and of the linter about what was written. */
  warnings: z.array(z.strictObject({ place, message: z.string() })),
});

export type ImportReport = z.infer<typeof importReportSchema>;
