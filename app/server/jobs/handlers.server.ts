// Which verb does which kind of job. A handler may run again after a crash, so it looks first whether its work is done.
import type { Context } from "#app/server/platform/context.server.ts";
import { deliverMail } from "../mail/deliver-mail.server.ts";
import { produceAddendum } from "../reports/addenda/produce-addendum.server.ts";
import { produceLetter } from "../reports/letters/produce-letter.server.ts";
import { produceReport } from "../reports/produce-report.server.ts";
import type { JobKind, JobPayloads } from "./job-kinds.server.ts";

export type JobHandlers<Payloads> = { readonly [Kind in keyof Payloads]: (ctx: Context, payload: Payloads[Kind]) => Promise<void> };

export const jobHandlers: JobHandlers<JobPayloads> & Record<JobKind, unknown> = {
  "mail.deliver": deliverMail,
  "report.produce": produceReport,
  "letter.produce": produceLetter,
  "addendum.produce": produceAddendum,
};
