// The signed documents this portal makes: what each is called, what /verify says of it, and who may read it. A form added here is listed,
// read and checked everywhere.
import type { Permission } from "../access/policy.ts";

export const signedForms = ["report", "decision-page", "decision-letter", "addendum"] as const;
export type SignedForm = (typeof signedForms)[number];

interface FormRow {
  readonly name: string;
  readonly names: string;
  /** Said to anybody who holds the file: what it is, and nothing of what it says. */
  readonly verified: string;
  readonly permission: Permission;
}

export const signedFormRows: Record<SignedForm, FormRow> = {
  report: {
    name: "Audit report",
    names: "Audit reports",
    verified: "Audit report of a vendor assessment",
    permission: "report.view_full",
  },
  "decision-page": {
    name: "Decision page",
    names: "Decision pages",
    verified: "Decision page of a vendor assessment",
    permission: "report.view_decision_page",
  },
  "decision-letter": {
    name: "Decision letter",
    names: "Decision letters",
    verified: "Decision letter to a vendor",
    permission: "report.view_letter",
  },
  // Stands beside the decision page in the contract file, so it is read by the same people.
  addendum: {
    name: "Addendum",
    names: "Addenda",
    verified: "Addendum to the documents of a vendor assessment",
    permission: "report.view_decision_page",
  },
};

export const isSignedForm = (code: string | null): code is SignedForm => signedForms.includes(code as SignedForm);
