/** Finds a browser for the tests, and fetches one where there is none. Plain Node, apart from Playwright itself. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {{ executablePath: string, from: "BROWSER_PATH" | "playwright" | "system" | "download" | "apt" }} Browser */

const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Whether the browser at this path really renders a page: a file alone may lack its libraries. */
function works(/** @type {string | undefined} */ path) {
  if (!path || !existsSync(path)) return false;
  const profile = mkdtempSync(join(tmpdir(), "ejendomsportalen-browser-"));
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
  ];
  const result = spawnSync(
    path,
    [...flags, `--user-data-dir=${profile}`, "--dump-dom", "data:text/html,<p>ready</p>"],
    {
      timeout: 30_000,
      encoding: "utf8",
    },
  );
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return result.status === 0 && result.stdout.includes("ready");
}

/**
 * The browser to test with, or null. In this order: BROWSER_PATH, the one used last time, Playwright's own, the
 * system's, Playwright's by download, Debian's by apt (as root).
 *
 * @param {Browser | null} last
 * @returns {Promise<Browser | null>}
 */
export async function findBrowser(last) {
  const asked = process.env["BROWSER_PATH"];
  if (asked) return works(asked) ? { executablePath: asked, from: "BROWSER_PATH" } : null;
  if (last && last.from !== "BROWSER_PATH" && works(last.executablePath)) return last;

  const { chromium } = await import("playwright");
  if (works(chromium.executablePath()))
    return { executablePath: chromium.executablePath(), from: "playwright" };
  const system = SYSTEM_PATHS.find(works);
  if (system) return { executablePath: system, from: "system" };
  return download(() => shellPath(chromium.executablePath())) ?? installByApt();
}

/** Playwright keeps the headless shell beside the full browser, under a name of its own. */
function shellPath(/** @type {string} */ full) {
  const shell = full.replace("chromium-", "chromium_headless_shell-");
  return [
    full,
    shell.replace("chrome-linux64/chrome", "chrome-headless-shell-linux64/chrome-headless-shell"),
    shell.replace("chrome-linux/chrome", "chrome-linux/headless_shell"),
  ].find(existsSync);
}

/** @returns {Browser | null} */
function download(/** @type {() => string | undefined} */ downloadedPath) {
  console.log("No browser found; fetching Playwright's …");
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  spawnSync(npx, ["playwright", "install", "chromium", "--only-shell"], {
    stdio: "inherit",
    timeout: 240_000,
  });
  const path = downloadedPath();
  return path && works(path) ? { executablePath: path, from: "download" } : null;
}

/** @returns {Browser | null} */
function installByApt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  console.log("Installing Debian's Chromium …");
  const options = /** @type {const} */ ({
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  spawnSync("apt-get", ["update"], options);
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options);
  return works("/usr/bin/chromium") ? { executablePath: "/usr/bin/chromium", from: "apt" } : null;
}
