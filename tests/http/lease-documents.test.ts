import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { pdf } from "../helpers/send-document.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const cookies: Record<string, string> = {};
beforeAll(async () => {
  for (const name of ["manager", "admin", "administration", "leader", "craftsman"])
    cookies[name] = await site.signIn(name);
});

describe("files of leases", () => {
  const sendTo = async (path: string, name: string, bytes: Uint8Array<ArrayBuffer>, role = "manager") => {
    const form = new FormData();
    for (const [field, value] of Object.entries({ title: "Syn af stuen", kind: "moveInReport" }))
      form.append(field, value);
    form.append("file", new File([bytes], name));
    const answer = await fetch(site.origin + path, {
      ...{ method: "POST", redirect: "manual", body: form },
      headers: { Cookie: cookies[role]!, Origin: site.origin },
    });
    return { status: answer.status, to: answer.headers.get("Location") ?? "" };
  };
  const newest = async () =>
    (
      await site.db.execute<{ id: string; contractId: string | null; changeId: string | null }>(sql`
        select id, contract_id as "contractId", change_id as "changeId" from lease_document order by created_at desc, id desc limit 1`)
    )[0];

  it("lie on the change that they were sent to and on its lease; what is no such file is said", async () => {
    const [change] = await site.db.execute<{ id: string; contractId: string; number: number }>(sql`
      select id, contract_id as "contractId", number from lease_change where kind = 'moveIn' limit 1`);
    const page = `/leases/${change!.contractId}/changes/${change!.number}`;
    expect(await sendTo(`${page}/documents`, "syn.pdf", pdf())).toEqual({ status: 303, to: `${page}#files` });
    expect(await newest()).toMatchObject({ contractId: change!.contractId, changeId: change!.id });
    const { id } = (await newest())!;
    expect(await (await site.get(page, cookies.manager)).text()).toContain(`/leases/documents/${id}`);
    expect(await (await site.get(`/leases/${change!.contractId}`, cookies.manager)).text()).toContain(id);
    const wrong = await sendTo(`${page}/documents`, "syn.exe", new TextEncoder().encode("MZ"));
    expect(wrong).toEqual({ status: 303, to: `${page}?faults=wrongType#files` });
    expect((await newest())!.id).toBe(id);
    expect((await sendTo(`${page}/documents`, "syn.pdf", pdf(), "leader")).status).toBe(403);
    expect((await site.get(`/leases/documents/${id}`, cookies.craftsman)).status).toBe(403);
  });

  it("of a draft are for those who reach the draft", async () => {
    const [draft] = await site.db.execute<{ id: string }>(
      sql`select id from lease_draft where unit_id is null limit 1`,
    );
    expect((await sendTo(`/leases/drafts/${draft!.id}/documents`, "aftale.pdf", pdf())).status).toBe(303);
    const { id, contractId } = (await newest())!;
    expect(contractId).toBeNull();
    expect((await site.get(`/leases/documents/${id}`, cookies.manager)).status).toBe(200);
    for (const role of ["leader", "administration"])
      expect([role, (await site.get(`/leases/documents/${id}`, cookies[role])).status]).toEqual([role, 404]);
  });
});
