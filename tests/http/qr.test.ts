import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeCodes } from "#db/commands/qr/make-codes.ts";
import { renewCode, revokeCode } from "#db/commands/qr/revoke-code.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import { getHangingCode } from "#db/queries/qr/get-hanging-code.ts";
import { qrTokenOf } from "#db/secrets/signed-token.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { signingSecret, useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const now = new Date();
const today = dayAt(now);

beforeEach(() => site.db.execute(sql`delete from rate_limit`));

async function actorNamed(name: string): Promise<Actor> {
  const [row] = await site.db.execute<{ id: Id }>(
    sql`select id from account where email = ${`${name}@demo.example`}`,
  );
  return (await getActorByAccount(site.db, row!.id, now))!;
}

/** Rooms without a code; of a place that is protected, or of one that is not. */
async function roomsOf(
  isProtected: boolean,
): Promise<{ buildingId: Id; spaceId: Id; buildingName: string }[]> {
  return [
    ...(await site.db.execute<{ buildingId: Id; spaceId: Id; buildingName: string }>(sql`
      select r.building_id as "buildingId", s.id as "spaceId", r.name as "buildingName"
        from portfolio_row_now r join space s on s.building_id = r.building_id and s.valid_to is null
        join occupation o on o.space_id = s.id and o.valid_to is null
       where r.is_protected = ${isProtected} and r.state = 'registered'
         and not exists (select 1 from qr_code q where q.space_id = s.id) order by s.id limit 20`)),
  ];
}

interface Hung {
  id: Id;
  path: string;
  buildingName: string;
}

async function hang(isProtected = false): Promise<Hung> {
  const { buildingId, spaceId, buildingName } = (await roomsOf(isProtected))[0]!;
  const made = await makeCodes(
    site.db,
    await actorNamed("manager"),
    { buildingId, spaceIds: [spaceId] },
    now,
  );
  expect(made).toEqual({ ok: true, value: 1 });
  const [row] = await site.db.execute<{ id: Id }>(
    sql`select id from qr_code where space_id = ${spaceId} and revoked_at is null`,
  );
  return { id: row!.id, buildingName, path: await pathOf(row!.id) };
}

const pathOf = async (id: Id) =>
  `/q/${qrTokenOf(signingSecret, (await getHangingCode(site.db, id, today))!)}`;

const keyIn = (page: string): string => /name="key" value="([\w-]{43})"/.exec(page)![1]!;

/** Sends the form as a browser without script does. */
async function send(path: string, fields: Record<string, string>, files: File[] = []): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ text: "", name: "", email: "", website: "", ...fields }))
    form.set(name, value);
  for (const file of files) form.append("photos", file);
  // The length is said beforehand, as browsers do.
  const request = new Request(site.origin + path, { method: "POST", body: form });
  const body = await request.arrayBuffer();
  return fetch(site.origin + path, {
    ...{ method: "POST", redirect: "manual", body },
    headers: { Origin: site.origin, "Content-Type": request.headers.get("Content-Type")! },
  });
}

const casesOf = async (codeId: Id): Promise<number> =>
  (await site.db.execute(sql`select 1 from service_case where qr_code_id = ${codeId}`)).length;

describe("a code on a wall", () => {
  test("opens a form for its room without sign-in, for no search engine and with no case on it", async () => {
    const code = await hang();
    const answer = await site.get(code.path);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("X-Robots-Tag")).toContain("noindex");
    expect(answer.headers.get("Referrer-Policy")).toBe("same-origin");
    expect(page).toContain(code.buildingName);
    expect(page).not.toMatch(/20\d\d-\d{6}/);
  });

  test("that is forged, unknown, renewed or revoked opens the same page, which tells nothing", async () => {
    const code = await hang();
    const changed = code.path.slice(0, -2) + (code.path.endsWith("AA") ? "BB" : "AA");
    const other = await hang();
    const swapped = code.path.slice(0, 24) + other.path.slice(24);
    await renewCode(site.db, await actorNamed("manager"), code.id, now);
    const renewed = await pathOf(code.id);
    expect((await site.get(renewed)).status).toBe(200);
    await revokeCode(site.db, await actorNamed("manager"), code.id, now);
    const titles = new Set<string>();
    for (const path of [changed, swapped, code.path, renewed, `/q/${"A".repeat(43)}`, "/q/nonsense"]) {
      const answer = await site.get(path);
      const page = await answer.text();
      expect([path, answer.status]).toEqual([path, 404]);
      expect(page).not.toContain(code.buildingName);
      titles.add(/<title>(.*?)<\/title>/.exec(page)![1]!);
      expect((await send(path, { text: "Hul i taget", key: "x".repeat(43) })).status).toBe(303);
    }
    expect(titles.size).toBe(1);
    expect(await casesOf(code.id)).toBe(0);
  });

  test("of a protected unit does not say whose place it is, neither before nor after", async () => {
    const code = await hang(true);
    const page = await (await site.get(code.path)).text();
    expect(page).not.toContain(code.buildingName);
    const sent = await send(code.path, { text: "Døren binder", key: keyIn(page) });
    const followed = await (await site.get(sent.headers.get("Location")!)).text();
    expect(followed).toContain("Døren binder");
    expect(followed).not.toContain(code.buildingName);
  });

  test("is made by a leader for her own rooms only", async () => {
    const [strange] = await roomsOf(true);
    const leader = await actorNamed("leader");
    const wanted = { buildingId: strange!.buildingId, spaceIds: [strange!.spaceId] };
    expect(await makeCodes(site.db, leader, wanted, now)).toMatchObject({ refusal: "notFound" });
    const code = await hang(true);
    expect(await revokeCode(site.db, leader, code.id, now)).toMatchObject({ refusal: "notFound" });
    const page = await site.get(`/qr?building=${strange!.buildingId}`, await site.signIn("leader"));
    expect(page.status).toBe(404);
  });
});

describe("a report from a wall", () => {
  test("becomes one case however often its form is sent, and its link is the same", async () => {
    const code = await hang();
    const key = keyIn(await (await site.get(code.path)).text());
    const report = { text: "Vinduet er i stykker", email: "medarbejder@demo.example", key };
    const answers = await Promise.all([1, 2, 3].map(() => send(code.path, report)));
    const links = new Set(answers.map((answer) => answer.headers.get("Location")));
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([303]);
    expect(links.size).toBe(1);
    expect(await casesOf(code.id)).toBe(1);
    const another = await send(code.path, { ...report, text: "Noget helt andet" });
    expect(another.status).toBe(422);
    expect(await another.text()).toContain("Noget helt andet");
    expect(await casesOf(code.id)).toBe(1);
  });

  test("with a photo that is none is told so, and nothing typed is lost", async () => {
    const code = await hang();
    const key = keyIn(await (await site.get(code.path)).text());
    const file = new File(["%PDF-1.7 not a photo"], "foto.jpg", { type: "image/jpeg" });
    const answer = await send(code.path, { text: "Se billedet <b>her</b>", key }, [file]);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Se billedet &lt;b&gt;her&lt;/b&gt;");
    expect(await casesOf(code.id)).toBe(0);
  });

  test("of a machine that fills in every field is not taken", async () => {
    const code = await hang();
    const key = keyIn(await (await site.get(code.path)).text());
    const spam = { text: "Buy now", website: "https://spam.example", key };
    expect((await send(code.path, spam)).status).toBe(422);
    expect(await casesOf(code.id)).toBe(0);
  });

  test("is held up after a dozen from one address, with its words kept", async () => {
    const code = await hang();
    const keys: string[] = [];
    for (let sent = 0; sent < 13; sent++) keys.push(keyIn(await (await site.get(code.path)).text()));
    const statuses: number[] = [];
    for (const [index, key] of keys.entries()) {
      const answer = await send(code.path, { text: `Melding nummer ${index}`, key });
      statuses.push(answer.status);
      if (answer.status === 429) {
        expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
        expect(await answer.text()).toContain("Melding nummer 12");
      }
    }
    expect(statuses).toEqual([...Array<number>(12).fill(303), 429]);
    expect(await casesOf(code.id)).toBe(12);
  });
});

describe("the private link", () => {
  test("shows its own case, no other, no names and nothing internal; a forged one shows nothing", async () => {
    const code = await hang();
    const links: string[] = [];
    for (const text of ["Den første melding", "Den anden melding"]) {
      const key = keyIn(await (await site.get(code.path)).text());
      links.push((await send(code.path, { text, key, name: "Navn fra væggen" })).headers.get("Location")!);
    }
    await site.db.execute(sql`
      insert into case_event (id, organisation_id, case_id, order_id, event, from_state, to_state, reason, is_internal,
        actor_name, happened_at, recorded_at)
      select gen_random_uuid(), o.organisation_id, o.case_id, o.id, 'plan', 'received', 'planned', v.reason, v.is_internal,
             'En bestemt ansat', now(), now()
        from service_order o join service_case c on c.id = o.case_id,
             (values ('Vi kommer tirsdag', false), ('Kun til os selv', true)) v (reason, is_internal)
       where c.qr_code_id = ${code.id} and c.text = 'Den første melding'`);
    const answer = await site.get(links[0]!);
    const page = await answer.text();
    expect(answer.headers.get("X-Robots-Tag")).toContain("noindex");
    expect(page).toContain("Den første melding");
    expect(page).toContain("Vi kommer tirsdag");
    for (const hidden of ["Den anden melding", "En bestemt ansat", "Kun til os selv", "Navn fra væggen"])
      expect(page).not.toContain(hidden);
    const path = links[0]!.split("?")[0]!;
    const forged = path.slice(0, -2) + (path.endsWith("AA") ? "BB" : "AA");
    for (const wrong of [forged, `/follow/${"A".repeat(43)}`, "/follow/x"]) {
      const refused = await site.get(wrong);
      expect([wrong, refused.status]).toEqual([wrong, 404]);
      expect(await refused.text()).not.toContain("melding</p>");
    }
  });

  test("is kept as a hash: no word of it is in the database", async () => {
    const code = await hang();
    const key = keyIn(await (await site.get(code.path)).text());
    const link = (
      await send(code.path, { text: "Hemmeligt link", key, email: "a@demo.example" })
    ).headers.get("Location")!;
    const word = /\/follow\/([\w-]{43})/.exec(link)![1]!;
    const [row] = await site.db.execute<{ found: number }>(sql`
      select (select count(*)::int from service_case c where c::text like '%' || ${word} || '%')
           + (select count(*)::int from outbox o where o::text like '%' || ${word} || '%')
           + (select count(*)::int from case_event e where e::text like '%' || ${word} || '%') as found`);
    expect(row!.found).toBe(0);
  });
});
