import { expect, test } from "vitest";
import { accessTable, areas, may, scopeOf } from "#domain/access.ts";
import type { Area } from "#domain/access.ts";
import type { Actor, Grant, Role } from "#domain/actor.ts";
import { roles } from "#domain/actor.ts";
import { judge } from "#domain/needs.ts";

const actorWith = (...grants: Grant[]): Actor => ({
  ...{ accountId: "a", organisationId: "o", email: "e", name: "n", locale: null },
  grants,
});
const grant = (role: Role, administrationIds: string[] = [], unitIds: string[] = []): Grant => ({
  ...{ role, administrationIds, unitIds },
});

/** The table of the domain notes, retold by hand: R reads all, W also writes, r and w only what is their own. */
const expected: Record<Area, string> = {
  //             adm man pla adu lea cra aud
  register: "     W   W   R   r   r   -   R",
  leases: "       W   W   R   rw  r   -   R",
  surveys: "      W   W   R   r   r   r   R",
  plans: "        W   W   W   r   -   -   R",
  cases: "        W   W   R   rw  rw  rw  R",
  services: "     W   W   R   R   R   -   R",
  colocation: "   W   R   W   rw  w   -   R",
  council: "      W   R   W   -   -   -   R",
  settings: "     W   -   R   R   R   -   R",
  people: "       W   -   -   -   -   -   R",
  audit: "        W   -   -   -   -   -   R",
};

test.each(areas)("who may do what with %s is as the table says", (area) => {
  const cells = expected[area].trim().split(/\s+/);
  const actual = roles.map((role) => {
    const { read, write } = accessTable[role][area] ?? {};
    if (write === "all") return "W";
    if (read === "all") return "R";
    return (read ? "r" : "") + (write ? "w" : "") || "-";
  });
  expect(actual).toEqual(cells);
});

test("who may write may read too, but for the leader's own form", () => {
  const blind = roles.flatMap((role) =>
    areas
      .filter((area) => accessTable[role][area]?.write && !accessTable[role][area]?.read)
      .map((area) => [role, area]),
  );
  expect(blind).toEqual([["leader", "colocation"]]);
});

test("a manager of some administrations reaches those, a manager of none named reaches all", () => {
  expect(scopeOf(actorWith(grant("manager")), "register", "write")).toMatchObject({
    all: true,
    seesProtected: "all",
  });
  const some = scopeOf(actorWith(grant("manager", ["x"])), "register", "write");
  expect(some).toEqual({ all: false, administrationIds: ["x"], unitIds: [], seesProtected: "own" });
});

test("a scope is the union of what each grant reaches", () => {
  const actor = actorWith(grant("leader", [], ["u1", "u2"]), grant("leader", [], ["u2"]), grant("craftsman"));
  expect(scopeOf(actor, "register", "read").unitIds).toEqual(["u1", "u2"]);
  expect(scopeOf(actor, "register", "write")).toMatchObject({ all: false, unitIds: [] });
});

test("nobody without a grant may do anything, and nobody at all is asked to sign in first", () => {
  for (const area of areas) {
    expect(may(actorWith(), area, "read")).toBe(false);
    expect(judge(actorWith(), { area, right: "read" })).toBe("forbidden");
    expect(judge(null, { area, right: "read" })).toBe("signInFirst");
  }
  expect(judge(null, "public")).toBe("granted");
  expect(judge(actorWith(), "signedIn")).toBe("granted");
});
