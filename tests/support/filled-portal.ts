// A portal with one vendor in each state that has a screen of its own, some with long names: what is checked page by page and pictured.

import type { Stage } from "#app/cli/demo/stage.ts";
import {
  answering,
  awaitingDecision,
  awaitingSecond,
  decided,
  foundInUse,
  inClarification,
  inReview,
  registered,
  type Scene,
  sentOnly,
  submitted,
  vendor,
} from "#app/cli/demo/stories.ts";
import { atDay } from "#app/cli/demo/story-times.ts";
import type { Story } from "#app/cli/demo/timeline.ts";
import { filledOnBehalf, fromDocuments } from "./staff-answering.ts";
import { tellInto } from "./told-portal.ts";
import { servesTwice } from "./two-engagements.ts";

/** Names by what is special about each vendor. */
export const filled = {
  /** Decided almost a year ago: its reassessment is prepared, documents are asked for again. */
  dueAgain: "Quillpay Checkout B.V.",
  declined: "Wickford Wallet",
  withConditions: "Copperwren Fraud Shield",
  awaitingSecond: "Fenwick Acquiring",
  awaitingDecision: "Saltmarsh DNS",
  inReview: "Dovecote Connector",
  inClarification: "Rookery Warehousing",
  submitted: "Nettlebed Backup",
  answering: "Pinnace Gateway",
  overdue: "Stockhaven Fulfilment and Cross-Border Returns Consolidation (Deutschland) GmbH & Co. Kommanditgesellschaft",
  unopened: "Fennel Payments",
  foundInUse: "Tarnlight DNS",
  /** Procurement typed some answers for it. */
  onBehalf: "Larkfield Ledger",
  /** Will not answer: an officer reads its report. */
  fromDocuments: "Bramblewick Analytics",
  /** The same, finished and to be reviewed. */
  readByUs: "Thornbury Feedback",
  /** Serves us twice; the second questionnaire is sent. */
  secondService: "Hartlepen Labels",
  /** The same, submitted. */
  secondSubmitted: "Ormsby Pallets",
  registered: "Donaudampfschifffahrtsgesellschaftskapitänswitwenversicherung",
} as const;

/** Tells into an empty (or freshly migrated) data folder. Needs the build. */
export const fillPortal = (dataDir: string): Promise<void> => tellInto(dataDir, 370, stories);

function stories(stage: Stage, today: Date): Story[] {
  const at = atDay(today);
  const scene = (...known: Parameters<typeof vendor>): Scene => ({ stage, at, vendor: vendor(...known) });
  return [
    decided(scene(filled.dueAgain, "quillpay", "payment", "Marguerite Pell", "Hosted payment page"), -330, "good"),
    decided(scene(filled.declined, "wickford", "payment", "Tamsin Vale"), -45, "bad"),
    decided({ ...scene(filled.withConditions, "copperwren", "payment", "Anselm Roth"), meets: true }, -90, "mixed"),
    awaitingSecond(scene(filled.awaitingSecond, "fenwick", "payment", "Leopold Stern"), -9),
    awaitingDecision(scene(filled.awaitingDecision, "saltmarsh", "hosting", "Yara Coelho"), -7),
    inReview(scene(filled.inReview, "dovecote", "inventory", "Lucia Ferrer"), -6),
    inClarification(scene(filled.inClarification, "rookery", "inventory", "Greta Holm"), -8),
    submitted(scene(filled.submitted, "nettlebed", "hosting", "Arvid Sund"), -2, "mixed"),
    answering(scene(filled.answering, "pinnace", "payment", "Otto Brandt"), 0.5),
    sentOnly(scene(filled.overdue, "stockhaven", "inventory", "Wolfeschlegelsteinhausenbergerdorff Maximiliane"), -30, 20),
    sentOnly(scene(filled.unopened, "fennelpay", "payment", "Livia Tarrant"), -1, 14),
    filledOnBehalf(scene(filled.onBehalf, "larkfield", "other", "Isaura Penn"), 5),
    fromDocuments(scene(filled.fromDocuments, "bramblewick", "other", "Rurik Dahl"), false),
    fromDocuments(scene(filled.readByUs, "thornbury", "other", "Ottilie Marsh"), true),
    servesTwice(scene(filled.secondService, "hartlepen", "inventory", "Petra Lindqvist", "Parcel labels"), "Returns portal", false),
    servesTwice(scene(filled.secondSubmitted, "ormsby", "inventory", "Caspar Bly", "Pallet tracking"), "Yard planning", true),
    foundInUse(scene(filled.foundInUse, "tarnlight", "hosting", "Moritz Ebner"), 800),
    registered(
      scene(filled.registered, "donaudampfschifffahrt", "other", "Hugo Winter", "Kreditkartenrückbuchungsbearbeitungsdienstleistung"),
    ),
  ];
}
