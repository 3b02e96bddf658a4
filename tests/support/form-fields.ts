// What a form of a page would send as it is shown: fields in their order, ticked boxes, chosen options. For tests without a browser.

export type FormFields = readonly (readonly [string, string])[];

const plain = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Of the form whose text holds `marker`. */
export function fieldsOf(html: string, marker: string): FormFields {
  const form = html.split("<form").find((each) => each.includes(marker)) ?? "";
  const found: [string, string][] = [];
  const controls = form.matchAll(/<(input|textarea|select)\b([^>]*)>((?:(?!<\/?(?:textarea|select|input)\b)[\s\S])*)/g);
  for (const [, tag = "", attributes = "", rest = ""] of controls) {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
    const isLeftOut = /type="(checkbox|radio)"/.test(attributes) && !/\bchecked\b/.test(attributes);
    if (name && !isLeftOut) found.push([name, plain(valueIn(tag, attributes, rest))]);
  }
  return found;
}

function valueIn(tag: string, attributes: string, rest: string): string {
  if (tag === "textarea") return rest.replace(/^\n/, "");
  if (tag === "input") return /\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? (/type="checkbox"/.test(attributes) ? "on" : "");
  const chosen = /<option[^>]*\bselected\b[^>]*>/.exec(rest)?.[0] ?? /<option[^>]*>/.exec(rest)?.[0] ?? "";
  return /value="([^"]*)"/.exec(chosen)?.[1] ?? "";
}

export const changed = (fields: FormFields, changes: Record<string, string>): FormFields => [
  ...fields.filter(([name]) => !(name in changes)),
  ...Object.entries(changes),
];

/** The revision a page of the questionnaire editor shows. */
export const revisionIn = (html: string): string => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? "";
