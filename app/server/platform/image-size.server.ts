// Pixels of a PNG or JPEG, read from its header alone: a picture is never decoded here.

export interface ImageSize {
  width: number;
  height: number;
}

function pngSize(head: Buffer): ImageSize | undefined {
  if (head.length < 33 || head.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** Frame headers are the markers C0–CF without C4 (tables), C8 (reserved) and CC (arithmetic conditioning). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jpegSize(head: Buffer): ImageSize | undefined {
  let at = 2;
  while (at + 9 <= head.length) {
    if (head[at] !== 0xff) return undefined;
    const marker = head[at + 1]!;
    if (marker === 0xff) at += 1;
    else if (isFrameHeader(marker)) return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) };
    else if (marker === 0xd9 || marker === 0xda) return undefined;
    else at += 2 + Math.max(2, head.readUInt16BE(at + 2));
  }
  return undefined;
}

/** Undefined when the header does not tell. */
export function imageSize(head: Buffer, mediaType: "image/png" | "image/jpeg"): ImageSize | undefined {
  const size = mediaType === "image/png" ? pngSize(head) : jpegSize(head);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}
