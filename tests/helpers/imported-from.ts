import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const { imports } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  imports: Record<string, string>;
};

/** What an import or export statement, a dynamic import, or the address of a thread's source names. */
const named = /(?:from|import|new URL)\s*\(?\s*"([^"]+)"/g;

/**
 * All files of the project that a file stands on, itself included, in a fixed order: what is not among them cannot change
 * what it does. Packages are left out.
 * @example importedFrom("/…/scripts/load-demo.ts") // ["/…/app/domain/actor.ts", …]
 */
export function importedFrom(file: string): string[] {
  const found = new Set<string>();
  const waiting = [file];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (!/\.(ts|tsx)$/.test(next)) continue;
    for (const [, name] of readFileSync(next, "utf8").matchAll(named)) {
      const reached = placeOf(name!, next);
      // A folder can be named by its address too; what lies in it is nobody's source.
      if (reached && path.extname(reached)) waiting.push(reached);
    }
  }
  return [...found].sort();
}

function placeOf(name: string, from: string): string | null {
  if (name.startsWith(".")) return path.resolve(path.dirname(from), name);
  const [alias, target] = Object.entries(imports).find(([key]) => name.startsWith(key.slice(0, -1))) ?? [];
  return alias && target ? path.join(root, target.replace("*", name.slice(alias.length - 1))) : null;
}
