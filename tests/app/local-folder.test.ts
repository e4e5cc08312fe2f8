import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { storageKeyOf } from "#app/server/storage/file-storage.ts";
import { localFolder } from "#app/server/storage/local-folder.ts";
import { newId } from "#domain/id.ts";

const root = mkdtempSync(path.join(tmpdir(), "ejendomsportalen-files-"));
afterAll(() => rmSync(root, { recursive: true }));

const files = localFolder(path.join(root, "not yet there"));
const key = () => storageKeyOf("ab".repeat(32), newId());

async function* content(...chunks: string[]) {
  for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk));
}

async function textOf(of: string): Promise<string | null> {
  const stream = await files.get(of);
  if (!stream) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

test("a file that was put is got whole until it is removed, which may be done twice", async () => {
  const one = key();
  expect(await textOf(one)).toBeNull();
  await files.put(one, content("a draw", "ing"));
  expect(await textOf(one)).toBe("a drawing");
  await files.remove(one);
  await files.remove(one);
  expect(await textOf(one)).toBeNull();
});

test("a file that stops on the way leaves nothing", async () => {
  async function* broken() {
    yield* content("half");
    throw new Error("the line went dead");
  }
  const one = key();
  await expect(files.put(one, broken())).rejects.toThrow("the line went dead");
  expect(await textOf(one)).toBeNull();
  expect(readdirSync(path.join(root, "not yet there/ab"))).toEqual([]);
});

test.each(["../outside", "ab/../../outside", "/etc/passwd", "", "ab/plan.pdf"])(
  "%j is no key",
  async (one) => {
    await expect(async () => files.put(one, content("x"))).rejects.toThrow("Not a key");
    await expect(async () => files.get(one)).rejects.toThrow("Not a key");
    await expect(async () => files.remove(one)).rejects.toThrow("Not a key");
  },
);
