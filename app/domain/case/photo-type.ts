/** What phones and cameras take and every browser shows. */
export const photoTypes = ["image/jpeg", "image/png", "image/webp"] as const;
export type PhotoType = (typeof photoTypes)[number];

/** A file by its first bytes: a photo we take, a kind that we know and cannot take, or nothing of the sort. */
export type PhotoVerdict = PhotoType | "heic" | null;

/** How many first bytes say what a file is. */
export const photoHeadBytes = 32;

export const mostCasePhotos = 15;
export const mostPhotoBytes = 20 * 1024 * 1024;
/** A picture of more pixels is none that a phone takes; a small file may claim to be one to fill the memory. */
export const mostPhotoPixels = 64_000_000;

const text = (head: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...head.subarray(from, to));

const heifBrands = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif"];

/** What a file is by what is in it, whatever it is called. @example photoTypeOf(firstBytes) // "image/jpeg" */
export function photoTypeOf(head: Uint8Array): PhotoVerdict {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return "image/jpeg";
  if (text(head, 0, 8) === "\x89PNG\r\n\x1a\n") return "image/png";
  if (text(head, 0, 4) === "RIFF" && text(head, 8, 12) === "WEBP") return "image/webp";
  if (text(head, 4, 8) === "ftyp" && heifBrands.includes(text(head, 8, 12))) return "heic";
  return null;
}
