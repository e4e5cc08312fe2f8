import { carryExif } from "./carry-exif.ts";

const longestSide = 2_000;
const smallEnoughBytes = 1_200_000;

/**
 * Draws a photo smaller before it is sent, with what the camera wrote. What this browser cannot draw (HEIC on most) goes
 * as it is: the server says what is wrong with it.
 */
export async function shrinkPhoto(file: File): Promise<Blob> {
  if (file.size <= smallEnoughBytes && file.type === "image/jpeg") return file;
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(nullIfUndrawable);
  if (!bitmap) return file;
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d");
  if (!context) return file;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
  if (!drawn || drawn.size >= file.size) return file;
  const [original, smaller] = await Promise.all([file.arrayBuffer(), drawn.arrayBuffer()]);
  return new Blob([carryExif(new Uint8Array(original), new Uint8Array(smaller)) as BlobPart], {
    type: "image/jpeg",
  });
}

function nullIfUndrawable(error: unknown): null {
  if (error instanceof DOMException) return null;
  throw error;
}
