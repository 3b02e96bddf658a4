import { describe, expect, test } from "vitest";
import { domainOf, duplicateKey, emailKey, nameKey, registrationKey, websiteOf } from "#app/domain/vendor/vendor-keys.ts";

test("names that look the same have the same key", () => {
  expect(nameKey("  Quillpay \u00a0 CHECKOUT\t B.V. ")).toBe("quillpay checkout b.v.");
  expect(nameKey("Ｑｕｉｌｌｐａｙ")).toBe("quillpay");
  expect(nameKey("ﬁnch")).toBe("finch");
  expect(emailKey(" M.Pell@Quillpay.EXAMPLE ")).toBe("m.pell@quillpay.example");
});

test.each([
  ["Quillpay Checkout B.V.", "Quillpay Checkout BV"],
  ["Mosswick Lager GmbH & Co. KG", "MOSSWICK LAGER"],
  ["Tallynewt A/S", "Tallynewt"],
  ["Fennel Payments Ltd.", "Fennel  Payments, Limited"],
  ["Grünspecht Hosting AG", "Grunspecht Hosting"],
  ["Ploverbox sp. z o.o.", "Ploverbox"],
  ["O'Hare Fulfilment Inc", "OHare Fulfilment"],
])("%s and %s may be the same company", (a, b) => expect(duplicateKey(a)).toBe(duplicateKey(b)));

test("a name that is nothing but a legal form keeps it", () => {
  expect(duplicateKey("AG")).toBe("ag");
  expect(duplicateKey("Co. Ltd.")).toBe("co");
  expect(duplicateKey("???")).toBe("???");
});

test("a legal form inside a name stays", () => expect(duplicateKey("AS Roma Logistics")).toBe("as roma logistics"));

describe("a website", () => {
  test.each([
    ["quillpay.example", "https://quillpay.example", "quillpay.example"],
    ["https://www.Quillpay.example/", "https://www.quillpay.example", "quillpay.example"],
    ["http://pay.quillpay.example/de?x=1#top", "http://pay.quillpay.example/de?x=1", "pay.quillpay.example"],
    ["shop.example:8443", "https://shop.example:8443", "shop.example"],
    ["bücher.example", "https://xn--bcher-kva.example", "xn--bcher-kva.example"],
  ])("%s is kept as %s", (typed, website, domain) => {
    expect(websiteOf(typed)).toBe(website);
    expect(domainOf(typed)).toBe(domain);
  });
  test.each([
    "",
    "  ",
    "javascript:alert(1)",
    "javascript:1",
    "ftp://quillpay.example",
    "https://user:pw@quillpay.example",
    "localhost",
    "127.0.0.1",
    "[::1]",
    "a b.example",
    "https://",
    "-x.example",
    "data:text/html,x",
  ])("%j is none", (typed) => {
    expect(websiteOf(typed)).toBeUndefined();
    expect(domainOf(typed)).toBeUndefined();
  });
});

test("registration ids are compared without spaces, dots and dashes", () => {
  expect(registrationKey("HRB 12.345-B")).toBe(registrationKey("hrb12345b"));
  expect(registrationKey(" - ")).toBeUndefined();
});
