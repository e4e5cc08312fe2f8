import { createReadableStreamFromReadable } from "@remix-run/node";
import type { PhotoFiles } from "#db/queries/case/get-photo.ts";
import type { FileStorage } from "../server/storage/file-storage.ts";
import { problem } from "./problem.ts";

export type PhotoVariant = "public" | "thumbnail" | "original";

/**
 * A photo as a response. The copies are ours and never change (a browser keeps them for as long as one looks at a case); the original came from someone, so it is handed out to
 * be kept and not to be shown as a page of this site.
 */
export async function sendPhoto(
  files: FileStorage,
  photo: PhotoFiles,
  variant: PhotoVariant,
): Promise<Response> {
  const key = { public: photo.publicKey, thumbnail: photo.thumbnailKey, original: photo.originalKey }[
    variant
  ];
  if (key === null) throw problem(404);
  const file = await files.get(key);
  if (!file) throw new Error(`A photo's file is not in the storage: ${key}`);
  const isOriginal = variant === "original";
  return new Response(createReadableStreamFromReadable(file), {
    headers: {
      "Content-Type": isOriginal ? photo.originalType : "image/jpeg",
      "Content-Disposition": isOriginal ? "attachment" : "inline",
      "Cache-Control": isOriginal ? "private, no-store" : "private, max-age=600",
    },
  });
}
