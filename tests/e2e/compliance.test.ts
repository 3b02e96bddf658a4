// Compliance, in the browser: answers are reviewed by keyboard, one goes back to the vendor and comes again, the review is closed, the decision
// signed by two persons, and the signed report is there.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { giveAnswers, type Stage } from "#app/cli/demo/stage.ts";
import { aJourney, type Window } from "./journey.ts";

const vendorName = "Quillpay Checkout B.V.";

async function answersComeIn(stage: Stage): Promise<void> {
  const known = await stage.register({ name: vendorName, domain: "quillpay.example", category: "payment", contact: "Marguerite Pell" });
  await stage.settleInherentRisk(known.engagementId);
  await stage.recordContract(known.engagementId);
  const vendor = await stage.open(await stage.send(known, ["starter"]), "Marguerite Pell");
  await stage.answer(vendor, "starter", "good");
  await giveAnswers(vendor, [{ questionKey: "starter#dpa", value: "signed", comment: "", reason: "", hasFile: true }]);
  await stage.submit(vendor, "Head of Security");
}

describe("a compliance officer reviews and decides", () => {
  const journey = aJourney(answersComeIn);
  let officer: Window;
  const review = () => `/assessments/${journey.portal().idsOf(vendorName).assessmentId}/review`;
  const decide = () => `/assessments/${journey.portal().idsOf(vendorName).assessmentId}/decide`;
  const inHand = () => officer.page.locator("article.acard.is-current");
  const press = (key: string) => officer.page.keyboard.press(key);
  /** For keys that lead to another page. */
  const go = (key: string) => Promise.all([officer.page.waitForEvent("load"), press(key)]);
  const judged = (id: string) => `select count(*) from determinations where question_key = 'starter#${id}' and verdict = 'accepted'`;

  it("moving through answers with j and k, and accepting with a", async () => {
    officer = await journey.window("officer");
    await officer.page.goto(`${review()}?section=starter~basics`);
    const [first, second] = await officer.page.locator("article.acard h3").allTextContents();
    await expect.poll(() => inHand().locator("h3").textContent()).toBe(first);
    await go("j");
    await expect.poll(() => inHand().locator("h3").textContent()).toBe(second);
    await go("k");
    await expect.poll(() => inHand().locator("h3").textContent()).toBe(first);
    await go("a");
    await expect
      .poll(() =>
        officer.page
          .getByRole("list", { name: "Reviewed answers" })
          .getByText(first ?? "")
          .count(),
      )
      .toBe(1);
    expect(journey.portal().one(judged("data_seen"))).toBe("1");
  });

  it("with a note for colleagues by n, and the list of keys by ?", async () => {
    await press("?");
    const keys = await officer.page.locator("[data-keys]").evaluate((element) => element.getBoundingClientRect());
    expect([keys.top >= 0, keys.bottom <= 900]).toEqual([true, true]);
    await press("n");
    await officer.page.keyboard.type("Seen in a screen share.");
    await press("Tab");
    await go("a");
    expect(journey.portal().one(judged("mfa"))).toBe("1");
    expect(journey.portal().one("select note from determinations where question_key = 'starter#mfa'")).toBe("Seen in a screen share.");
  });

  it("raising a finding by f", async () => {
    await officer.page.goto(`${review()}?question=starter%23training`);
    await press("f");
    await officer.page.keyboard.type("Training only once");
    await officer.press("Raise finding");
    await inHand()
      .getByRole("link", { name: /^F-\d+/ })
      .waitFor();
  });

  it("asking the vendor by c, whose new answer stands beside the old one", async () => {
    await officer.page.goto(`${review()}?question=starter%23incident_hours`);
    await press("c");
    await officer.page.keyboard.type("Does this hold on weekends, too?");
    await officer.press("Save and next");
    await officer.press("Send to vendor");
    await officer.page.getByText("The questions are on their way").waitFor();

    const vendor = await journey.window("vendor");
    await vendor.page.goto(await journey.portal().doorOf(vendorName));
    await vendor.page.getByLabel("Your name").fill("Marguerite Pell");
    await vendor.press("Continue");
    await vendor.page.getByRole("heading", { name: "Answer 1 clarification" }).waitFor();
    await vendor.page.getByRole("textbox", { name: /Within how many hours/ }).fill("24");
    await vendor.page.getByLabel("Your role").fill("Head of Security");
    await vendor.press("Send answers");
    await vendor.page
      .getByText(/Submitted by Marguerite Pell/)
      .first()
      .waitFor();
    expect(journey.portal().one("select group_concat(value) from answer_revisions where question_key = 'starter#incident_hours'")).toBe(
      "48,24",
    );
  });

  it("seeing a document's page drawn beside the answer, larger and smaller, without a frame and within the strict policy", async () => {
    await officer.page.goto(`${review()}?question=starter%23dpa`);
    expect(await inHand().locator("canvas, iframe, embed, object").count()).toBe(0);
    await officer.click(inHand().getByRole("button", { name: "Show pages" }));
    const canvas = inHand().locator("canvas[data-drawn='1']");
    await canvas.waitFor();
    // Ink is on the sheet: more than one colour, on an opaque page.
    const colours = await canvas.evaluate((sheet: HTMLCanvasElement) => {
      const { data } = sheet.getContext("2d")!.getImageData(0, 0, sheet.width, sheet.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
    expect(colours).toBeGreaterThan(2);
    const width = () => canvas.evaluate((sheet: HTMLCanvasElement) => sheet.getBoundingClientRect().width);
    const before = await width();
    await officer.click(inHand().getByRole("button", { name: "Larger" }));
    await expect.poll(width).toBeGreaterThan(before * 1.3);
    expect(await inHand().getByRole("button", { name: "Previous page" }).isDisabled()).toBe(true);
    expect(Number(journey.portal().one("select count(*) from audit_entries where type = 'evidence.downloaded'"))).toBeGreaterThan(0);
  });

  it("opening the document of a knock-out, and approving sections", async () => {
    await officer.page.goto(`${review()}?question=starter%23dpa`);
    const [download] = await Promise.all([
      officer.page.waitForEvent("download"),
      officer.click(inHand().getByRole("link", { name: "Open document" })),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    for (const section of ["starter~basics", "starter~us"]) {
      await officer.page.goto(`${review()}?section=${section}`);
      await officer.press("Approve section");
      await officer.page.getByText(/accepted\. /).waitFor();
    }
  });

  it("judging what remains by hand, until the review can be closed", async () => {
    await officer.page.goto(review());
    const close = officer.page.getByRole("button", { name: "Close the review" });
    for (let left = 12; left > 0 && !(await close.isVisible()); left -= 1) {
      const open = officer.page.locator("details", { hasText: "before the review can be closed" }).locator("a").first();
      await officer.page.goto(review() + ((await open.getAttribute("href")) ?? ""));
      const isNa =
        (await inHand()
          .getByText(/counts as 0 until/)
          .count()) > 0;
      if (isNa) await inHand().getByLabel("Reason, kept in the report").fill("The reason given holds.");
      if (isNa) await press("Tab");
      await go("a");
      await officer.page.goto(review());
    }
    await officer.press("Close the review");
    await officer.page.getByText("The review is closed", { exact: true }).waitFor();
  });

  it("signing the decision, which needs another person's signature", async () => {
    await officer.page.goto(decide());
    await officer.click(officer.page.getByRole("radio", { name: /^Approved(?! with)/ }));
    await officer.press("Sign decision");
    await officer.page.getByRole("heading", { name: "Second signature" }).waitFor();
    expect(await officer.page.getByRole("button", { name: "Give second signature" }).count()).toBe(0);
    const approver = await journey.window("approver");
    await approver.page.goto(decide());
    await approver.press("Give second signature");
    expect(journey.portal().one("select status from decisions")).toBe("final");
  });

  it("and finds the signed report without asking for it", async () => {
    await journey.portal().server.portal.waker.drain();
    await officer.page.goto(decide());
    const report = officer.page.getByRole("link", { name: "Audit report" });
    await report.waitFor();
    const [download] = await Promise.all([officer.page.waitForEvent("download"), officer.click(report)]);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.includes("/ByteRange")).toBe(true);
    await officer.page.goto("/reports");
    await officer.page.getByText(vendorName).first().waitFor();
  });
});
