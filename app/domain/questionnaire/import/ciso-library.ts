// A CISO Assistant library as a tree of requirement nodes: which framework, which language, which node under which. No meaning yet.
import { DomainError } from "#app/domain/errors.ts";
import type { Language } from "../questionnaire.ts";
import { below, type ForeignFile, type Notes, type Where } from "./foreign.ts";
import { asList, asMap, asText, asTruth, field, type Loose } from "./foreign-values.ts";

export interface CisoNode {
  urn: string;
  fields: Loose;
  where: Where;
  parent: CisoNode | undefined;
  isAssessable: boolean;
  /** Whether something below it is assessable. */
  hasAssessable: boolean;
}

export interface CisoLibrary {
  library: Loose;
  framework: Loose;
  where: Where;
  /** In file order. */
  nodes: CisoNode[];
  locale: string;
}

const top: Where = { file: 0, path: [] };
const mostNodes = 5000;

export function readCisoLibrary(file: ForeignFile, pick: string | undefined, notes: Notes): CisoLibrary {
  const library = asMap(file.value);
  const objects = asMap(field(library, "objects"));
  const found = ["framework", "frameworks"].flatMap((name) => frameworksIn(field(objects, name), below(top, "objects", name)));
  if (!library || found.length === 0) {
    throw new DomainError(
      "invalid",
      `${file.name}: This is no CISO Assistant library with a framework: it has no “objects” with “framework”.`,
    );
  }
  const { framework, where } = choose(found, pick, file.name);
  for (const other of found) {
    if (other.framework === framework) continue;
    notes.lost.push({
      where: other.where,
      what: `the framework “${nameOf(other.framework)}”`,
      why: "One framework makes one questionnaire: import it with --pick.",
    });
  }
  strangers(objects!, ["framework", "frameworks"], below(top, "objects"), notes, "Only frameworks hold questions.");
  return {
    library,
    framework,
    where,
    nodes: nodesOf(framework, where, notes),
    locale: (asText(field(library, "locale")) ?? "en").toLowerCase(),
  };
}

function frameworksIn(value: unknown, where: Where): { framework: Loose; where: Where }[] {
  const one = asMap(value);
  if (one) return Array.isArray(field(one, "requirement_nodes")) ? [{ framework: one, where }] : [];
  return asList(value).flatMap((each, i) => frameworksIn(asMap(each), below(where, i)));
}

const nameOf = (framework: Loose): string =>
  (asText(field(framework, "ref_id")) ?? asText(field(framework, "urn")) ?? "without id").slice(0, 100);

function choose(found: { framework: Loose; where: Where }[], pick: string | undefined, file: string): { framework: Loose; where: Where } {
  if (pick === undefined && found.length === 1) return found[0]!;
  const chosen = found.find(({ framework }) => pick !== undefined && [field(framework, "ref_id"), field(framework, "urn")].includes(pick));
  if (chosen) return chosen;
  const names = found
    .slice(0, 20)
    .map(({ framework }) => nameOf(framework))
    .join(", ");
  throw new DomainError(
    "invalid",
    `${file}: ${pick === undefined ? "The file holds several frameworks" : `There is no framework “${pick}”`}. Name one with --pick: ${names}.`,
  );
}

function nodesOf(framework: Loose, where: Where, notes: Notes): CisoNode[] {
  const list = asList(field(framework, "requirement_nodes"));
  if (list.length > mostNodes)
    throw new DomainError("too_large", `The framework has ${list.length} requirement nodes; ${mostNodes} is the limit.`);
  const byUrn = new Map<string, CisoNode>();
  const nodes = list.flatMap((each, i): CisoNode[] => {
    const at = below(where, "requirement_nodes", i);
    const fields = asMap(each);
    if (!fields) {
      notes.lost.push({ where: at, what: "something that is no requirement node", why: "A node is a map." });
      return [];
    }
    const urn = asText(field(fields, "urn")) ?? `node:${asText(field(fields, "ref_id")) ?? i + 1}`;
    const node = {
      urn,
      fields,
      where: at,
      parent: undefined,
      isAssessable: asTruth(field(fields, "assessable")) === true,
      hasAssessable: false,
    };
    if (byUrn.has(urn))
      notes.warnings.push({ where: at, message: `The urn “${urn.slice(0, 200)}” stands twice; children belong to the first.` });
    else byUrn.set(urn, node);
    return [node];
  });
  const place = new Map(nodes.map((node, i) => [node, i]));
  for (const node of nodes) {
    const name = asText(field(node.fields, "parent_urn"));
    const parent = name === undefined ? undefined : byUrn.get(name);
    // Parents stand before their children, so there are no circles.
    if (parent && place.get(parent)! < place.get(node)!) node.parent = parent;
    else if (name !== undefined)
      notes.warnings.push({
        where: below(node.where, "parent_urn"),
        message: `The parent “${name.slice(0, 200)}” does not stand before it: the node is put at the top.`,
      });
    if (node.isAssessable) for (let up = node.parent; up && !up.hasAssessable; up = up.parent) up.hasAssessable = true;
  }
  return nodes;
}

export function strangers(map: Loose, names: readonly string[], where: Where, notes: Notes, why: string): void {
  for (const [name, value] of Object.entries(map)) {
    if (names.includes(name) || value === null || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    notes.lost.push({ where: below(where, name), what: `“${name.slice(0, 60)}”`, why });
  }
}

export const isOurs = (language: string): language is Language => language === "en" || language === "de";
