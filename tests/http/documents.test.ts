import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { demoAccounts } from "#db/demo/demo-account.ts";
import { mostDocumentBytes } from "#domain/document.ts";
import { nextSeed, pdf, sendDocument, type Sent } from "../helpers/send-document.ts";
import { useServedApp } from "../helpers/served-app.ts";
import { zipOf } from "../helpers/zip.ts";

const site = useServedApp();
const cookies: Record<string, string> = {};
let building: string;
let hidden: string;

beforeAll(async () => {
  for (const { key: role } of demoAccounts) cookies[role] = await site.signIn(role);
  const one = async (condition: ReturnType<typeof sql>) => {
    const [row] = await site.db.execute<{ id: string }>(sql`
      select building_id as id from portfolio_row_now where ${condition} order by building_id limit 1`);
    return row!.id;
  };
  building = await one(sql`not is_protected and tenure = 'owned'`);
  hidden = await one(sql`is_protected`);
});

const send = (sent: Sent = {}) => sendDocument(site, { as: cookies.manager!, to: building, ...sent });
const sendAs = (role: string) => send({ as: cookies[role]! });

const fetchFile = (id: string, role = "manager") => site.get(`/documents/${id}`, cookies[role]);
const countOf = async () =>
  (await site.db.execute<{ n: number }>(sql`select count(*)::int as n from document`))[0]!.n;

describe("putting a file on a building", () => {
  it("leads back to the building, which lists it and says so", async () => {
    const { status, location } = await send({
      fields: { title: "Snit <A-A>", back: `/buildings/${building}?from=use%3Dschool` },
    });
    expect(status).toBe(303);
    expect(location).toMatch(/^\/buildings\/[^?]+\?from=use%3Dschool&document=[^&]+&was=added#documents$/);
    const page = await (await site.get(location.split("#")[0]!, cookies.manager)).text();
    expect(page).toContain("„Snit &lt;A-A&gt;“ er lagt på bygningen.");
  });

  it.each([
    ["admin", 303],
    ["manager", 303],
    ["planner", 403],
    ["administration", 403],
    ["leader", 403],
    ["craftsman", 403],
    ["auditor", 403],
  ])("as %s is answered %i", async (role, status) => {
    const before = await countOf();
    expect((await sendAs(role)).status).toBe(status);
    expect((await countOf()) - before).toBe(status === 303 ? 1 : 0);
    expect((await site.get(`/buildings/${building}/documents`, cookies[role])).status).toBe(
      status === 303 ? 200 : 403,
    );
  });

  it("does not exist for a building that does not, and no other site can do it", async () => {
    expect((await send({ to: "01900000-0000-7000-8000-000000000000" })).status).toBe(404);
    const foreign = await fetch(`${site.origin}/buildings/${building}/documents`, {
      ...{ method: "POST", body: new FormData() },
      headers: { Cookie: cookies.manager!, Origin: "https://evil.example" },
    });
    expect(foreign.status).toBe(403);
  });

  it("leads nobody elsewhere afterwards", async () => {
    const { location } = await send({ fields: { back: "//evil.example/x" } });
    expect(location).toMatch(new RegExp(`^/buildings/${building}\\?document=`));
  });
});

describe("what a file may be", () => {
  const zip = (names: string[]) => zipOf(names, nextSeed());

  it.each<[string, () => Uint8Array<ArrayBuffer>, string]>([
    [
      "a PNG",
      () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, nextSeed()]),
      "image/png",
    ],
    ["a JPEG", () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, nextSeed()]), "image/jpeg"],
    ["a DOCX", () => zip(["[Content_Types].xml", "word/document.xml"]), "wordprocessingml.document"],
    ["an XLSX", () => zip(["[Content_Types].xml", "xl/workbook.xml"]), "spreadsheetml.sheet"],
  ])("%s is taken for what is in it, whatever it is called", async (_, bytes, type) => {
    const { status, id } = await send({ bytes: bytes(), name: "tegning.exe" });
    expect(status).toBe(303);
    expect((await fetchFile(id)).headers.get("Content-Type")).toContain(type);
  });

  it.each<[string, () => Uint8Array<ArrayBuffer>]>([
    ["a page that calls itself PDF", () => new TextEncoder().encode("<script>alert(1)</script>")],
    ["a program", () => Uint8Array.from([0x4d, 0x5a, 0x90, 0x00])],
    ["any other zip file", () => zip(["hello.txt"])],
    [
      "a document with macros",
      () => zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
    ],
    ["a zip file cut short", () => zip(["[Content_Types].xml", "word/document.xml"]).slice(0, 40)],
  ])("%s is refused in words, and what was typed stays", async (_, bytes) => {
    const before = await countOf();
    const { status, text } = await send({
      bytes: bytes(),
      fields: { title: "Brandplan", kind: "report", datedOn: "2020-02-03" },
    });
    expect(status).toBe(422);
    expect(text).toContain("Filen er ikke en PDF, PNG, JPEG, DOCX eller XLSX");
    expect(text).toContain('value="Brandplan"');
    expect(text).toContain('value="2020-02-03"');
    expect(text).toMatch(/<option value="report" selected="">/);
    expect(await countOf()).toBe(before);
  });

  it("an empty file, none at all, a title missing and a day that is none are each told at their field", async () => {
    expect((await send({ bytes: new Uint8Array() })).text).toContain("Filen er tom");
    const { status, text } = await send({
      bytes: null,
      fields: { title: " ", datedOn: "31.02.2020", kind: "poem" },
    });
    expect(status).toBe(422);
    for (const fault of ["Vælg en fil.", "Skriv en titel", "Det er ikke en dato", "Vælg, hvad det er"])
      expect(text).toContain(fault);
  });

  it("25 MB is taken, a byte more is refused kindly, and far more at the door", async () => {
    const large = new Uint8Array(mostDocumentBytes + 1);
    large.set(pdf());
    const taken = await send({ bytes: large.slice(0, mostDocumentBytes) });
    expect(taken.status).toBe(303);
    expect((await (await fetchFile(taken.id)).arrayBuffer()).byteLength).toBe(mostDocumentBytes);
    const refused = await send({ bytes: large, fields: { title: "Stor" } });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("større end 25 MB");
    expect(refused.text).toContain('value="Stor"');
    const claim = { method: "POST", headers: { Cookie: cookies.manager!, Origin: site.origin } };
    const body = new Uint8Array(300 * 1024);
    expect((await fetch(`${site.origin}/portfolio/views`, { ...claim, body })).status).toBe(413);
    expect((await fetch(`${site.origin}/documents/${taken.id}`, { ...claim, body })).status).toBe(413);
  });

  it("the same file a second time is told and not stored", async () => {
    const bytes = pdf();
    expect((await send({ bytes, fields: { title: "Første" } })).status).toBe(303);
    const before = await countOf();
    const { text } = await send({ bytes, name: "andet navn.pdf" });
    expect(text).toContain("Den samme fil ligger her allerede som „Første“.");
    expect(await countOf()).toBe(before);
  });

  it("a form that ends too early, or is none, is a bad request", async () => {
    const post = async (type: string, body: string) => {
      const headers = { Cookie: cookies.manager!, Origin: site.origin, "Content-Type": type };
      const options = { method: "POST", headers, body } as const;
      return (await fetch(`${site.origin}/buildings/${building}/documents`, options)).status;
    };
    const begun = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4';
    expect(await post("multipart/form-data; boundary=x", begun)).toBe(400);
    expect(await post("multipart/form-data; boundary=x", "--x\r\nnonsense\r\n\r\n\r\n--x--")).toBe(400);
    expect(await post("multipart/form-data", begun)).toBe(400);
    expect(await post("application/json", "{}")).toBe(400);
  });
});

describe("fetching a file", () => {
  it("gives the very bytes, as something to keep, under the name it had", async () => {
    const bytes = pdf();
    const { id } = await send({ bytes, name: "Børnehus; plan=1 'æ'.pdf" });
    const answer = await fetchFile(id, "planner");
    const got = new Uint8Array(await answer.arrayBuffer());
    const digest = (data: Uint8Array) => createHash("sha256").update(data).digest("hex");
    expect(digest(got)).toBe(digest(bytes));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(bytes.length),
      "content-disposition":
        "attachment; filename=\"B_rnehus; plan=1 '_'.pdf\"; filename*=UTF-8''B%C3%B8rnehus%3B%20plan%3D1%20%27%C3%A6%27.pdf",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store, no-transform",
    });
    const head = await fetch(`${site.origin}/documents/${id}`, {
      ...{ method: "HEAD", headers: { Cookie: cookies.manager! } },
    });
    expect(head.headers.get("Content-Length")).toBe(String(bytes.length));
  });

  it.each([
    ["../../../../etc/passwd.pdf", "passwd.pdf"],
    ["..\\..\\windows\\win.ini", "win.ini.pdf"],
    ["..", "dokument.pdf"],
    ["plan\u202egpj.exe", "plangpj.exe.pdf"],
    ['a"; filename="b.html', "a; filename=b.html.pdf"],
  ])("a name like %j is handed out as %s", async (name, expected) => {
    const { id } = await send({ name });
    const [row] = await site.db.execute<{ fileName: string; key: string }>(sql`
      select file_name as "fileName", storage_key as key from document where id = ${id}`);
    expect(row!.fileName).toBe(expected);
    expect(row!.key).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{64}-[0-9a-f-]{36}$/);
    expect((await fetchFile(id)).status).toBe(200);
  });

  it("finds nothing for those who may not know of it", async () => {
    const { id } = await send({ to: hidden });
    expect((await fetchFile(id)).status).toBe(200);
    expect((await fetchFile(id, "auditor")).status).toBe(200);
    expect((await fetchFile(id, "planner")).status).toBe(404);
    expect((await fetchFile(id, "craftsman")).status).toBe(403);
    expect((await site.get(`/documents/${id}`)).status).toBe(302);
    expect((await fetchFile("no-id")).status).toBe(404);
  });
});

describe("removing", () => {
  const change = (id: string, intent: string, role = "manager") =>
    site.post(`/documents/${id}`, { intent }, cookies[role]);

  it("takes the document off the page and out of reach, offers the way back, and undoing brings it back", async () => {
    const { id } = await send({ fields: { title: "Skal væk" } });
    const removed = await change(id, "remove");
    expect(removed.status).toBe(303);
    const to = removed.headers.get("Location")!.split("#")[0]!;
    const page = await (await site.get(to, cookies.manager)).text();
    expect(page).toContain("„Skal væk“ er fjernet.");
    expect(page).toContain('value="restore"');
    expect(page).not.toContain(`href="/documents/${id}"`);
    expect((await fetchFile(id)).status).toBe(404);
    expect((await change(id, "restore")).status).toBe(303);
    expect((await fetchFile(id)).status).toBe(200);
    const later = await (await site.get(to, cookies.manager)).text();
    expect(later).not.toContain("er fjernet.");
  });

  it("is for those who keep the building", async () => {
    const { id } = await send();
    for (const role of ["planner", "administration", "leader", "craftsman", "auditor"])
      expect([role, (await change(id, "remove", role)).status]).toEqual([role, 403]);
    expect((await change(id, "shred")).status).toBe(400);
  });
});
