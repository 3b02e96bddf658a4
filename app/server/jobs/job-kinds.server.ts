// The kinds of jobs and what each carries. To add one: a member here, a handler in handlers.server.ts (else it does not compile).
// Payloads hold ids and codes only; a job reads the rest when it runs. Never rename a kind: queued jobs keep the old name.

// biome-ignore lint/suspicious/noEmptyInterface: each kind of job adds its member here.
export interface JobPayloads {}

export type JobKind = keyof JobPayloads & string;
