// What an audit report says of two things the vendor's own audit reports hang on: controls they expect from us, and companies they leave
// out (SOC 2: complementary user-entity controls, subservice organisations; PCI DSS 4.0.1 12.8.5 asks for the same split).

export interface ReportOurControl {
  /** As the vendor's report says it. */
  text: string;
  /** Where it says so, such as "soc2.pdf, page 12". */
  source: string;
  state: "confirmed" | "open" | "late";
  /** Who confirmed it, or has to, by role; null when it is nobody's. */
  by: string | null;
  /** Day of the confirmation, or the day it is due. */
  on: string;
  /** How it shows; null while it is not confirmed. */
  how: string | null;
}

export interface ReportSubcontractor {
  name: string;
  purpose: string | null;
  /** Whether the vendor's report leaves its controls out. */
  isCarvedOut: boolean;
  source: string;
}

export interface ReportReliance {
  ourControls: ReportOurControl[];
  subcontractors: ReportSubcontractor[];
}

export const ourControlWords: Record<ReportOurControl["state"], string> = {
  confirmed: "Confirmed",
  open: "Not confirmed yet",
  late: "Not confirmed, late",
};
