// The parts of a workbook that say which sheets it has, made anew of what they said: every sheet is named once and under a name of ours, so
// that nobody has one sheet read a thousand times, or a part read as a sheet that was never measured as one.
import { DomainError } from "#app/domain/errors.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const packages = "http://schemas.openxmlformats.org/package/2006";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What the sheets share. */
const shared = { "xl/sharedStrings.xml": "sharedStrings", "xl/styles.xml": "styles" } as const;

/** All parts the library gets, of parts that are UTF-8 and measured. Throws `invalid` or `too_large`. */
export function framedWorkbook(parts: ReadonlyMap<string, Uint8Array>, name: string, mostSheets: number): Map<string, Uint8Array> {
  const text = (part: string) => new TextDecoder().decode(parts.get(part));
  const damaged = (what: string) => new DomainError("invalid", `${name}: The workbook is damaged: ${what}.`);
  const book = text("xl/workbook.xml");
  const targets = new Map(
    elementsIn(text("xl/_rels/workbook.xml.rels"), "Relationship").map((attributes) => [
      said(attributes, "Id"),
      { type: said(attributes, "Type"), part: resolved(said(attributes, "Target")) },
    ]),
  );
  const sheets = elementsIn(book, "sheet");
  if (sheets.length > mostSheets) throw new DomainError("too_large", `${name}: The workbook has more than ${mostSheets} sheets.`);
  const made = new Map<string, Uint8Array>();
  const put = (part: string, content: string) => made.set(part, Buffer.from(content));
  const named: string[] = [];
  const links: string[] = [];
  const link = (type: string, target: string) => {
    const id = `r${links.length + 1}`;
    links.push(`<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`);
    return id;
  };
  const seen = new Set<string>();
  for (const attributes of sheets) {
    const target = targets.get(said(attributes, "relation"));
    if (target && !/\/worksheet$/.test(target.type)) continue;
    const content = target && /^xl\/worksheets\//i.test(target.part) ? parts.get(target.part) : undefined;
    if (!target || !content) throw damaged("a sheet is missing");
    if (seen.has(target.part)) throw damaged("a sheet is named twice");
    seen.add(target.part);
    const part = `worksheets/${seen.size}.xml`;
    made.set(`xl/${part}`, content);
    const state = /^(?:hidden|veryHidden)$/.exec(said(attributes, "state"))?.[0] ?? "visible";
    const id = link("worksheet", part);
    named.push(
      `<sheet name="${said(attributes, "name").replaceAll('"', "&quot;")}" sheetId="${seen.size}" state="${state}" r:id="${id}"/>`,
    );
  }
  for (const [part, type] of Object.entries(shared)) {
    const content = parts.get(part);
    if (!content) continue;
    made.set(part, content);
    link(type, part.slice("xl/".length));
  }
  const counts1904 = /^(?:1|true)$/.test(said(elementsIn(book, "workbookPr")[0] ?? "", "date1904"));
  const settings = counts1904 ? '<workbookPr date1904="1"/>' : "";
  put("[Content_Types].xml", `<Types xmlns="${packages}/content-types"/>`);
  put("_rels/.rels", relationships([`<Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>`]));
  put("xl/_rels/workbook.xml.rels", relationships(links));
  put("xl/workbook.xml", `<workbook xmlns="${main}" xmlns:r="${relations}">${settings}<sheets>${named.join("")}</sheets></workbook>`);
  return made;
}

const relationships = (links: readonly string[]): string =>
  `<Relationships xmlns="${packages}/relationships">${links.join("")}</Relationships>`;

/** The attributes of all elements of this name, as they are written. */
const elementsIn = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:[\\w.-]{1,50}:)?${name}(?=[\\s/>])([^<>]{0,2000})>`, "g"))].map(([, attributes = ""]) => attributes);

const attribute = (name: string) => new RegExp(`(?:^|\\s)${name}\\s*=\\s*("[^"]*"|'[^']*')`);
const written = {
  Id: attribute("Id"),
  Type: attribute("Type"),
  Target: attribute("Target"),
  relation: attribute("[\\w.-]+:id"),
  name: attribute("name"),
  state: attribute("state"),
  date1904: attribute("date1904"),
};

/** As it is written, entities and all. */
const said = (attributes: string, name: keyof typeof written): string => written[name].exec(attributes)?.[1]?.slice(1, -1) ?? "";

/** The part a relationship of the workbook leads to. */
function resolved(target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith("/") ? target : `xl/${target}`).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
