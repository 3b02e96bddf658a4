// What an evidence file may be made of at most, beside its size (which the installation sets). Printed in the docs, checked at upload.

/** Office files are zip archives; these bounds are read from the archive's directory before anything is unpacked. */
export const archiveLimits = { entries: 2000, totalBytes: 400 * 1024 * 1024, ratio: 100 } as const;

/** A picture of more pixels would exhaust whoever opens it. */
export const mostPixels = 100_000_000;

/** Characters of a stored file name. */
export const mostFileNameCharacters = 200;
