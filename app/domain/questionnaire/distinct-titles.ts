// Titles of sections told apart: files of others call several sections the same, and whoever jumps between the parts of a page by their
// names has to know which is which.

const folded = (title: string): string => title.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

/** The same titles; those that stand several times are numbered in their order: “Access (1)”, “Access (2)”. No two are alike. */
export function distinctTitles(titles: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const title of titles) times.set(folded(title), (times.get(folded(title)) ?? 0) + 1);
  const taken = new Set(times.keys());
  const last = new Map<string, number>();
  return titles.map((title) => {
    const name = folded(title);
    if (times.get(name) === 1) return title;
    let n = last.get(name) ?? 0;
    do n += 1;
    while (taken.has(folded(`${title} (${n})`)));
    last.set(name, n);
    taken.add(folded(`${title} (${n})`));
    return `${title} (${n})`;
  });
}
