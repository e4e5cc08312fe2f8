/**
 * Makes a fresh clone runnable, with nothing but Node: runs before every npm command (`prestart`, `pretest`, …) and so
 * may import no package. Checks Node's version, installs the packages when the lockfile asks for others than are
 * there, and with `--browser` finds a browser for the tests.
 */
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = [20, 19];
const STALE_LOCK_MS = 15 * 60_000;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(root, "node_modules");
const stamp = join(packages, ".ensured");
const installLock = join(root, ".install.lock");

/** @returns {never} */
function refuse(/** @type {string} */ problem, /** @type {string} */ remedy) {
  console.error(`\n  ${problem}\n  ${remedy}\n`);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = OLDEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  refuse(
    `Node ${process.versions.node} is too old.`,
    `Install Node ${OLDEST_NODE.join(".")} or newer from nodejs.org.`,
  );
}

/** What the packages must match: the lockfile, and the machine that they were fetched for. */
function wantedStamp() {
  const machine = `${process.versions.modules} ${process.platform} ${process.arch}`;
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .update(machine)
    .digest("hex");
}

const isStamped = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wantedStamp();

/** Whether every package of the lockfile is there in its version, whoever installed it. */
function isComplete() {
  const record = join(packages, ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const found = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link || (entry.optional && !found[path])) return true;
    return found[path]?.version === entry.version && existsSync(join(root, path, "package.json"));
  });
}

function pause(/** @type {number} */ milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** True when this process may install; false when another one did it meanwhile. */
function takeInstallLock() {
  for (let told = false; ; pause(500)) {
    try {
      writeFileSync(installLock, String(process.pid), { flag: "wx" });
      return true;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    if (isStamped()) return false;
    if (!told) console.log("Waiting for another process that is installing the packages …");
    told = true;
    if (isAbandoned()) rmSync(installLock, { force: true });
  }
}

function isAbandoned() {
  try {
    if (Date.now() - statSync(installLock).mtimeMs > STALE_LOCK_MS) return true;
    process.kill(Number(readFileSync(installLock, "utf8")) || process.pid, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH";
  }
}

/** The environment without what the npm that runs us has set for itself, and with the development packages. */
function environmentForInstall() {
  const own =
    /^npm_(lifecycle|package|command|config_(argv|production|omit|include|dry_run|global|prefix|local_prefix))/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !own.test(name) && name !== "NODE_ENV"),
  );
}

function install() {
  console.log("Installing the packages (once; a minute or two) …");
  const words = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env["npm_execpath"];
  const viaNode = npm && basename(npm).startsWith("npm");
  const result = spawnSync(viaNode ? process.execPath : "npm", viaNode ? [npm, ...words] : words, {
    cwd: root,
    env: environmentForInstall(),
    stdio: "inherit",
    shell: !viaNode && process.platform === "win32",
  });
  return result.status === 0;
}

function ensurePackages() {
  if (isStamped()) return;
  const linked = lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink();
  if (linked) {
    // Somebody else's packages: installing through the link would empty them.
    if (!isComplete())
      console.warn("node_modules is a link to packages that the lockfile does not ask for; left alone.");
    return;
  }
  if (!takeInstallLock()) return;
  const done = isStamped() || isComplete() || install();
  if (done) writeFileSync(stamp, wantedStamp());
  rmSync(installLock, { force: true });
  if (!done) refuse("The packages could not be installed (see above).", "Check the network and try again.");
}

async function ensureBrowser() {
  const { findBrowser } = await import("./browser.mjs");
  const note = join(root, ".cache", "browser.json");
  const browser = await findBrowser(existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : null);
  if (!browser)
    refuse("No browser was found for the tests.", "Install Chromium, or set BROWSER_PATH to one.");
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, JSON.stringify(browser));
  console.log(`Browser: ${browser.executablePath} (${browser.from})`);
}

checkNode();
ensurePackages();
if (process.argv.includes("--browser")) await ensureBrowser();
