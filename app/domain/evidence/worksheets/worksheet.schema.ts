// Reads the stored fields of a worksheet back from their JSON column.
import { z } from "zod";

const value = z.union([z.string(), z.number(), z.array(z.string())]);

export const worksheetFieldsSchema = z.record(z.string(), z.strictObject({ value, page: z.string() }));
