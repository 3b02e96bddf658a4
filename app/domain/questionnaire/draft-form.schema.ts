// The fields beside the file of an import. What is left empty is taken from the file.
import { z } from "zod";
import { draftKinds } from "./draft.ts";

const own = (most: number, message: string) =>
  z
    .string()
    .trim()
    .max(most, message)
    .transform((text) => text || undefined)
    .optional();

export const draftFormSchema = z.strictObject({
  kind: z.enum(draftKinds, "Choose what kind of file it is."),
  id: own(64, "The id is longer than 64 characters."),
  version: own(20, "The version is longer than 20 characters."),
  license: own(300, "The licence is longer than 300 characters."),
  pick: own(300, "The name of the framework is longer than 300 characters."),
});
