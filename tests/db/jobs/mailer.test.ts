import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import type { Mail } from "#app/jobs/mail/mail.ts";
import { folderMailer, smtpMailer } from "#app/jobs/mail/mailer.ts";

const mail: Mail = {
  id: "0193a1b2-0000-7000-8000-000000000001",
  to: "leder@test.example",
  locale: "da",
  subject: "Sag 2026-000123: Vindue – vi er gået i gang på Nørrebro",
  paragraphs: ["Hej Testperson", "Æblegrød & <script>alert(1)</script>\nny linje"],
  actions: [{ label: "Se sagen", url: "https://portal.example/cases/2026-000123?a=1&b=2" }],
  footer: ["Du får denne mail, fordi du følger sagen."],
  thread: "case-1",
  unsubscribeUrl: "https://portal.example/unfollow/word",
};

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A real SMTP server on a free port that keeps what it is given. */
async function startServer(refuse?: (to: string) => Error | undefined) {
  const received: { from: string; to: string[]; raw: Buffer }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => done(refuse?.(address)),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : "";
        received.push({ from, to: rcptTo.map(({ address }) => address), raw: Buffer.concat(parts) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received };
}

test("a mail reaches an SMTP server whole: sender, Danish letters, both bodies, thread and the way out", async () => {
  const { url, received } = await startServer();
  const mailer = smtpMailer(url, "Portal <portal@by.example>", "by.example");
  stops.push(mailer.close);
  await mailer.send(mail);
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ from: "portal@by.example", to: ["leder@test.example"] });
  const read = await PostalMime.parse(received[0]!.raw);
  expect(read.subject).toBe(mail.subject);
  expect(read.from).toEqual({ name: "Portal", address: "portal@by.example" });
  expect(read.messageId).toBe("<0193a1b2-0000-7000-8000-000000000001@by.example>");
  expect(read.references).toBe("<case-1@by.example>");
  const header = (key: string) => read.headers.find((one) => one.key === key)?.value;
  expect(header("list-unsubscribe")).toBe("<https://portal.example/unfollow/word>");
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(header("auto-submitted")).toBe("auto-generated");
  expect(read.text).toContain("Æblegrød & <script>alert(1)</script>\nny linje");
  expect(read.text).toContain("Se sagen:\nhttps://portal.example/cases/2026-000123?a=1&b=2");
  expect(read.html).toContain("Æblegrød &amp; &lt;script&gt;alert(1)&lt;/script&gt;<br>ny linje");
  expect(read.html).toContain('href="https://portal.example/cases/2026-000123?a=1&amp;b=2"');
  expect(read.html).not.toContain("<script>");
});

test("a mail that is sent again has the same Message-ID, so that it does not show twice", async () => {
  const { url, received } = await startServer();
  const mailer = smtpMailer(url, "portal@by.example", "by.example");
  stops.push(mailer.close);
  await mailer.send(mail);
  await mailer.send(mail);
  const ids = await Promise.all(received.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test("what the server refuses is thrown, so that it is tried again", async () => {
  const { url } = await startServer(() => Object.assign(new Error("Mailbox full"), { responseCode: 452 }));
  const mailer = smtpMailer(url, "portal@by.example", "by.example");
  stops.push(mailer.close);
  await expect(mailer.send(mail)).rejects.toThrow("Mailbox full");
});

test("a server that is not there is thrown too", async () => {
  const mailer = smtpMailer("smtp://127.0.0.1:9", "portal@by.example", "by.example");
  stops.push(mailer.close);
  await expect(mailer.send(mail)).rejects.toThrow();
});

test("a subject cannot smuggle in a header", async () => {
  const { url, received } = await startServer();
  const mailer = smtpMailer(url, "portal@by.example", "by.example");
  stops.push(mailer.close);
  await mailer.send({ ...mail, subject: "Hej\r\nBcc: alle@by.example" });
  expect(received[0]!.to).toEqual(["leder@test.example"]);
  expect((await PostalMime.parse(received[0]!.raw)).bcc ?? []).toEqual([]);
});

test("without SMTP each mail is one .eml file, and the same mail again is the same file", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "ejendomsportalen-mail-"));
  stops.push(() => rmSync(folder, { recursive: true }));
  const mailer = folderMailer(path.join(folder, "mail"), "Portal <no-reply@localhost>", "localhost");
  await mailer.send(mail);
  await mailer.send(mail);
  expect(readdirSync(path.join(folder, "mail"))).toEqual([`${mail.id}.eml`]);
  const read = await PostalMime.parse(readFileSync(path.join(folder, "mail", `${mail.id}.eml`)));
  expect(read).toMatchObject({ subject: mail.subject, to: [{ address: mail.to }] });
});
