// The schema, once, for both engines. Every table of an organisation carries organisation_id, first in its indexes.
import type { ColumnKit } from "./columns.server.ts";
import { assessmentTables } from "./schema/assessments.server.ts";
import { decisionTables } from "./schema/decisions.server.ts";
import { evidenceTables } from "./schema/evidence.server.ts";
import { findingTables } from "./schema/findings.server.ts";
import { monitoringTables } from "./schema/monitoring.server.ts";
import { peopleTables } from "./schema/people.server.ts";
import { platformTables } from "./schema/platform.server.ts";
import { questionnaireTables } from "./schema/questionnaires.server.ts";
import { reviewTables } from "./schema/review.server.ts";
import { vendorTables } from "./schema/vendors.server.ts";
import { worksheetTables } from "./schema/worksheets.server.ts";

export function makeSchema(kit: ColumnKit) {
  const questionnaires = questionnaireTables(kit);
  const assessments = assessmentTables(kit, questionnaires);
  return {
    ...platformTables(kit),
    ...peopleTables(kit),
    ...vendorTables(kit),
    ...questionnaires,
    ...assessments,
    ...reviewTables(kit, assessments),
    ...evidenceTables(kit),
    ...findingTables(kit),
    ...decisionTables(kit),
    ...worksheetTables(kit),
    ...monitoringTables(kit),
  };
}

export type Tables = ReturnType<typeof makeSchema>;
