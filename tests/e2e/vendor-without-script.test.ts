// A vendor whose browser runs no script: the same pages as plain forms, with nothing missing.
import { describe, expect, it } from "vitest";
import { aJourney } from "./journey.ts";
import { agreement, basics, isSentTheStarter, questionOf, vendorName } from "./starter-answers.ts";

describe("a vendor without script", () => {
  const journey = aJourney(isSentTheStarter);

  it("answers, attaches a document, submits and gets its receipt", async () => {
    const vendor = await journey.window("vendor", { javaScriptEnabled: false });
    const { page } = vendor;
    await page.goto(await journey.portal().doorOf(vendorName));
    await page.getByLabel("Your name").fill("Mika Laine");
    await vendor.press("Start");
    await vendor.click(questionOf(page, "Who needs a second factor").getByLabel("Everybody"));
    expect(vendor.clicks).toBe(2);

    for (const [words, options] of Object.entries(basics))
      for (const option of options) await questionOf(page, words).getByLabel(option, { exact: true }).check();
    await vendor.press("Save and continue");

    await questionOf(page, "Within how many hours").getByRole("textbox").first().fill("48");
    await questionOf(page, "Who else gets").getByLabel("Row 1, Name").fill("Paperkite Mail");
    await questionOf(page, "Who else gets").getByLabel("Row 1, Country").fill("IE");
    await questionOf(page, "Within how many days").getByRole("textbox").first().fill("60");
    const wanting = questionOf(page, "Is there a data processing agreement");
    await wanting.getByLabel("Yes, signed").check();
    await vendor.press("Attach a document", wanting);
    await page.getByLabel("What it is").selectOption("dpa");
    await page.getByLabel("Date of the document").fill("2026-10-01");
    await page.getByLabel("File", { exact: true }).setInputFiles(agreement);
    await vendor.press("Upload");
    await page.getByText("agreement.pdf").first().waitFor();
    await page.getByRole("link", { name: "Back to the questions" }).first().click();

    expect(await wanting.getByLabel("Yes, signed").isChecked()).toBe(true);
    await vendor.press("Save and continue");
    expect(new URL(page.url()).pathname).toBe("/vendor/check");
    await page.getByLabel("Your role").fill("Head of Operations");
    await vendor.press("Submit");
    await page.getByText(/Submitted by Mika Laine, Head of Operations/).waitFor();
    expect(journey.portal().one("select status from assessments")).toBe("submitted");
  });
});
