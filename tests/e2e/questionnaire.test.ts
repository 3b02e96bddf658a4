// A compliance officer, in the browser: a questionnaire of one's own, from nothing to published and sent. One vendor answers it on its pages,
// another offline in the workbook; what they said is worth the same.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Stage } from "#app/cli/demo/stage.ts";
import { filledIn } from "#tests/support/own-workbooks.ts";
import { aJourney, type Window } from "./journey.ts";
import { questionOf } from "./starter-answers.ts";

const online = "Bramble Couriers";
const offline = "Tansy Parcels";

async function areKnown(stage: Stage): Promise<void> {
  for (const [name, domain] of [
    [online, "bramble.example"],
    [offline, "tansy.example"],
  ] as const) {
    const { engagementId } = await stage.register({ name, domain, category: "other", contact: "Mika Laine" });
    await stage.settleInherentRisk(engagementId);
  }
}

const asked = {
  overnight: "Do you store parcels overnight?",
  locked: "Is the store locked and watched?",
  handOver: "How do you prove that a parcel was handed over?",
};

describe("an officer writes a questionnaire, and vendors answer it online and offline", () => {
  const journey = aJourney(areKnown);
  let officer: Window;

  const inGroup = (group: string) => officer.page.getByRole("group", { name: group, exact: true }).getByLabel("English");

  async function follow({ page, click }: Window, name: string): Promise<void> {
    await Promise.all([page.waitForEvent("load"), click(page.getByRole("link", { name, exact: true }).first())]);
  }

  async function addQuestion(text: string, answeredWith: string): Promise<void> {
    await officer.give(inGroup("Question"), text);
    await officer.click(officer.page.getByLabel(answeredWith, { exact: true }));
    await officer.press("Add question");
  }

  /** The section's next question begins on the draft. */
  async function backAndAdd(): Promise<void> {
    await officer.press("Save and go back");
    await follow(officer, "Add question");
  }

  async function start(vendor: string): Promise<Window> {
    const window = await journey.window("vendor");
    await window.page.goto(await journey.portal().doorOf(vendor));
    await window.page.getByLabel("Your name").fill("Mika Laine");
    await window.press("Start");
    return window;
  }

  async function submit(window: Window): Promise<void> {
    await window.page.goto("/vendor/check");
    await window.give(window.page.getByLabel("Your name"), "Mika Laine");
    await window.give(window.page.getByLabel("Your role"), "Operations");
    await window.press("Submit");
    expect(window.page.url()).toMatch(/\/vendor\/receipt/);
  }

  it("begins with an empty one, adds a question that opens another, one that must not fail, and one that just counts", async () => {
    officer = await journey.window("officer");
    const { page } = officer;
    await page.goto("/questionnaires");
    await follow(officer, "New questionnaire");
    await officer.give(page.getByLabel("Title"), "Courier check");
    await officer.press("Create draft");
    await follow(officer, "Add section");
    await officer.give(inGroup("Title"), "Parcels");
    await officer.press("Add section");

    await addQuestion(asked.overnight, "Yes or no");
    await officer.give(page.getByLabel("In the score"), "no");
    await backAndAdd();

    await addQuestion(asked.locked, "One of several options");
    await officer.click(page.getByLabel("Knock-out"));
    await officer.give(page.getByLabel("Score is at most, in percent"), "69");
    await officer.give(page.getByLabel("Finding when it fails"), "high");
    await officer.give(inGroup("Title of the finding (optional)"), "Parcels lie open overnight");
    await backAndAdd();

    await addQuestion(asked.handOver, "One of several options");
    for (const [n, words] of ["A signature or a photo", "The courier's note", "Not at all"].entries())
      await officer.give(page.getByLabel(`Option ${n + 1}, English`), words);
    await officer.press("Save and go back");
    await expect(page.getByText(asked.handOver).first().isVisible()).resolves.toBe(true);
  });

  it("asks the second question only of those who store parcels, choosing from lists", async () => {
    const { page } = officer;
    await follow(officer, asked.locked);
    await follow(officer, "Edit condition");
    await officer.give(page.getByLabel("Question or fact"), "q:store_parcels_overnight");
    await officer.press("Choose");
    await officer.click(page.getByLabel("Yes", { exact: true }));
    await officer.press("Add condition");
    await page.getByText(`“${asked.overnight}” is “Yes”`).first().waitFor();
  });

  it("publishes it and sends it to two vendors", async () => {
    const { page } = officer;
    await follow(officer, "Courier check");
    await follow(officer, "Publish version");
    await officer.press("Publish version");
    expect(page.url()).toMatch(/\/questionnaires\/courier-check$/);
    for (const vendor of [online, offline]) {
      await page.goto("/questionnaires/courier-check");
      await follow(officer, "Use");
      await Promise.all([
        page.waitForEvent("load"),
        officer.click(page.getByRole("listitem").filter({ hasText: vendor }).getByRole("link").first()),
      ]);
      // Nothing but the officer's own: what the tier proposes is taken out.
      const proposed = page.locator("input[name=questionnaireIds]:checked:not([value=courier-check])");
      while ((await proposed.count()) > 0) await proposed.first().uncheck();
      expect(await page.locator("input[value=courier-check]").isChecked()).toBe(true);
      await officer.press("Send");
      expect(page.url()).toMatch(/\/assessments\/asm_\w+\?sent$/);
    }
  });

  it("is answered by one vendor on its pages, where the second question opens by itself", async () => {
    const vendor = await start(online);
    const { page } = vendor;
    expect(await questionOf(page, asked.locked).isVisible()).toBe(false);
    await questionOf(page, asked.overnight).getByLabel("Yes", { exact: true }).check();
    await questionOf(page, asked.locked).getByLabel("Partially").check();
    await questionOf(page, asked.locked).getByLabel("Please explain").fill("Locked, no camera.");
    await questionOf(page, asked.handOver).getByLabel("A signature or a photo").check();
    await vendor.press("Save and continue");
    await submit(vendor);
  });

  it("is answered by the other in the downloaded workbook, which reports before it saves", async () => {
    const vendor = await start(offline);
    const { page } = vendor;
    await page.goto("/vendor");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("link", { name: /^Download workbook/ })
        .first()
        .click(),
    ]);
    const filled = filledIn(readFileSync((await download.path())!), {
      "courier-check#store_parcels_overnight": { answer: "Yes" },
      "courier-check#store_locked_watched": { answer: "Partially", comment: "Locked, no camera." },
      "courier-check#prove_parcel_handed_over": { answer: "A signature or a photo" },
    });
    await page.goto("/vendor/workbook");
    await page.getByLabel("Workbook, ZIP archive or CAIQ").setInputFiles({
      name: download.suggestedFilename(),
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: filled,
    });
    await vendor.press("Upload and check");
    await page.getByRole("heading", { name: "3 answers will be saved" }).waitFor();
    expect(journey.portal().one("select count(*) from answers")).toBe("3");
    await vendor.press("Save these answers");
    await submit(vendor);
  });

  it("scores the same, whichever way it was answered", async () => {
    const scoreOf = (vendor: string) =>
      journey
        .portal()
        .one(
          "select score_bps || ' ' || coalesce(grade, '-') || ' ' || coverage_bps from results where assessment_id = ?",
          journey.portal().idsOf(vendor).assessmentId,
        );
    expect(scoreOf(offline)).toBe(scoreOf(online));
    expect(scoreOf(online)).not.toMatch(/^0 /);
  });
});
