import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { judgeFile } from "#app/jobs/register-import/judge-file.ts";
import { Spool } from "#app/jobs/register-import/spool.ts";
import type { BuildingRecord } from "#domain/register-import/building-record.ts";
import { newReport } from "#domain/register-import/import-report.ts";
import { UnreadableFile } from "#domain/register-import/reasons.ts";
import { unreadableWords } from "#domain/register-import/reason-words.ts";
import { testContext } from "./test-context.ts";
import { fileOf, latin1, row } from "./rows.ts";

/** Why a file cannot be read, or null where it can. */
async function faultOf(content: string | Uint8Array, chunk?: number): Promise<string | null> {
  const spool = await Spool.create<BuildingRecord>();
  try {
    await judgeFile(fileOf(content, { chunk }).open(), testContext, newReport(), spool, () => undefined);
    return null;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    expect(unreadableWords("da", error.reason, error.detail)).not.toContain("{value}");
    return error.reason;
  } finally {
    await spool.remove();
  }
}

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const header = "id_lokalId;status;byg021BygningensAnvendelse";
const cells = "00000000-0000-4000-8000-000000000001;6;421";

test.each<[string, string | Uint8Array, string]>([
  ["a picture", png, "picture"],
  ["a packed file", gzipSync("[]"), "packed"],
  ["a PDF", "%PDF-1.7", "pdf"],
  ["binary", Uint8Array.from([1, 2, 0, 3]), "binary"],
  ["UTF-16", Buffer.from("\uFEFFid_lokalId", "utf16le"), "utf16"],
  ["nothing", "", "empty"],
  ["blanks only", " \r\n ", "empty"],
  ["an empty list", "[]", "noRows"],
  ["a header without rows", `${header}\n`, "noRows"],
  [
    "JSON cut off within a record",
    JSON.stringify([row({ byg026Opførelsesår: 1950 }), row()]).slice(0, -20),
    "truncated",
  ],
  ["JSON cut off between records", `[${JSON.stringify(row({ byg026Opførelsesår: 1950 }))},`, "truncated"],
  ["JSON with a broken record", '[{"id_lokalId": nul, "byg026": 1}]', "notJson"],
  ["JSON of something else", '[{"name":"x"}]', "notARegister"],
  [
    "floors instead of buildings",
    '[{"id_lokalId":"x","id_namespace":"http://data.gov.dk/bbr/etage"}]',
    "notBuildings",
  ],
  ["an error answer", '{"errors":[{"message":"No access"}]}', "errorAnswer"],
  ["a table without ids", "navn;areal\nRådhuset;100\n", "noIdColumn"],
  ["a letter", "Kære kollega, her er filen.", "noIdColumn"],
  ["a table cut off within its last row", `${header}\n${cells}\n00000000-0000`, "truncated"],
  ["a quote that never ends", `${header}\n"${cells}\n${cells}\n`, "unclosedQuote"],
  ["one endless line", `[{"id_lokalId":"${"x".repeat(9_000_000)}`, "recordTooLarge"],
  ["one endless cell", `${header}\n${"x".repeat(9_000_000)}`, "recordTooLarge"],
])("%s is refused in words", async (_, content, reason) => {
  expect(await faultOf(content, 100_000)).toBe(reason);
});

test("a table without its last line end is whole", async () => {
  expect(await faultOf(latin1(`${header}\n${cells}`))).toBeNull();
});
