import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const { imports } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  imports: Record<string, string>;
};

/** What an import or export statement, or a dynamic import, names. */
const named = /(?:from|import)\s*\(?\s*"([^"]+)"/g;

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
      if (reached) waiting.push(reached);
    }
  }
  return [...found].sort();
}

function placeOf(name: string, from: string): string | null {
  if (name.startsWith(".")) return path.resolve(path.dirname(from), name);
  const [alias, target] = Object.entries(imports).find(([key]) => name.startsWith(key.slice(0, -1))) ?? [];
  return alias && target ? path.join(root, target.replace("*", name.slice(alias.length - 1))) : null;
}
