// A vendor, in the browser with script on: two clicks from the link to the first answer, every answer saved as it is given.
import { describe, expect, it } from "vitest";
import { aJourney, type Window } from "./journey.ts";
import { agreement, basics, isSentTheStarter, questionOf, vendorName } from "./starter-answers.ts";

describe("a vendor answers its questionnaire", () => {
  const journey = aJourney(isSentTheStarter);
  let link: string;
  let vendor: Window;

  it("giving the first answer with the second click after opening the link", async () => {
    link = await journey.portal().doorOf(vendorName);
    vendor = await journey.window("vendor");
    const { page } = vendor;
    await page.goto(link);
    await page.getByLabel("Your name").fill("Mika Laine");
    await vendor.press("Start");
    await vendor.click(questionOf(page, "Who needs a second factor").getByLabel("Everybody"));
    expect(vendor.clicks).toBe(2);
    // The reader's own clock: the portal's says 09:05 UTC, this window is in Berlin.
    await questionOf(page, "Who needs a second factor").getByText("Saved 10:05 by Mika Laine").waitFor();
    expect(journey.portal().one("select value from answers where question_key = 'starter#mfa'")).toBe('"all"');
  });

  it("is led to what is still missing, and keeps what it gave", async () => {
    const { page } = vendor;
    await page.goto("/vendor/check");
    await vendor.click(page.getByRole("link", { name: /^What do you get from us/ }));
    await page.getByRole("heading", { name: "6 answers need another look" }).waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await questionOf(page, "Who needs a second factor").getByLabel("Everybody").isChecked()).toBe(true);
  });

  it("is asked one more question because of an answer, which opens by itself", async () => {
    const { page } = vendor;
    for (const [words, options] of Object.entries(basics))
      for (const option of options) await questionOf(page, words).getByLabel(option, { exact: true }).check();
    await expect.poll(() => journey.portal().one("select count(*) from answers")).toBe("7");
    await vendor.press("Save and continue");
    await questionOf(page, "Is there a data processing agreement").waitFor();
  });

  it("uploads a document beside the question that asks for it", async () => {
    const { page } = vendor;
    const question = questionOf(page, "Is there a data processing agreement");
    await question.getByLabel("Yes, signed").check();
    await question.getByLabel("What it is").selectOption("dpa");
    await question.getByLabel("Date of the document").fill("2026-10-01");
    await question.getByLabel("File", { exact: true }).setInputFiles(agreement);
    let sawProgress = false;
    await page.exposeFunction("sawProgress", () => {
      sawProgress = true;
    });
    await page.evaluate(() => {
      const seen = (globalThis as unknown as { sawProgress(): void }).sawProgress;
      new MutationObserver(() => document.querySelector("[data-upload] progress") && seen()).observe(document.body, {
        subtree: true,
        childList: true,
      });
    });
    await question.getByRole("button", { name: "Upload", exact: true }).click();
    await question.getByRole("listitem").filter({ hasText: "agreement.pdf" }).waitFor();
    expect(sawProgress).toBe(true);
  });

  it("sees a colleague's answer arrive, and is asked before either of two answers is lost", async () => {
    const colleague = await journey.window("vendor");
    await colleague.page.goto(link);
    await colleague.page.getByLabel("Your name").fill("Ilse Vanterpool");
    await colleague.press("Continue");
    await colleague.page.goto(vendor.page.url());
    const [mine, theirs] = [vendor.page, colleague.page].map((page) =>
      questionOf(page, "Within how many hours").getByRole("textbox").first(),
    );
    await theirs?.fill("72");
    await theirs?.blur();
    await questionOf(colleague.page, "Within how many hours")
      .getByText(/^Saved/)
      .waitFor();
    await mine?.fill("24");
    await mine?.blur();
    await vendor.page.getByText("Ilse Vanterpool").first().waitFor();
    expect(journey.portal().one("select value from answers where question_key = 'starter#incident_hours'")).toBe("72");
    await vendor.page.getByRole("button", { name: "Use my answer" }).click();
    await questionOf(vendor.page, "Within how many hours").getByText("by Mika Laine").waitFor();
    expect(journey.portal().one("select value from answers where question_key = 'starter#incident_hours'")).toBe("24");
    await colleague.page.context().close();
  });

  it("checks its answers, submits with name and role, and gets a receipt", async () => {
    const { page } = vendor;
    const others = questionOf(page, "Who else gets");
    await others.getByLabel("Row 1, Name").fill("Paperkite Mail");
    await others.getByLabel("Row 1, Country").fill("IE");
    await questionOf(page, "Within how many days").getByRole("textbox").first().fill("60");
    await vendor.press("Save and continue");
    expect(new URL(page.url()).pathname).toBe("/vendor/check");
    await page.getByLabel("Your role").fill("Head of Operations");
    await vendor.press("Submit");
    await page.getByText(/Submitted by Mika Laine, Head of Operations/).waitFor();
    expect(journey.portal().one("select status from assessments")).toBe("submitted");
  });
});
