// Versions of PCI DSS and the last day each could be assessed against, as PCI SSC set them. A new version is a new row.
import type { Day } from "#app/domain/monitoring/calendar-days.ts";

/** Newest first; null: in force. */
export const dssVersions: Readonly<Record<string, { retiredOn: Day | null }>> = {
  "4.0.1": { retiredOn: null },
  "4.0": { retiredOn: "2024-12-31" },
  "3.2.1": { retiredOn: "2024-03-31" },
};

/** The last day of a retired version; undefined for one in force or unknown. */
export const dssRetiredOn = (version: string): Day | undefined => dssVersions[version]?.retiredOn ?? undefined;
