// Procurement, in the browser: a vendor is registered with four fields and is sent its questionnaire.
import { describe, expect, it } from "vitest";
import { aJourney } from "./journey.ts";

describe("a buyer adds a vendor and sends it its questionnaire", () => {
  const journey = aJourney(async () => {});

  it("with four fields and three clicks", async () => {
    const buyer = await journey.window("procurement");
    const { page } = buyer;
    await page.goto("/vendors");
    await buyer.click(page.getByRole("link", { name: "Add vendor" }).first());
    await buyer.give(page.getByLabel("Name", { exact: true }), "Quillpay Checkout B.V.");
    await buyer.give(page.getByLabel("Website"), "quillpay.example");
    await buyer.give(page.getByLabel("Category"), "payment");
    await buyer.give(page.getByLabel("Contact e-mail"), "marguerite@quillpay.example");
    // The tier is there at once, without a request.
    await page.getByText("Tier 1", { exact: true }).waitFor();
    await buyer.press("Save and send questionnaire");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Send questionnaires");
    expect(await page.getByRole("checkbox", { name: /^Payment/ }).isChecked()).toBe(true);
    await buyer.press("Send");
    expect(page.url()).toMatch(/\/assessments\/asm_\w+\?sent$/);
    expect({ clicks: buyer.clicks, fields: buyer.fields }).toEqual({ clicks: 3, fields: 4 });
  });

  it("and can hand the link over, which opens the vendor's door", async () => {
    const buyer = await journey.window("procurement");
    const { page } = buyer;
    await page.goto(`/assessments/${journey.portal().idsOf("Quillpay Checkout B.V.").assessmentId}`);
    await buyer.press("Copy link");
    const link = await page.locator("input[value*='/v/']").inputValue();
    const vendor = await journey.window("vendor");
    await vendor.page.goto(link);
    await vendor.page.getByRole("button", { name: "Start" }).waitFor();
  });

  it("is shown a look-alike before anything is saved", async () => {
    const buyer = await journey.window("procurement");
    const { page } = buyer;
    await page.goto("/vendors/new");
    await buyer.give(page.getByLabel("Name", { exact: true }), "QuillPay Checkout");
    await buyer.give(page.getByLabel("Website"), "https://www.quillpay.example/");
    await buyer.give(page.getByLabel("Category"), "payment");
    await buyer.give(page.getByLabel("Contact e-mail"), "sales@quillpay.example");
    await buyer.press("Save only");
    await page.getByRole("link", { name: "Quillpay Checkout B.V." }).first().waitFor();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("QuillPay Checkout");
    expect(journey.portal().one("select count(*) from vendors")).toBe("1");
  });
});
