// What the vendor's audit reports expect from us and whom they leave out, as our report prints it.
import { type Day, dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import type { ReportReliance } from "#app/domain/report/report-reliance.ts";
import { listDuties } from "../duties/duties.queries.server.ts";
import { listEvidenceOf } from "../evidence/evidence.queries.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { listSubcontractors } from "../vendors/subcontractors.queries.server.ts";
import { peopleOfReport, roleWords } from "./report-people.queries.server.ts";

export interface RelianceAbout {
  vendorId: string;
  engagementId: string;
  today: Day;
  timeZone: string;
}

export async function reportReliance(
  from: Reader,
  organisationId: string,
  { vendorId, engagementId, today, timeZone }: RelianceAbout,
): Promise<ReportReliance> {
  const isOurs = (row: { engagementId: string }) => row.engagementId === engagementId;
  const duties = (await listDuties(from, organisationId, vendorId)).filter(isOurs);
  const subcontractors = (await listSubcontractors(from, organisationId, vendorId)).filter(isOurs);
  if (duties.length === 0 && subcontractors.length === 0) return { ourControls: [], subcontractors: [] };
  const documents = new Map((await listEvidenceOf(from, organisationId, vendorId)).map(({ id, fileName }) => [id, fileName]));
  const people = await peopleOfReport(
    from,
    organisationId,
    duties.map(({ doneById, ownerId }) => doneById ?? ownerId ?? ""),
  );
  const sourceOf = ({ evidenceId, page }: { evidenceId: string; page: string }) =>
    [documents.get(evidenceId) ?? "A withdrawn document", ...(page === "" ? [] : [`page ${page}`])].join(", ");
  return {
    ourControls: duties.map(({ text, evidenceId, page, ownerId, doneById, doneAt, dueOn, note }) => {
      const person = people.get(doneById ?? ownerId ?? "");
      return {
        text,
        source: sourceOf({ evidenceId, page }),
        state: doneAt ? "confirmed" : dueOn < today ? "late" : "open",
        by: person ? roleWords(person.roles) : null,
        on: doneAt ? dayInZone(doneAt, timeZone) : dueOn,
        how: doneAt ? note : null,
      };
    }),
    subcontractors: subcontractors.map(({ name, purpose, isCarvedOut, evidenceId, page }) => ({
      name,
      purpose: purpose || null,
      isCarvedOut,
      source: sourceOf({ evidenceId, page }),
    })),
  };
}
