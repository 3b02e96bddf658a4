// The kinds of jobs and what each carries. To add one: a member here, a handler in handlers.server.ts (else it does not compile).
// Payloads hold ids and codes only; a job reads the rest when it runs. Never rename a kind: queued jobs keep the old name.

export interface JobPayloads {
  /** Hand a mail of the outbox to the mail server. */
  "mail.deliver": { mailId: string };
  /** Draw, sign and store the documents of a final decision. */
  "report.produce": { decisionId: string };
  /** Draw, sign and store the letter that tells a vendor a decision, and mail it. */
  "letter.produce": { letterId: string };
  /** Draw, sign and store what changed about a signed decision. */
  "addendum.produce": { addendumId: string };
}

export type JobKind = keyof JobPayloads & string;
