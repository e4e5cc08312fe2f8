import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import type { ReceivedFile } from "#app/http/receive-upload.server.ts";
import { storePhoto } from "#app/server/photos/store-photo.server.ts";
import { localFolder } from "#app/server/storage/local-folder.ts";
import { readExif } from "#domain/case/photo-exif.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ejendomsportalen-photos-"));
const files = localFolder(path.join(folder, "files"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const solid = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#aa3311" } });

function received(content: Buffer, name = "photo.jpg"): ReceivedFile {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const place = path.join(folder, `${sha256}-${name}`);
  writeFileSync(place, content);
  return { path: place, name, bytes: content.length, sha256 };
}

const faultOf = async (content: Buffer, name?: string) => {
  const stored = await storePhoto(files, received(content, name));
  return stored.ok ? null : stored.refusal;
};

const contentOf = async (key: string) => buffer((await files.get(key))!);

async function stored(content: Buffer, name?: string) {
  const result = await storePhoto(files, received(content, name));
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

/** A PNG of a few bytes that claims to be as large as told. */
function claiming(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(1024));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function crc32(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

describe("a photo", () => {
  test("keeps when and where it was taken, and its copies tell nothing of it", async () => {
    const gps = { GPSLatitudeRef: "N", GPSLatitude: "55/1 41/1 2400/100" };
    const east = { GPSLongitudeRef: "E", GPSLongitude: "12/1 33/1 3600/100" };
    const taken = { DateTimeOriginal: "2026:11:20 10:15:00" };
    const original = await solid(3000, 1500)
      .withExif({ IFD0: { Copyright: "secret owner" }, IFD2: taken, IFD3: { ...gps, ...east } })
      .jpeg()
      .toBuffer();
    const photo = await stored(original);
    expect(photo.takenAt?.toISOString()).toBe("2026-11-20T09:15:00.000Z");
    expect(photo.position!.map((degrees) => Math.round(degrees * 1e4) / 1e4)).toEqual([12.56, 55.69]);
    expect([photo.width, photo.height, photo.originalType]).toEqual([2000, 1000, "image/jpeg"]);
    expect((await contentOf(photo.originalKey)).equals(original)).toBe(true);
    for (const key of [photo.publicKey, photo.thumbnailKey]) {
      const copy = await contentOf(key);
      expect((await sharp(copy).metadata()).exif).toBeUndefined();
      expect(copy.includes("secret owner")).toBe(false);
    }
    expect((await sharp(await contentOf(photo.thumbnailKey)).metadata()).width).toBe(400);
  });

  test("that a phone held upright stands upright", async () => {
    const photo = await stored(await solid(400, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer());
    expect([photo.width, photo.height]).toEqual([200, 400]);
  });

  test("is known by its content: PNG and WebP under any name", async () => {
    expect((await stored(await solid(20, 20).png().toBuffer(), "x.jpg")).originalType).toBe("image/png");
    expect((await stored(await solid(20, 20).webp().toBuffer(), "x.exe")).originalType).toBe("image/webp");
  });

  test("with something else behind it loses that in the copies", async () => {
    const script = "<script>alert(1)</script>PK\x03\x04";
    const photo = await stored(Buffer.concat([await solid(50, 50).jpeg().toBuffer(), Buffer.from(script)]));
    expect((await contentOf(photo.publicKey)).includes("<script>")).toBe(false);
  });
});

describe("no photo", () => {
  test("is a PDF with the name of one", async () =>
    expect(await faultOf(Buffer.from("%PDF-1.7\n%âãÏÓ"), "scan.jpg")).toBe("notAPhoto"));

  test("is what a phone keeps as HEIC, and that is said by name", async () =>
    expect(await faultOf(Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "IMG_1.jpg")).toBe("heic"));

  test("is a small file that claims more pixels than a memory holds", async () => {
    expect(await faultOf(claiming(60_000, 60_000), "bomb.png")).toBe("tooManyPixels");
    expect(claiming(60_000, 60_000).length).toBeLessThan(200);
  });

  test("is one that ends in the middle, is empty, or is over the limit", async () => {
    const whole = await solid(800, 800).jpeg().toBuffer();
    expect(await faultOf(whole.subarray(0, 300))).toBe("broken");
    expect(await faultOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]))).toBe("broken");
    expect(await faultOf(Buffer.alloc(0))).toBe("empty");
    const file = { ...received(whole), bytes: 21 * 1024 * 1024 };
    expect(await storePhoto(files, file)).toEqual({ ok: false, refusal: "tooLarge" });
  });
});

describe("what a camera wrote", () => {
  test("is Danish time unless it says an offset", () => {
    const at = (OffsetTimeOriginal?: string) =>
      readExif({
        Photo: { DateTimeOriginal: new Date("2026-07-01T12:00:00Z"), OffsetTimeOriginal },
      }).takenAt?.toISOString();
    expect([at(), at("+00:00"), at("nonsense")]).toEqual([
      "2026-07-01T10:00:00.000Z",
      "2026-07-01T12:00:00.000Z",
      "2026-07-01T10:00:00.000Z",
    ]);
  });

  test("that cannot be counts as nothing", () => {
    const GPSInfo = {
      GPSLatitude: [91, 0, 0],
      GPSLatitudeRef: "N",
      GPSLongitude: [12, 0, 0],
      GPSLongitudeRef: "E",
    };
    expect(readExif({ GPSInfo }).position).toBeNull();
    expect(readExif({ GPSInfo: { GPSLatitude: [0, 0, 0], GPSLongitude: [0, 0, 0] } }).position).toBeNull();
    expect(readExif({ Photo: { DateTimeOriginal: new Date(Number.NaN) } }).takenAt).toBeNull();
  });
});
