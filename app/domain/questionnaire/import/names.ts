// Ids and codes of vrq/1 from foreign ones: kept where they fit, else made from them the same way every time, so that importing the
// file again, or its next version, gives the same ids (docs: questionnaires, rule 1).

const mostLetters = 64;

/** Eight hexadecimal digits of a text (FNV-1a); tells shortened names apart, proves nothing. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Gives each foreign name a name of its own. The same foreign name asked twice is two things, and gets two names. */
export type Mint = (foreign: string) => string;

const shorten = (name: string, foreign: string): string =>
  name.length <= mostLetters ? name : `${name.slice(0, mostLetters - 9)}_${shortHash(foreign)}`;

function mint(shape: (foreign: string) => string): Mint {
  const used = new Set<string>();
  return (foreign) => {
    const name = shorten(shape(foreign), foreign);
    let unused = name;
    for (let n = 2; used.has(unused); n += 1) unused = `${name.slice(0, mostLetters - 1 - String(n).length)}_${n}`;
    used.add(unused);
    return unused;
  };
}

/** Ids of questions, sections, questionnaires: letters, digits, - and _, a letter first. */
export const mintIds = (fallback: string): Mint =>
  mint((foreign) => {
    const name = foreign.replace(/[^A-Za-z0-9_-]+/g, "_").replace(/^_+|_+$/g, "");
    if (name === "") return /[^\s_]/.test(foreign) ? `${fallback}_${shortHash(foreign)}` : fallback;
    return /^[A-Za-z]/.test(name) ? name : `${fallback}_${name}`;
  });

/** Codes of options. Plain numbers get a letter in front (maps would sort them first), reserved words an underscore behind. */
export const mintCodes = (): Mint =>
  mint((foreign) => {
    const name = foreign.replace(/[^A-Za-z0-9_.+-]+/g, "_").replace(/^[_.+-]+/, "");
    if (name === "") return `o_${shortHash(foreign)}`;
    if (/^\d+$/.test(name)) return `o${name}`;
    return name === "declined" || name === "na" ? `${name}_` : name;
  });

/** Three numbers from whatever a file calls its version; undefined when it holds no number. */
export function versionFrom(text: string | undefined): string | undefined {
  const found = text?.slice(0, 200).match(/\d+/g) ?? [];
  const numbers = found
    .filter(({ length }) => length <= 6)
    .slice(0, 3)
    .map(Number);
  return numbers.length > 0 ? [...numbers, 0, 0].slice(0, 3).join(".") : undefined;
}
