import fc from "fast-check";
import { expect, test } from "vitest";
import { boundaryOf, MalformedForm, readMultipart } from "#app/http/read-multipart.ts";

type Field = { name: string; fileName: string | null; text: string };

const written = (fields: readonly Field[], boundary: string): Buffer =>
  Buffer.concat([
    ...fields.map(({ name, fileName, text }) =>
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${
          fileName === null ? "" : `; filename="${fileName}"\r\nContent-Type: application/pdf`
        }\r\n\r\n${text}\r\n`,
      ),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]);

async function* inChunks(body: Buffer, sizes: readonly number[]) {
  for (let at = 0, turn = 0; at < body.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    yield await Promise.resolve(body.subarray(at, at + size));
    at += size;
  }
}

async function read(body: AsyncIterable<Uint8Array>, boundary: string): Promise<Field[]> {
  const fields: Field[] = [];
  for await (const { name, fileName, data } of readMultipart(body, boundary)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of data) chunks.push(chunk);
    fields.push({ name, fileName, text: Buffer.concat(chunks).toString() });
  }
  return fields;
}

const boundary = "x-y";
/** Texts made of what boundaries are made of, so that near misses are common. */
const text = fc
  .array(fc.constantFrom("\r", "\n", "-", "--", "x", "x-", "\r\n--x", "æ", "a"))
  .map((all) => all.join(""));
const name = fc.constantFrom("title", "file", "plan; a=b.pdf", "Børnehus.pdf");
const field = fc.record({ name, fileName: fc.option(name), text });

test("a form is read the same however the network cuts it", async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(field, { maxLength: 5 }), sizes, async (fields, cuts) => {
      fc.pre(!fields.some((one) => `\r\n${one.text}`.includes(`\r\n--${boundary}`)));
      expect(await read(inChunks(written(fields, boundary), cuts), boundary)).toEqual(fields);
    }),
  );
});

test("a form cut short anywhere is no form", async () => {
  const whole = written([{ name: "file", fileName: "a.pdf", text: "%PDF" }], boundary);
  const lastNeeded = whole.length - 2;
  for (let length = 0; length < lastNeeded; length++)
    await expect(read(inChunks(whole.subarray(0, length), [7]), boundary)).rejects.toThrow(MalformedForm);
});

test("fields without end are refused", async () => {
  const many = Array.from({ length: 41 }, () => ({ name: "a", fileName: null, text: "" }));
  await expect(read(inChunks(written(many, boundary), [999]), boundary)).rejects.toThrow("too many fields");
});

test.each([
  ["multipart/form-data; boundary=abc", "abc"],
  ['multipart/form-data; charset=utf-8; boundary="a b"', "a b"],
  ["application/x-www-form-urlencoded", null],
  [null, null],
])("the boundary of %j is %j", (type, expected) => expect(boundaryOf(type)).toBe(expected));
