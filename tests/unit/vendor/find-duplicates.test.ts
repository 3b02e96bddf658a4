import { expect, test } from "vitest";
import { findDuplicates, similarNameTerm, type VendorKeys } from "#app/domain/vendor/find-duplicates.ts";
import { domainOf, duplicateKey, registrationKey } from "#app/domain/vendor/vendor-keys.ts";

const vendor = (name: string, website: string | null = null, registrationId = ""): VendorKeys & { name: string } => ({
  name,
  duplicateKey: duplicateKey(name),
  domain: (website && domainOf(website)) ?? null,
  registrationKey: registrationKey(registrationId) ?? null,
});

const existing = [
  vendor("Quillpay Checkout B.V.", "quillpay.example", "NL 1234.56"),
  vendor("Quillpay"),
  vendor("Nimbusfold CDN", "nimbusfold.example"),
  vendor("Ledger Larch Ltd", "https://larch.example", "UK-77"),
];
const found = (candidate: VendorKeys) => findDuplicates(candidate, existing).map(({ vendor: v, because }) => [v.name, ...because]);

test("the same domain, or a subdomain of it, is a possible duplicate", () => {
  expect(found(vendor("Other name", "www.nimbusfold.example"))).toEqual([["Nimbusfold CDN", "domain"]]);
  expect(found(vendor("Other name", "status.nimbusfold.example"))).toEqual([["Nimbusfold CDN", "domain"]]);
  expect(found(vendor("Other name", "notnimbusfold.example"))).toEqual([]);
});

test("the same registration id, however written, is a possible duplicate", () =>
  expect(found(vendor("Other name", null, "uk77"))).toEqual([["Ledger Larch Ltd", "registration_id"]]));

test("the same name without its legal form is a possible duplicate, a longer or shorter name a similar one", () =>
  expect(found(vendor("QUILLPAY CHECKOUT"))).toEqual([
    ["Quillpay Checkout B.V.", "name"],
    ["Quillpay", "similar_name"],
  ]));

test("all reasons are named, the surest first", () =>
  expect(found(vendor("Quillpay Checkout", "quillpay.example", "NL123456"))[0]).toEqual([
    "Quillpay Checkout B.V.",
    "domain",
    "registration_id",
    "name",
  ]));

test("vendors without a domain or registration id are not duplicates for that alone", () =>
  expect(found(vendor("Unlike anything"))).toEqual([]));

test("candidates for similar names share their first word", () => expect(similarNameTerm("Quillpay Checkout B.V.")).toBe("quillpay"));
