// Worksheets of the demo, the journey and the tests: what a reviewer would read off an invented document, for every kind that has one.
import type { EvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { pageField, type TypedWorksheet, valueField } from "#app/domain/evidence/worksheets/read-worksheet.ts";
import type { WorksheetCode } from "#app/domain/evidence/worksheets/worksheet.ts";
import { worksheetCodeOf, worksheetOf } from "#app/domain/evidence/worksheets/worksheets.ts";
import { addDays, addMonths, type Day } from "#app/domain/monitoring/calendar-days.ts";
import { getEvidence } from "#app/server/evidence/evidence.queries.server.ts";
import { fillWorksheet } from "#app/server/evidence/fill-worksheet.server.ts";
import { verifyEvidence } from "#app/server/evidence/verify-evidence.server.ts";
import { findWorksheet } from "#app/server/evidence/worksheets.queries.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { getEngagement } from "#app/server/vendors/engagements.queries.server.ts";
import { getVendor } from "#app/server/vendors/vendors.queries.server.ts";

type Values = Record<string, string | string[]>;

interface Invented {
  kind: EvidenceKind;
  vendor: string;
  service: string;
  /** The day the document's clock starts from. */
  on: Day;
}

const invented: Record<WorksheetCode, (about: Invented) => Values> = {
  aoc: ({ kind, vendor, service, on }) => ({
    form: kind === "pci-saq-d-sp" ? "sp_saq_d" : "sp_roc",
    entity: vendor,
    services: service,
    dssVersion: "4.0.1",
    reportOn: on,
    locations: "Hamburg\nRotterdam",
    assessor: kind === "pci-saq-d-sp" ? "" : "Kettleby Assurance",
    signedByVendor: "yes",
    signedByAssessor: kind === "pci-saq-d-sp" ? "" : "yes",
  }),
  soc2: ({ kind, vendor, on }) => ({
    type: kind === "soc2-t1" ? "I" : "II",
    entity: vendor,
    periodFrom: kind === "soc2-t1" ? "" : addDays(addMonths(on, -12), 1),
    periodTo: on,
    criteria: ["security", "availability"],
    opinion: "unqualified",
    auditor: "Kettleby Assurance",
    carvedOut: "Northern Cloud: hosting in two regions",
    included: "Tidewater Support: first-level support",
    ourControls: "Remove accounts of people who left within one working day\nEnforce multi-factor sign-in for our administrators",
  }),
  iso: ({ vendor, service, on }) => ({
    number: "IS 700142",
    entity: vendor,
    body: "Brackwater Certification",
    accreditation: "DAkkS",
    scope: `Development and operation of ${service}`,
    sites: "Hamburg",
    edition: "2022",
    issuedOn: on,
    validTo: addDays(addMonths(on, 36), -1),
  }),
  asv: ({ vendor, on }) => ({
    scanOn: on,
    passed: "yes",
    entity: vendor,
    scanner: "Halyard Scanning",
    components: "checkout.example\napi.example",
  }),
  pentest: ({ on }) => ({
    tester: "Lantern Security",
    independent: "yes",
    testedFrom: addDays(on, -9),
    testedTo: on,
    scope: "Grey-box test of application and interfaces",
    openCriticals: "0",
    openHighs: "0",
  }),
};

/** What would be typed into the worksheet of such a document, complete and without fault; `change` says what is different. */
export function inventedWorksheet(code: WorksheetCode, about: Invented, change: Values = {}): TypedWorksheet {
  const values = { serviceCovered: "yes", ...invented[code](about), ...change };
  const [first = ""] = Object.keys(worksheetOf(code).fields);
  const typed = Object.entries(values).map(([name, value]) => [valueField(name), [value].flat()] as const);
  return Object.fromEntries([[pageField(first), ["1"]], ...typed]);
}

/** Marks a document as verified, through its worksheet where its kind has one; `change` is what the worksheet says differently. */
export async function readAndVerify(
  officer: PersonContext,
  evidenceId: string,
  { checks, note = "" }: { checks: string[]; note?: string },
  change: Values = {},
): Promise<void> {
  const { read } = officer.portal.store;
  const { organisationId } = officer.actor;
  const { kind, vendorId, engagementId, startsOn } = await getEvidence(read, organisationId, evidenceId);
  const code = worksheetCodeOf(kind);
  if (code === undefined) return verifyEvidence(officer, evidenceId, { how: "document", page: "1", checks, note });
  const { name } = await getVendor(read, organisationId, vendorId);
  const { service } = await getEngagement(read, organisationId, engagementId ?? "");
  const about = { kind: kind as EvidenceKind, vendor: name, service, on: startsOn ?? "" };
  const baseRevision = (await findWorksheet(read, organisationId, evidenceId))?.revision ?? 0;
  const typed = inventedWorksheet(code, about, change);
  await fillWorksheet(officer, evidenceId, { baseRevision, typed, verify: { checks, note } });
}
