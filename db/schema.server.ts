// The schema, once, for both engines. Every table of an organisation carries organisation_id, first in its indexes.
import type { ColumnKit } from "./columns.server.ts";
import { assessmentTables } from "./schema/assessments.server.ts";
import { evidenceTables } from "./schema/evidence.server.ts";
import { peopleTables } from "./schema/people.server.ts";
import { platformTables } from "./schema/platform.server.ts";
import { vendorTables } from "./schema/vendors.server.ts";
import { worksheetTables } from "./schema/worksheets.server.ts";

export function makeSchema(kit: ColumnKit) {
  return {
    ...platformTables(kit),
    ...peopleTables(kit),
    ...vendorTables(kit),
    ...assessmentTables(kit),
    ...evidenceTables(kit),
    ...worksheetTables(kit),
  };
}

export type Tables = ReturnType<typeof makeSchema>;
