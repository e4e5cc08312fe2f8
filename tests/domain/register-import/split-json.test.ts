import fc from "fast-check";
import { expect, test } from "vitest";
import { UnreadableFile } from "#domain/register-import/reasons.ts";
import { JsonSplitter } from "#domain/register-import/split-json.ts";

/** Splits a text that comes in chunks of a size. */
function split(text: string, size = text.length, areLines = false) {
  const splitter = new JsonSplitter({ areLines });
  const pieces = [];
  for (let at = 0; at < text.length; at += size) pieces.push(...splitter.push(text.slice(at, at + size)));
  return { pieces, isComplete: splitter.isComplete };
}

test("the records of a list come out whole, however the text is cut", () => {
  const record = fc.record({ a: fc.string(), b: fc.jsonValue({ maxDepth: 3 }) }, { requiredKeys: [] });
  fc.assert(
    fc.property(
      fc.array(record),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (records, size, isWrapped) => {
        const text = JSON.stringify(
          isWrapped ? { data: { x: "[{", nodes: records } } : records,
          null,
          size % 3,
        );
        const { pieces, isComplete } = split(text, size);
        expect(isComplete).toBe(true);
        expect(pieces.map((piece) => JSON.parse(piece.text) as unknown)).toEqual(
          JSON.parse(JSON.stringify(records)),
        );
        expect(pieces.every(({ path }) => path === (isWrapped ? "data.nodes" : ""))).toBe(true);
      },
    ),
  );
});

test("one record a line is as good as a list", () => {
  const { pieces } = split('{"a":1}\n{"a":{"b":[{}]}}\r\n', 4, true);
  expect(pieces.map(({ text }) => text)).toEqual(['{"a":1}', '{"a":{"b":[{}]}}']);
});

test("a text that stops early is known to be incomplete", () => {
  for (const text of ['[{"a":1},', '[{"a":1', '[{"a":"x', '{"data":{"nodes":[{"a":1}]'])
    expect(split(text).isComplete).toBe(false);
});

test("brackets that do not match, and a record without end, are refused", () => {
  expect(() => split('[{"a":1}}')).toThrow(UnreadableFile);
  const endless = new JsonSplitter();
  expect(() => {
    for (let chunk = 0; chunk < 20; chunk++)
      Array.from(endless.push((chunk === 0 ? '[{"a":"' : "") + "x".repeat(1_000_000)));
  }).toThrow("recordTooLarge");
});
