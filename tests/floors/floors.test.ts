import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

/** One planted violation a floor: where it stands, what it imports, and the rule that must catch it. */
const planted: [rule: string, file: string, imported: string][] = [
  ["geo-is-the-ground", "geo/planted.ts", "#domain/rule.ts"],
  ["domain-is-pure", "app/domain/planted.ts", "#db/queries/query.ts"],
  ["domain-has-no-machinery", "app/domain/planted-machinery.ts", "drizzle-orm"],
  ["domain-is-pure", "app/domain/planted-component.ts", "#app/components/component.tsx"],
  ["db-knows-no-app", "db/planted.ts", "#app/components/component.tsx"],
  ["components-know-no-database", "app/components/planted.tsx", "#db/queries/query.ts"],
  ["routes-do-not-write-sql", "app/routes/planted/route.tsx", "drizzle-orm"],
  ["leaflet-in-one-room", "app/routes/map/route.tsx", "leaflet"],
  ["nothing-imports-tests", "app/server/planted.ts", "#tests/helper.ts"],
];

/** What the planted files import; innocent in themselves. */
const innocent = [
  "app/domain/rule.ts",
  "db/queries/query.ts",
  "app/components/component.tsx",
  "tests/helper.ts",
];

let house: string;

beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), "floors-"));
  for (const file of ["package.json", "tsconfig.json", ".dependency-cruiser.cjs"])
    copyFileSync(path.join(root, file), path.join(house, file));
  symlinkSync(path.join(root, "node_modules"), path.join(house, "node_modules"));
  for (const file of innocent) write(file, "export const value = 1;\n");
  for (const [, file, imported] of planted)
    write(file, `import * as found from "${imported}";\nexport { found };\n`);
  write("app/domain/one.ts", 'import { two } from "./two.ts";\nexport const one = () => two;\n');
  write("app/domain/two.ts", 'import { one } from "./one.ts";\nexport const two = () => one;\n');
});

afterAll(() => rmSync(house, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(path.join(house, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(house, file), text);
}

interface Violation {
  from: string;
  rule: { name: string };
}

function cruise(): Violation[] {
  const cruiser = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const parameters = ["--config", ".dependency-cruiser.cjs", "--output-type", "json", "app", "db", "geo"];
  const output = execFileSync(process.execPath, [cruiser, ...parameters], { cwd: house, maxBuffer: 1e8 });
  return (JSON.parse(output.toString()) as { summary: { violations: Violation[] } }).summary.violations;
}

test("each floor's rule catches the violation planted on it, and the rule against circles catches a circle", () => {
  const caught = cruise().map(({ from, rule }) => `${rule.name}: ${from}`);
  for (const [rule, file] of planted) expect(caught).toContain(`${rule}: ${file}`);
  expect(caught.some((violation) => violation.startsWith("no-circles: app/domain/"))).toBe(true);
});

test("what breaks no rule is not caught", () => {
  const caught = new Set(cruise().map(({ from }) => from));
  for (const file of innocent) expect(caught).not.toContain(file);
});
