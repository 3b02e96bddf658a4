// Version numbers of questionnaires: major.minor.patch, compared as numbers.

const parts = (version: string): number[] => version.split(".").map(Number);

/** True when `version` comes after `than`. */
export function isNewerVersion(version: string, than: string): boolean {
  const [a, b] = [parts(version), parts(than)];
  const index = a.findIndex((part, at) => part !== b[at]);
  return index !== -1 && a[index]! > (b[index] ?? 0);
}

/** Answers are carried over within a major version. */
export const majorOf = (version: string): number => parts(version)[0]!;

/** The newest version of each questionnaire, in the order in which each is first seen. */
export function newestOfEach<T extends { readonly version: string }>(versions: readonly T[], idOf: (version: T) => string): T[] {
  const newest = new Map<string, T>();
  for (const each of versions) {
    const known = newest.get(idOf(each));
    if (!known || isNewerVersion(each.version, known.version)) newest.set(idOf(each), each);
  }
  return [...newest.values()];
}
