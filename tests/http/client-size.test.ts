import { beforeAll, expect, test } from "vitest";
import { listPages } from "#scripts/bench/client-size.ts";
import { ensureBuild } from "#scripts/build.ts";

beforeAll(() => ensureBuild(() => undefined), 120_000);

test("no page loads more script before its first use than it may", async () => {
  const pages = await listPages();
  expect(pages.map(({ id }) => id)).toEqual(expect.arrayContaining(["routes/portfolio/route"]));
  expect(pages.filter(({ kilobytes, most }) => kilobytes > most)).toEqual([]);
  // A build whose imports were no longer found would weigh next to nothing.
  for (const { kilobytes } of pages) expect(kilobytes).toBeGreaterThan(50);
});
