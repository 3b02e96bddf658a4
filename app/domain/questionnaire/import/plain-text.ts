// Foreign wording as plain text: markup becomes line breaks and dashes, a link keeps its address, nothing else of HTML survives.
// Every step is one pass over a text that was cut first: hostile wording must not be slow.

/** As long as wording in vrq/1 may be. */
export const mostWording = 4000;
const mostMarkup = 40_000;
const longestTag = 2000;

export interface Plain {
  text: string;
  /** What was left out, in words; empty when nothing was. */
  left: string[];
}

const breaks = new Set(["p", "div", "ul", "ol", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "section"]);
const lines = new Set(["br", "tr", "li", "dt", "dd"]);
const inline = new Set([
  "b",
  "i",
  "em",
  "strong",
  "code",
  "a",
  "span",
  "u",
  "sub",
  "sup",
  "small",
  "tt",
  "kbd",
  "td",
  "th",
  "tbody",
  "thead",
  "dl",
]);
const unseen = new Set(["script", "style", "iframe", "object", "template", "noscript", "svg", "math", "title", "head"]);

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (name.startsWith("#")) {
      const code = name[1] === "x" || name[1] === "X" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return Object.hasOwn(entities, name.toLowerCase()) ? entities[name.toLowerCase()]! : whole;
  });
}

/** Text without control characters and half characters, lines ended by \n, trimmed. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, "")
    .replace(/[\u2028\u2029]/g, "\n")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Cuts wording to what vrq/1 takes, at a word if there is one. */
export function cut(text: string, most = mostWording): Plain {
  if (text.length <= most) return { text, left: [] };
  const whole = text.slice(0, most - 2);
  const space = whole.lastIndexOf(" ");
  const kept = cleanText(space > most / 2 ? whole.slice(0, space) : whole);
  return { text: `${kept} …`, left: [`${text.length - kept.length} characters beyond the limit of ${most}`] };
}

/** Wording without markup, cut. */
export const plainText = (text: string, most = mostWording): Plain => cut(cleanText(text.slice(0, most * 10)), most);

/** A title in English; none when there is no text. */
export function englishTitle(text: string): { en?: string } {
  const title = plainText(text, 300).text;
  return title ? { en: title } : {};
}

/** HTML as plain text, cut. */
export function htmlText(html: string, most = mostWording): Plain {
  const left: string[] = [];
  if (html.length > mostMarkup) left.push(`${html.length - mostMarkup} characters beyond ${mostMarkup}`);
  const source = html.slice(0, mostMarkup);
  let out = "";
  let at = 0;
  let link: { href: string; from: number } | undefined;
  const add = (text: string) => {
    const flat = decode(text).replace(/\s+/g, " ");
    out += /\s$/.test(out) || out === "" ? flat.trimStart() : flat;
  };
  while (at < source.length) {
    const open = source.indexOf("<", at);
    if (open < 0) break;
    const end = source.slice(open, open + longestTag).indexOf(">");
    const tag = end < 0 ? null : /^<(\/?)([a-z][a-z0-9]*)/i.exec(source.slice(open, open + 30));
    const isComment = end >= 0 && source.startsWith("<!--", open);
    if (!tag && !isComment) {
      add(source.slice(at, open + 1));
      at = open + 1;
      continue;
    }
    add(source.slice(at, open));
    at = open + end + 1;
    if (!tag) {
      const close = source.indexOf("-->", open);
      at = close < 0 ? source.length : close + 3;
      continue;
    }
    const closing = tag[1] === "/";
    const name = tag[2]!.toLowerCase();
    if (unseen.has(name)) {
      if (!closing) {
        const close = source.toLowerCase().indexOf(`</${name}`, at);
        left.push(`the element <${name}>`);
        at = close < 0 ? source.length : close;
      }
    } else if (name === "a" && !closing) {
      const [, href = ""] = /\bhref\s*=\s*["']?([^"'\s>]*)/i.exec(source.slice(open, at)) ?? [];
      link = { href: decode(href), from: out.length };
    } else if (name === "a" && link) {
      if (/^(https?:\/\/|mailto:)/i.test(link.href)) {
        const shown = out.slice(link.from).trim();
        if (!shown.includes(link.href)) out = `${out.trimEnd()}${shown ? ` (${link.href})` : link.href}`;
      } else if (link.href && !link.href.startsWith("#")) left.push(`the link to ${link.href.slice(0, 80)}`);
      link = undefined;
    } else if (name === "li" && !closing) out = `${out.trimEnd()}\n- `;
    else if (lines.has(name)) out = closing ? out : `${out.trimEnd()}\n`;
    else if (breaks.has(name)) out = `${out.trimEnd()}\n\n`;
    else if (!inline.has(name) && !closing) left.push(`the element <${name}>`);
  }
  add(source.slice(at));
  const plain = cut(cleanText(out), most);
  return { text: plain.text, left: [...new Set([...left, ...plain.left])] };
}
