// Alles, was ein Lieferant liest: everything a vendor reads, in German, by part of the portal.
import type { Messages } from "../en.ts";
import { after } from "./portal/after.ts";
import { answering } from "./portal/answering.ts";
import { check } from "./portal/check.ts";
import { refusals } from "./portal/refusals.ts";
import { reports } from "./portal/reports.ts";
import { start } from "./portal/start.ts";
import { workbook } from "./portal/workbook.ts";

export const portal: Messages["portal"] = { ...start, ...answering, ...check, ...workbook, ...after, reports, refusals };
