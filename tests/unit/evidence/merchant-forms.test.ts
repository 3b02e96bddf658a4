import { expect, test } from "vitest";
import { isMerchantForm } from "#app/domain/evidence/merchant-forms.ts";

test("a merchant's self-assessment is recognised by its kind and by the name of its file", () => {
  const offered = ["SAQ A.pdf", "PCI-DSS-v4-0-1-SAQ-A_signed.pdf", "2026_saq_a-ep.PDF", "SAQ-D-Merchant.pdf", "Merchant AOC 2026.pdf"];
  expect(offered.filter((name) => !isMerchantForm("pci-aoc-sp", name))).toEqual([]);
  expect(isMerchantForm("pci-saq", "whatever.pdf")).toBe(true);
});

test("a service provider's form is not, whatever else its name says", () => {
  const right = [
    "SAQ D Service Provider.pdf",
    "saq-d-sp.pdf",
    "AoC for merchants and SAQ A users, service provider.pdf",
    "AoC-2026.pdf",
    "SAQ answers.pdf",
  ];
  expect(right.filter((name) => isMerchantForm("pci-saq-d-sp", name))).toEqual([]);
});

test("what proves nothing about card data may be called as it likes", () => {
  expect(isMerchantForm("policy", "SAQ A.pdf")).toBe(false);
});
