import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useBrowser } from "../helpers/browser.ts";
import { useServedApp, type ServedAppOptions } from "../helpers/served-app.ts";

/** A picture of one red pixel, as PNG. */
function redPixel(): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n >>> 0;
  });
  const crc = (data: Buffer) =>
    ~data.reduce((c, byte) => crcTable[(c ^ byte) & 255]! ^ (c >>> 8), 0xffffffff) >>> 0;
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixel = deflateSync(Buffer.from([0, 255, 0, 0]));
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", pixel),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A PMTiles file (version 3) whose one picture stands for all five tiles of zoom 0 and 1. */
function packedWorld(picture: Buffer): Buffer {
  const varint = (value: number): number[] =>
    value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];
  const directory = Buffer.from([
    ...varint(1),
    ...varint(0),
    ...varint(5),
    ...varint(picture.length),
    ...varint(1),
  ]);
  const metadata = Buffer.from("{}");
  const header = Buffer.alloc(127);
  header.write("PMTiles");
  header[7] = 3;
  const dataAt = 127 + directory.length + metadata.length;
  const places = [
    127,
    directory.length,
    127 + directory.length,
    metadata.length,
    0,
    0,
    dataAt,
    picture.length,
  ];
  [...places, 1, 1, 1].forEach((value, index) => header.writeBigUInt64LE(BigInt(value), 8 + index * 8));
  header.set([1, 1, 1, 2, 0, 1], 96); // clustered, nothing compressed, PNG, zoom 0 to 1
  return Buffer.concat([header, directory, metadata, picture]);
}

let tiles: Server;
const asked: string[] = [];
const options: ServedAppOptions = {
  settings: { BASEMAP_ATTRIBUTION: "© Prøvekort", BASEMAP_MAX_NATIVE_ZOOM: "1" },
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  asked.push(request.url ?? "");
  response.setHeader("Access-Control-Allow-Origin", "*");
  if (!request.url?.endsWith(".pmtiles")) return void response.writeHead(500).end();
  const file = packedWorld(redPixel());
  const [, from = "0", to = "0"] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
  const part = file.subarray(Number(from), Number(to) + 1);
  response.setHeader("Content-Range", `bytes ${from}-${Number(from) + part.length - 1}/${file.length}`);
  response.writeHead(206).end(part);
}

beforeAll(async () => {
  tiles = createServer(answer);
  await new Promise<void>((resolve) => tiles.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`;
  options.settings!.BASEMAP_URL = `${origin}/world.pmtiles`;
});
afterAll(() => tiles.close());

const site = useServedApp(options);
const browser = useBrowser(site);

test("a base map packed in one file lies under the data, and names who made it", async () => {
  const page = await browser.openAs("manager");
  await page.goto("/portfolio");
  await page.locator("img.leaflet-tile-loaded").first().waitFor({ state: "attached" });
  const depthOf = (pane: string, content: string) =>
    page.locator(`.${pane}:has(${content})`).evaluate((element) => Number(getComputedStyle(element).zIndex));
  const [base, packed, data] = [
    await depthOf("leaflet-base-pane", "canvas"),
    await depthOf("leaflet-tile-pane", "img"),
    await depthOf("leaflet-data-pane", "canvas"),
  ];
  expect(base < packed && packed < data).toBe(true);
  expect(asked.some((url) => url === "/world.pmtiles")).toBe(true);
  expect(await page.getByText("© Prøvekort").isVisible()).toBe(true);
});
