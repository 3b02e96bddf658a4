// Everything a vendor reads, by part of the portal. Plain sentences, no jargon of ours, no word about how answers are scored.
import { after } from "./portal/after.ts";
import { answering } from "./portal/answering.ts";
import { check } from "./portal/check.ts";
import { refusals } from "./portal/refusals.ts";
import { reports } from "./portal/reports.ts";
import { start } from "./portal/start.ts";
import { workbook } from "./portal/workbook.ts";

export const portal = { ...start, ...answering, ...check, ...workbook, ...after, reports, refusals };
