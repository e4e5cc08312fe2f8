import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { caseName } from "#db/demo/colocation/demo-cases.ts";
import { newId, type Id } from "#domain/id.ts";
import { useServedApp } from "../helpers/served-app.ts";
import { unzip } from "../helpers/xlsx-rows.ts";

const site = useServedApp();
const cookies: Record<string, string> = {};
/** The case that waits for the council's next meeting, and one that nobody has submitted. */
let [submittedId, draftId]: Id[] = [];

beforeAll(async () => {
  for (const name of ["manager", "leader", "craftsman"]) cookies[name] = await site.signIn(name);
  [submittedId, draftId] = await Promise.all([caseName.firstStage, caseName.together].map(caseNamed));
});

const caseNamed = async (name: string): Promise<Id> =>
  (await site.db.execute<{ id: Id }>(sql`select id from colocation_case where name = ${name}`))[0]!.id;

const ask = (path: string, account: string) => site.get(path, cookies[account]!);

const statusOf = async (id: Id) =>
  (
    await site.db.execute<{ status: string; version: number }>(
      sql`select status, version from colocation_case where id = ${id}`,
    )
  )[0]!;

test("a case with the council gives its papers to whoever may read it, and to nobody else", async () => {
  const kinds = { pdf: "%PDF-", docx: "PK", xlsx: "PK" };
  for (const [format, begins] of Object.entries(kinds)) {
    const path = `/council/cases/${submittedId}/paper/${format}`;
    const answer = await ask(path, "manager");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Disposition")).toMatch(new RegExp(`SAM-\\d{4}-\\d+-1\\.${format}"`));
    expect(
      Buffer.from(await answer.arrayBuffer())
        .toString("latin1")
        .startsWith(begins),
    ).toBe(true);
    for (const account of ["leader", "craftsman"]) expect((await ask(path, account)).status).toBe(403);
    expect((await site.get(path)).status).not.toBe(200);
  }
  expect((await ask(`/council/cases/${submittedId}/paper/exe`, "manager")).status).toBe(404);
  expect((await ask(`/council/cases/${draftId}/paper/pdf`, "manager")).status).toBe(404);
});

test("a meeting gives its agenda as a file", async () => {
  const [meeting] = await site.db.execute<{ id: Id }>(sql`
    select s.meeting_id as id from council_submission s where s.case_id = ${submittedId}`);
  const answer = await ask(`/council/agenda/${meeting!.id}/paper`, "manager");
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
  expect(Buffer.from(await answer.arrayBuffer()).length).toBeGreaterThan(10_000);
  expect((await ask(`/council/agenda/${newId()}/paper`, "manager")).status).toBe(404);
});

test("a case cannot be decided when it says otherwise than what was submitted; its papers stay as they were, and nothing is lost", async () => {
  const sheet = async () => {
    const answer = await ask(`/council/cases/${submittedId}/paper/xlsx`, "manager");
    return unzip(Buffer.from(await answer.arrayBuffer()))
      .get("xl/sharedStrings.xml")!
      .toString();
  };
  const before = await sheet();
  const [moved] = await site.db.execute<{ id: Id }>(sql`
    update lease_level set yearly_ore = yearly_ore + 1200000
     where contract_id = (select contract_id from colocation_premises where case_id = ${submittedId} and contract_id is not null order by id limit 1)
    returning contract_id as id`);
  expect(moved).toBeDefined();
  const { version } = await statusOf(submittedId!);
  const fields = { intent: "approved", version: String(version), words: "" };
  const answer = await site.post(`/council/cases/${submittedId}`, fields, cookies["manager"]!);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("Den skal indstilles igen, før rådet kan afgøre den.");
  expect((await statusOf(submittedId!)).status).toBe("submitted");
  expect(await sheet()).toBe(before);
});
