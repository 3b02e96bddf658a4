// How a document was verified: recorded with it, printed in the report (docs: scoring, "Evidence factor").

export const verificationWays = ["document", "public_register", "own_test", "interview", "visit"] as const;
export type VerificationWay = (typeof verificationWays)[number];

export interface Verification {
  how: VerificationWay;
  /** Where in the document. */
  page: string;
  /** The kind's checks that were done. */
  checks: string[];
  note: string;
}

export const verificationWayTexts: Record<VerificationWay, string> = {
  document: "Read the document",
  public_register: "Looked it up in a public register",
  own_test: "Tested it ourselves",
  interview: "Asked the vendor in an interview",
  visit: "Saw it on a visit",
};
