import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
let cookie: string;
let buildingId: string;
let photo: Buffer;

beforeAll(async () => {
  cookie = await site.signIn("leader");
  const { items } = (await (await site.get("/api/v1/buildings?limit=1", cookie)).json()) as {
    items: { id: string }[];
  };
  buildingId = items[0]!.id;
  photo = await picture("#225588");
});

const picture = (background: string) =>
  sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .jpeg()
    .toBuffer();

type File = [content: Buffer, name: string];

function post(address: string, fields: Record<string, string>, files: File[], as = cookie) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [content, name] of files) form.append("photo", new Blob([content as BlobPart]), name);
  const headers = { Cookie: as, Origin: site.origin };
  return fetch(site.origin + address, { method: "POST", redirect: "manual", headers, body: form });
}

const store = async (files: File[]) =>
  (await (await post("/ask/photos", {}, files)).json()) as {
    photos: { id: string }[];
    faults: { name: string; fault: string }[];
  };

/** The form as a browser without script sends it. */
const sendForm = (fields: Record<string, string>, files: File[], as = cookie) =>
  post(
    "/ask",
    { key: newId(), building: buildingId, text: "Der er en revne", intent: "send", ...fields },
    files,
    as,
  );

describe("photos before a case is sent", () => {
  test("are kept one at a time, and seen by whoever took them alone", async () => {
    const { photos } = await store([[photo, "a.jpg"]]);
    const address = `/photos/${photos[0]!.id}`;
    const mine = await site.get(address, cookie);
    expect([mine.status, mine.headers.get("Content-Type")]).toEqual([200, "image/jpeg"]);
    expect((await site.get(`${address}/thumbnail`, cookie)).status).toBe(200);
    expect((await site.get(`${address}/original`, cookie)).status).toBe(404);
    expect((await site.get(address, await site.signIn("manager"))).status).toBe(404);
  });

  test("that are none are named with what they are", async () => {
    const { photos, faults } = await store([
      [Buffer.from("%PDF-1.7 nothing to see"), "scan.jpg"],
      [Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "IMG_0001.HEIC"],
      [photo.subarray(0, 200), "half.jpg"],
    ]);
    expect(photos).toEqual([]);
    expect(faults.map(({ fault }) => fault)).toEqual(["notAPhoto", "heic", "broken"]);
  });

  test("are not for those who cannot ask, nor for someone from another site", async () => {
    expect((await post("/ask/photos", {}, [[photo, "a.jpg"]], await site.signIn("auditor"))).status).toBe(
      403,
    );
    const answer = await fetch(`${site.origin}/ask/photos`, {
      method: "POST",
      headers: { Cookie: cookie, Origin: "https://evil.example" },
      body: new FormData(),
    });
    expect(answer.status).toBe(403);
  });
});

describe("a form without script", () => {
  test("sends words and photos at once, and leads to the case", async () => {
    const answer = await sendForm({}, [
      [photo, "a.jpg"],
      [await picture("#118833"), "b.png"],
    ]);
    expect(answer.status).toBe(303);
    const to = answer.headers.get("Location")!;
    expect(to).toMatch(/^\/cases\/\d{4}-\d{6}\?sent$/);
    const page = await (await site.get(to, cookie)).text();
    const ids = [...page.matchAll(/\/photos\/([0-9a-f-]{36})\/thumbnail/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
    const original = await site.get(`/photos/${ids[0]}/original`, await site.signIn("manager"));
    expect(original.headers.get("Content-Disposition")).toBe("attachment");
    expect((await site.get(`/photos/${ids[0]}/original`, cookie)).status).toBe(404);
    expect((await site.get(`/photos/${ids[0]}`, await site.signIn("craftsman"))).status).toBe(404);
  });

  test("sent twice under one key is one case", async () => {
    const key = newId();
    const [one, two] = [await sendForm({ key }, []), await sendForm({ key }, [])];
    expect(two.headers.get("Location")).toBe(one.headers.get("Location"));
  });

  test("keeps every word where a photo is none, and says what is wrong", async () => {
    const text = `Taget drypper <b>meget</b> ${"æ".repeat(9_000)}`;
    const answer = await sendForm({ text }, [
      [photo, "a.jpg"],
      [Buffer.from("%PDF-1.7"), "b.jpg"],
    ]);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("æ".repeat(9_000));
    expect(page).toContain("ikke et foto i JPEG");
    expect(page).toMatch(/name="photoIds" value="[0-9a-f-]{36}"/);
  });

  test(
    "takes fifteen photos of 20 MB apart: says they are too large, and keeps the words",
    { timeout: 120_000 },
    async () => {
      const large = Buffer.concat([photo, Buffer.alloc(20 * 1024 * 1024)]);
      const answer = await sendForm(
        { text: "Femten store billeder" },
        Array.from({ length: 15 }, (_, n): File => [large, `${n}.jpg`]),
      );
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain("Femten store billeder");
      expect(page).toContain("over 20 MB");
    },
  );

  test("says who would act before it is sent, where that is asked", async () => {
    const answer = await sendForm({ intent: "look", text: "Ruden er knust ved indbrud" }, []);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain("KEjd gør det, og jeres forvaltning betaler.");
    expect(page).toContain("Ruden er knust ved indbrud");
  });

  test("without words is answered with what is missing", async () => {
    const answer = await sendForm({ text: " " }, []);
    expect([answer.status, (await answer.text()).includes("Skriv et par ord")]).toEqual([422, true]);
  });
});
