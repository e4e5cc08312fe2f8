import { inflateSync } from "node:zlib";

const headBytes = 44;
const entryBytes = 20;

/**
 * Unpacks a WOFF 1 font into the TrueType or OpenType file it was made from: the same tables, each inflated, under the head
 * that such a file has. Throws RangeError for what is no WOFF 1 file. Source: WOFF File Format 1.0 (W3C), sections 3 to 5.
 * @example sfntOf(readFileSync("plex.woff")).readUInt32BE(0).toString(16) // "10000"
 */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.length < headBytes || woff.toString("latin1", 0, 4) !== "wOFF") throw new RangeError("not WOFF 1");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = headBytes + index * entryBytes;
    const [offset, packed, whole] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      bytes: packed < whole ? inflateSync(bytes) : bytes,
    };
  });
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + count * 16);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  [count, power * 16, Math.log2(power), (count - power) * 16].forEach((value, index) =>
    head.writeUInt16BE(value, 4 + index * 2),
  );
  let offset = head.length;
  const parts: Buffer[] = [head];
  tables.forEach(({ tag, checksum, bytes }, index) => {
    const at = 12 + index * 16;
    tag.copy(head, at);
    [checksum, offset, bytes.length].forEach((value, field) => head.writeUInt32BE(value, at + 4 + field * 4));
    const padding = (4 - (bytes.length % 4)) % 4;
    parts.push(bytes, Buffer.alloc(padding));
    offset += bytes.length + padding;
  });
  return Buffer.concat(parts);
}
