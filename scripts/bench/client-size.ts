import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { siteBuild } from "../build.ts";
import type { Line } from "./report.ts";

const assets = path.join(siteBuild.clientFolder, "assets");
/** Gzipped kilobytes of script that a page may load before it can be used. */
const goals = { map: 250, other: 150 };

/** Pages that are of no use without a map. */
const mapPages = ["routes/portfolio/", "routes/board-map/", "routes/plan-map/", "routes/candidates-map/"];

interface Manifest {
  entry: { module: string };
  routes: Record<string, { id: string; path?: string; parentId?: string; module: string }>;
}

export interface PageSize {
  id: string;
  kilobytes: number;
  most: number;
}

/** The heaviest pages against the goals: the map's and the heaviest of the others. */
export async function measureClient(): Promise<Line[]> {
  const pages = (await listPages()).sort((one, other) => other.kilobytes - one.kilobytes);
  const map = pages.find(({ most }) => most === goals.map);
  const other = pages.find(({ most }) => most === goals.other);
  return [map, other].flatMap((page) =>
    page
      ? {
          what:
            page === map ? "the map's page" : `the heaviest other (${page.id.split("/").at(-2) ?? page.id})`,
          value: `${page.kilobytes.toFixed(0)} kB`,
          goal: `≤ ${page.most} kB`,
          isMet: page.kilobytes <= page.most,
        }
      : [],
  );
}

/** Every route that is a page, with the gzipped script of the entry, of the page and of all that it lies in. */
export async function listPages(): Promise<PageSize[]> {
  const { entry, routes } = await readManifest();
  const parents = new Set(Object.values(routes).map(({ parentId }) => parentId));
  const leaves = Object.values(routes).filter(({ id }) => !parents.has(id));
  return Promise.all(
    leaves.map(async ({ id }) => {
      const modules = [entry.module];
      for (let at: string | undefined = id; at; at = routes[at]?.parentId) modules.push(routes[at]!.module);
      const sizes = await Promise.all(
        [...(await withImports(modules.map((url) => path.basename(url))))].map(gzippedBytes),
      );
      const most = mapPages.some((page) => id.startsWith(page)) ? goals.map : goals.other;
      return { id, kilobytes: sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000, most };
    }),
  );
}

async function readManifest(): Promise<Manifest> {
  const name = (await readdir(assets)).find((file) => /^manifest-.*\.js$/.test(file));
  if (!name) throw new Error("The build has no manifest");
  const text = await readFile(path.join(assets, name), "utf8");
  return JSON.parse(text.slice(text.indexOf("=") + 1).replace(/;\s*$/, "")) as Manifest;
}

/** Files and all that they import; what they load later counts too, as the map is of no use without it. */
async function withImports(files: string[], found = new Set<string>()): Promise<Set<string>> {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    const text = await readFile(path.join(assets, file), "utf8");
    const imported = text.matchAll(/(?:from|import)\s*\(?\s*["']\.\/([\w.-]+\.js)["']/g);
    await withImports(
      [...imported].map(([, name]) => name!),
      found,
    );
  }
  return found;
}

const gzippedBytes = async (file: string): Promise<number> =>
  gzipSync(await readFile(path.join(assets, file))).length;
