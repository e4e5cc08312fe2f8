import fc from "fast-check";
import { expect, test } from "vitest";

import { Batches } from "#db/embedded/batches.ts";
import { readReply } from "#db/embedded/replies.ts";
import { StatementNames } from "#db/embedded/statement-names.ts";
import {
  Client,
  closeStatementMessage,
  errorMessage,
  message,
  openingPacket,
  parseMessage,
  queryMessage,
  readyMessage,
  splitMessages,
  splitOpening,
  sqlOf,
} from "#db/embedded/wire.ts";

const sync = message(Client.sync);
const bind = (statement: string) => message(Client.bind, Buffer.from(`\0${statement}\0\0\0\0\0\0\0`));
const parse = (name: string, sql: string) => message(Client.parse, Buffer.from(`${name}\0${sql}\0\0\0`));

test("messages come out whole, however the bytes arrive", () => {
  const sent = fc.array(fc.string(), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sent, fc.integer({ min: 1, max: 40 }), (texts, piece) => {
      const bytes = Buffer.concat(texts.map((text) => queryMessage(text.replaceAll("\0", ""))));
      let rest: Buffer = Buffer.alloc(0);
      const received: Buffer[] = [];
      for (let at = 0; at < bytes.length; at += piece) {
        const split = splitMessages(Buffer.concat([rest, bytes.subarray(at, at + piece)]));
        received.push(...split.messages);
        rest = split.rest;
      }
      expect(rest).toHaveLength(0);
      expect(received.map(sqlOf)).toEqual(texts.map((text) => text.replaceAll("\0", "")));
    }),
  );
});

test("bytes that are not the protocol are an error, not a wait for ever", () => {
  expect(() => splitMessages(Buffer.from([0x51, 0, 0, 0, 1]))).toThrow(/Not a message/);
  expect(() => splitOpening(Buffer.from("GET / HTTP/1.1\r\n"))).toThrow(/Not an opening/);
});

test("an opening packet is known by its code, and what follows it is left", () => {
  const packet = openingPacket({ user: "postgres" });
  expect(splitOpening(packet.subarray(0, 7))).toBeNull();
  const opening = splitOpening(Buffer.concat([packet, queryMessage("select 1")]));
  expect(opening?.code).toBe(196608);
  expect(opening && sqlOf(opening.rest)).toBe("select 1");
});

test("two connections that use one statement name get two", () => {
  const [one, other] = [new StatementNames(1), new StatementNames(2)];
  const first = one.rename(parse("s", "select 1"));
  expect(first.toString("latin1", 5, first.indexOf(0, 5))).toBe("c1_0");
  expect(first.readInt32BE(1)).toBe(first.length - 1);
  expect(other.rename(parse("s", "select 2")).includes("c2_0")).toBe(true);
  expect(one.rename(bind("s")).includes("c1_0")).toBe(true);
  expect(one.rename(closeStatementMessage("s")).includes("c1_0")).toBe(true);
  expect(one.rename(parseMessage("select 3"))).toEqual(parseMessage("select 3"));
  expect(one.all()).toEqual(["c1_0"]);
});

test("extended messages run together at Sync, a simple query at once", () => {
  const batches = new Batches();
  expect(batches.add(parseMessage("select 1"))).toBeNull();
  expect(batches.add(sync)).toEqual({ run: [parseMessage("select 1"), sync] });
  expect(batches.add(queryMessage("select 2"))).toEqual({ run: [queryMessage("select 2")] });
});

test("a COPY waits for its last row, and one among other commands is refused", () => {
  const batches = new Batches();
  const copy = queryMessage("/* rows */ COPY building (id) FROM STDIN");
  const rows = message(Client.copyData, Buffer.from("1\n"));
  const done = message(Client.copyDone);
  expect(batches.add(copy)).toHaveProperty("answer");
  expect(batches.add(rows)).toBeNull();
  expect(batches.add(done)).toEqual({ run: [copy, rows, done] });
  const refused = batches.add(queryMessage("begin; copy building from stdin"));
  expect(refused && "run" in refused && sqlOf(refused.run[0]!)).toMatch(/RAISE feature_not_supported/);
  const text = queryMessage("select 'copy that from stdin'");
  expect(batches.add(text)).toEqual({ run: [text] });
});

test("after an error inside a batch the client hears ReadyForQuery once", () => {
  const error = errorMessage("ERROR", "22012", "division by zero");
  const ready = readyMessage("idle");
  const reply = readReply(Buffer.concat([error, ready, ready]), [parseMessage("select 1/0"), sync]);
  expect(reply).toEqual({ bytes: Buffer.concat([error, ready]), status: "idle", fatal: null });
});

test("a batch that ends in Flush leaves the session taken", () => {
  const error = errorMessage("ERROR", "42601", "syntax error");
  const reply = readReply(Buffer.concat([error, readyMessage("idle")]), [
    parseMessage("selekt"),
    message(Client.flush),
  ]);
  expect(reply).toEqual({ bytes: error, status: null, fatal: null });
});

test("a fatal answer is known as one", () => {
  const raw = Buffer.concat([errorMessage("FATAL", "XX000", "out of order"), readyMessage("idle")]);
  expect(readReply(raw, [queryMessage("select 1")]).fatal).toBe("out of order");
});
