import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import exifReader from "exif-reader";
import sharp, { type Sharp } from "sharp";
import { readExif, type ExifTags, type PhotoExif } from "#domain/case/photo-exif.ts";
import {
  mostPhotoBytes,
  mostPhotoPixels,
  photoHeadBytes,
  photoTypeOf,
  type PhotoType,
} from "#domain/case/photo-type.ts";
import { newId } from "#domain/id.ts";
import type { Result } from "#domain/result.ts";
import type { ReceivedFile } from "../../http/receive-upload.server.ts";
import { storageKeyOf, type FileStorage } from "../storage/file-storage.ts";

/** A photo whose three files are stored: as it came, re-encoded for everyone who sees the case, and small. */
export interface StoredPhoto extends PhotoExif {
  originalKey: string;
  originalType: PhotoType;
  publicKey: string;
  thumbnailKey: string;
  /** Of the public copy. */
  width: number;
  height: number;
  bytes: number;
  sha256: string;
}

export type PhotoFault = "empty" | "tooLarge" | "heic" | "notAPhoto" | "tooManyPixels" | "broken";

/** The longest side of the copy that everyone sees, and of the small one. */
const publicSide = 2_000;
const thumbnailSide = 400;

/**
 * Looks at a received file, and stores it with its copies where it is a photo we take. What it is goes by its content.
 * The copies are drawn anew from the pixels alone: whatever else was in the file, position and time included, is not in
 * them.
 */
export async function storePhoto(
  files: FileStorage,
  file: ReceivedFile,
): Promise<Result<StoredPhoto, PhotoFault>> {
  if (file.bytes === 0) return { ok: false, refusal: "empty" };
  if (file.bytes > mostPhotoBytes) return { ok: false, refusal: "tooLarge" };
  const type = photoTypeOf(await headOf(file.path));
  if (type === "heic") return { ok: false, refusal: "heic" };
  if (type === null) return { ok: false, refusal: "notAPhoto" };
  const drawn = await draw(file.path);
  if (typeof drawn === "string") return { ok: false, refusal: drawn };
  const { exif, copy, thumbnail, width, height } = drawn;
  const keyed = () => storageKeyOf(file.sha256, newId());
  const [originalKey, publicKey, thumbnailKey] = [keyed(), keyed(), keyed()];
  await files.put(originalKey, createReadStream(file.path));
  await files.put(publicKey, Readable.from([copy]));
  await files.put(thumbnailKey, Readable.from([thumbnail]));
  const { bytes, sha256 } = file;
  return {
    ok: true,
    value: {
      originalKey,
      originalType: type,
      publicKey,
      thumbnailKey,
      width,
      height,
      bytes,
      sha256,
      ...exif,
    },
  };
}

/** Takes the files of a photo away again, where nothing came of it. */
export async function forgetPhoto(
  files: FileStorage,
  photo: Pick<StoredPhoto, "originalKey" | "publicKey" | "thumbnailKey">,
): Promise<void> {
  for (const key of [photo.originalKey, photo.publicKey, photo.thumbnailKey]) await files.remove(key);
}

async function headOf(place: string): Promise<Uint8Array> {
  const handle = await open(place);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(photoHeadBytes), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

interface Drawn {
  exif: PhotoExif;
  copy: Buffer;
  thumbnail: Buffer;
  width: number;
  height: number;
}

async function draw(place: string): Promise<Drawn | "tooManyPixels" | "broken"> {
  // Our own look at the size comes first, so that what is refused for its pixels is never unpacked.
  const options = { limitInputPixels: mostPhotoPixels, failOn: "error" } as const;
  try {
    const about = await sharp(place, { ...options, limitInputPixels: false }).metadata();
    if (about.width * about.height > mostPhotoPixels) return "tooManyPixels";
    const upright = sharp(place, options).rotate().flatten({ background: "#ffffff" });
    const copy = await sized(upright, publicSide).jpeg({ quality: 82 }).toBuffer({ resolveWithObject: true });
    const small = sharp(copy.data, options);
    const thumbnail = await sized(small, thumbnailSide).jpeg({ quality: 72 }).toBuffer();
    const { width, height } = copy.info;
    return { exif: exifOf(about.exif), copy: copy.data, thumbnail, width, height };
  } catch (error) {
    if (isAboutThePicture(error)) return "broken";
    throw error;
  }
}

const sized = (picture: Sharp, side: number) =>
  picture.resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });

/** What libvips says of a file it cannot draw; anything else is our own fault. */
const isAboutThePicture = (error: unknown): boolean =>
  error instanceof Error && !("code" in error && String(error.code).startsWith("E"));

/** Tags that cannot be read are no fault of the picture. */
function exifOf(block: Buffer | undefined): PhotoExif {
  if (!block) return { takenAt: null, position: null };
  try {
    return readExif(exifReader(block) as ExifTags);
  } catch (error) {
    if (error instanceof Error) return { takenAt: null, position: null };
    throw error;
  }
}
