// Which addresses are pages of the vendor portal: read in the vendor's language, and left to its own start page.

/** `address` is a path, with or without its query. */
export const isVendorAddress = (address: string): boolean => /^\/(?:v|vendor)(?:[/?]|\.data(?:\?|$)|$)/.test(address);
