/* A picture that is drawn smaller on the phone loses what the camera wrote. That block is carried over as it is, so that the
   one who dispatches still sees when and where; only its orientation is reset, because the smaller picture stands upright. */

const orientationTag = 0x0112;

/** The block that a camera wrote into a JPEG (marker APP1, "Exif"), with its marker and length; null where there is none. */
function exifBlock(jpeg: Uint8Array): Uint8Array | null {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  if (jpeg.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 10 < jpeg.length && view.getUint8(at) === 0xff;) {
    const [marker, length] = [view.getUint8(at + 1), view.getUint16(at + 2)];
    if (marker === 0xda || length < 2) return null;
    const isExif = marker === 0xe1 && view.getUint32(at + 4) === 0x45786966;
    if (isExif && at + 2 + length <= jpeg.length) return jpeg.slice(at, at + 2 + length);
    at += 2 + length;
  }
  return null;
}

/** Says "upright" in the first directory of a block. */
function standUpright(block: Uint8Array): void {
  const tiff = new DataView(block.buffer, block.byteOffset + 10, block.byteLength - 10);
  if (tiff.byteLength < 8) return;
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return;
  const entries = tiff.getUint16(directory, isLittle);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.byteLength) return;
    if (tiff.getUint16(at, isLittle) === orientationTag) tiff.setUint16(at + 8, 1, isLittle);
  }
}

/** The smaller JPEG with what the camera wrote into the larger one. @example new Blob([carryExif(original, smaller)]) */
export function carryExif(original: Uint8Array, smaller: Uint8Array): Uint8Array {
  const block = exifBlock(original);
  if (!block) return smaller;
  standUpright(block);
  const joined = new Uint8Array(smaller.length + block.length);
  joined.set(smaller.subarray(0, 2), 0);
  joined.set(block, 2);
  joined.set(smaller.subarray(2), 2 + block.length);
  return joined;
}
