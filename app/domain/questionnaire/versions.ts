// Version numbers of questionnaires: major.minor.patch, compared as numbers.

const parts = (version: string): number[] => version.split(".").map(Number);

/** True when `version` comes after `than`. */
export function isNewerVersion(version: string, than: string): boolean {
  const [a, b] = [parts(version), parts(than)];
  const index = a.findIndex((part, at) => part !== b[at]);
  return index !== -1 && a[index]! > (b[index] ?? 0);
}
