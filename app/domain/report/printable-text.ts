// Makes any text safe to set in lines: composed, without control and direction characters (they hide what a file name
// really says), without towers of combining marks. Line feeds stay. The unchanged text is in report.json.

/** Text as it may be printed. */
export function printableText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/[\t\v\f\u0085]/g, " ")
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "")
    .replace(/[\uFE00-\uFE0F]/g, "")
    .replace(/(\p{M}{3})\p{M}+/gu, "$1")
    .replace(/[^\S\n\u00a0\u202f]+/g, " ")
    .trim();
}

/** The same on one line, cut to `length` characters. */
export function printableLine(text: string, length = 200): string {
  const line = printableText(text).replace(/\s*\n\s*/g, " ");
  const characters = [...line];
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join("")}\u2026`;
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The runs of one line from left to right, each of one direction and to be drawn for itself with a space between.
 * Words of a right-to-left run are joined by no-break spaces: the font's layout turns such a run round as a whole.
 */
export function directionRuns(line: string): string[] {
  if (!rightToLeft.test(line)) return [line];
  const words = line.split(" ");
  const runs: string[] = [];
  let plain: string[] = [];
  for (let at = 0; at < words.length; ) {
    if (!rightToLeft.test(words[at] ?? "")) {
      plain.push(words[at++] ?? "");
      continue;
    }
    let end = at + 1;
    for (let probe = end; probe < words.length && !/\p{Script=Latin}/u.test(words[probe] ?? ""); probe++) {
      if (rightToLeft.test(words[probe] ?? "")) end = probe + 1;
    }
    if (plain.length > 0) runs.push(plain.join(" "));
    plain = [];
    runs.push(words.slice(at, end).join("\u00a0"));
    at = end;
  }
  return plain.length > 0 ? [...runs, plain.join(" ")] : runs;
}
