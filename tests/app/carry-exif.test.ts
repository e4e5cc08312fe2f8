import exifReader from "exif-reader";
import sharp from "sharp";
import { expect, test } from "vitest";
import { carryExif } from "#app/offline/carry-exif.ts";

const solid = (width: number) => sharp({ create: { width, height: 20, channels: 3, background: "#336699" } });

test("a photo drawn smaller on the phone still says when it was taken, and stands upright", async () => {
  const original = await solid(40)
    .withExif({ IFD0: { Orientation: "6" }, IFD2: { DateTimeOriginal: "2026:11:20 10:15:00" } })
    .jpeg()
    .toBuffer();
  const joined = Buffer.from(carryExif(original, await solid(10).jpeg().toBuffer()));
  const about = await sharp(joined).metadata();
  expect([about.width, about.orientation]).toEqual([10, 1]);
  expect(exifReader(about.exif!).Photo?.DateTimeOriginal).toEqual(new Date("2026-11-20T10:15:00Z"));
});

test("a photo without such words, or one that only looks like it has them, stays as it was drawn", async () => {
  const smaller = await solid(10).jpeg().toBuffer();
  expect(carryExif(await solid(40).jpeg().toBuffer(), smaller)).toBe(smaller);
  expect(carryExif(Buffer.from("\xff\xd8\xff\xe1\xff\xffExif", "latin1"), smaller)).toBe(smaller);
  expect(carryExif(new Uint8Array(0), smaller)).toBe(smaller);
});
