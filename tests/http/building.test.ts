import { sql } from "drizzle-orm";
import { danishToday } from "#db/danish-today.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const cookies: Record<string, string> = {};

interface Known {
  id: string;
  name: string;
}
let owned: Known;
let hidden: Known;
let ended: Known & { lastDay: string };

beforeAll(async () => {
  for (const role of ["manager", "planner", "leader", "craftsman", "auditor"])
    cookies[role] = await site.signIn(role);
  const one = async <Row extends object>(query: ReturnType<typeof sql>) =>
    (await site.db.execute<Row & Record<string, unknown>>(query))[0] as Row;
  owned = await one<Known>(sql`select building_id as id, name from portfolio_row
    where valid_to = 'infinity' and tenure = 'owned' and not is_protected and digitised_m2 > 0 and exterior_backlog_ore > 0
    order by area_m2 desc limit 1`);
  hidden = await one<Known>(sql`select building_id as id, name from portfolio_row
    where valid_to = 'infinity' and is_protected order by building_id limit 1`);
  ended = await one<
    typeof ended
  >(sql`select building_id as id, min(name) as name, (max(valid_to) - 1)::text as "lastDay"
    from portfolio_row group by building_id having max(valid_to) < ${danishToday} and not bool_or(is_protected)
    order by building_id limit 1`);
});

const page = async (path: string, role: string) => {
  const answer = await site.get(path, cookies[role]);
  return { status: answer.status, to: answer.headers.get("Location"), text: await answer.text() };
};

describe("the page of a building, without any script", () => {
  it("tells its life in sections that anchors lead to, with a plan and the numbers of its charts", async () => {
    const { status, text } = await page(`/buildings/${owned.id}`, "manager");
    expect(status).toBe(200);
    expect(text).toContain(`<h1>${owned.name}</h1>`);
    for (const section of [
      "facts",
      "areas",
      "leases",
      "occupations",
      "condition",
      "maintenance",
      "history",
    ]) {
      expect(text).toContain(`href="#${section}"`);
      expect(text).toContain(`id="${section}"`);
    }
    expect(text).toMatch(/<svg role="img"[^>]*viewBox/);
    expect(text).toContain("Vis tal");
    expect(text).not.toContain('href="#changes"');
  });

  it("shows the record of changes to whoever may read it", async () => {
    expect((await page(`/buildings/${owned.id}`, "auditor")).text).toContain('href="#changes"');
  });

  it("leads back to the view one came from, and nowhere else", async () => {
    const from = encodeURIComponent("use=school&layer=condition");
    const { text } = await page(`/buildings/${owned.id}?from=${from}`, "manager");
    expect(text).toContain('href="/portfolio?use=school&amp;layer=condition"');
    const strange = await page(
      `/buildings/${owned.id}?from=${encodeURIComponent("//evil.example")}`,
      "manager",
    );
    expect(strange.text).not.toMatch(/href="[^"/]*\/\/evil/);
  });

  it("says so on a day when the building was not in the register, and which day knows it", async () => {
    const { status, text } = await page(`/buildings/${ended.id}`, "manager");
    expect(status).toBe(200);
    expect(text).toContain("ikke i registret");
    expect(text).toContain(`on=${ended.lastDay}`);
    expect((await page(`/buildings/${ended.id}?on=${ended.lastDay}`, "manager")).text).toContain(
      `<h1>${ended.name}`,
    );
  });

  it("does not exist for those who may not know of it", async () => {
    expect((await page(`/buildings/${hidden.id}`, "planner")).status).toBe(404);
    expect((await page(`/buildings/${hidden.id}?on=1990-01-01`, "planner")).status).toBe(404);
    expect((await page(`/buildings/${owned.id}`, "leader")).status).toBe(404);
    expect((await page("/buildings/no-id", "manager")).status).toBe(404);
    expect((await page(`/buildings/${owned.id}`, "craftsman")).status).toBe(403);
    expect((await page(`/buildings/${hidden.id}`, "manager")).status).toBe(200);
  });
});

describe("the search page, without any script", () => {
  it("lists what matches, each as a link", async () => {
    const { text } = await page(`/search?q=${encodeURIComponent(owned.name)}`, "manager");
    expect(text).toContain(`href="/buildings/${owned.id}"`);
  });

  it("says what to do when nothing matches, and shows what was typed as text", async () => {
    const { text } = await page(`/search?q=${encodeURIComponent("<script>qq</script>")}`, "manager");
    expect(text).toContain("Intet passer");
    expect(text).not.toContain("<script>qq");
  });
});

describe("everyone begins at their own place", () => {
  it.each([
    ["manager", "/portfolio"],
    ["planner", "/portfolio"],
    ["auditor", "/portfolio"],
    ["leader", "/place"],
    ["craftsman", "/work"],
  ])("a %s at %s", async (role, to) => {
    expect(await page("/", role)).toMatchObject({ status: 302, to });
  });

  it("a leader's place leads to her buildings, which open", async () => {
    const { text } = await page("/place", "leader");
    const [, id] = /href="\/buildings\/([0-9a-f-]{36})"/.exec(text) ?? [];
    expect(id).toBeDefined();
    expect((await page(`/buildings/${id}`, "leader")).status).toBe(200);
  });
});
