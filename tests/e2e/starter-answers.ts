// The story both vendor journeys begin with, and what the vendor answers: the shortest questionnaire, one question of which opens only
// because of an earlier answer and wants a document.
import type { Page } from "playwright";
import { aPdf } from "#app/cli/demo/documents.ts";
import type { Stage } from "#app/cli/demo/stage.ts";

export const vendorName = "Sorrel Label Printing";

export async function isSentTheStarter(stage: Stage): Promise<void> {
  const known = await stage.register({ name: vendorName, domain: "sorrel.example", category: "other", contact: "Mika Laine" });
  await stage.settleInherentRisk(known.engagementId);
  await stage.send(known, ["starter"]);
}

/** By the question's first words: the options to choose. */
export const basics = {
  "What do you get from us?": ["Names and addresses of our staff", "Data of our customers"],
  "Who needs a second factor": ["Everybody"],
  "How soon are security updates": ["Within 14 days"],
  "Is everything encrypted": ["Yes, everything"],
  "When do the logins": ["On their last day"],
  "When did you last restore": ["Within the last year"],
  "How often do your people": ["Every year"],
} as const;

export const agreement = {
  name: "agreement.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(await aPdf("Data processing agreement", ["Signed on both sides.", "Invented for a test."])),
};

/** The question that begins with these words. */
export const questionOf = (page: Page, words: string) =>
  page.locator("fieldset.q").filter({ has: page.locator("legend", { hasText: words }) });
