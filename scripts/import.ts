import { parseArgs } from "node:util";
import { EnvFault } from "#app/env.server.ts";
import { importRegister, type ImportOptions } from "#app/jobs/register-import/import-register.ts";
import { openRegisterFile } from "#app/jobs/register-import/register-file.ts";
import { StartRefusal } from "#db/start-refusal.ts";
import { listOrganisations } from "#db/queries/list-organisations.ts";
import { commandLineActor } from "#domain/register-import/import-actor.ts";
import { newReport, type ImportReport } from "#domain/register-import/import-report.ts";
import { UnreadableFile } from "#domain/register-import/reasons.ts";
import { unreadableWords, type WordsLocale } from "#domain/register-import/reason-words.ts";
import { changeLine, jsonLine, progressLine, reportLines } from "./import/report-lines.ts";
import { usage } from "./import/usage.ts";
import { openForScript, readScriptEnv } from "./open-database.ts";

const exit = { fine: 0, someRefused: 1, unreadable: 2 } as const;
/** Changed buildings shown one by one unless all are asked for. */
const shownChanges = 50;

/** What the command cannot do for a reason that the person at the keyboard can mend. */
class Refusal extends Error {}

const options = {
  apply: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  all: { type: "boolean", default: false },
  municipality: { type: "string" },
  locale: { type: "string", default: "en" },
  help: { type: "boolean", short: "h", default: false },
} as const;

interface Request {
  file: string;
  isApplied: boolean;
  isJson: boolean;
  showsAll: boolean;
  municipality: string | undefined;
  locale: WordsLocale;
}

/** Reads the command line; null where help was asked for. */
function readRequest(args: string[]): Request | null {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refusal("Name one file to import.");
  if (values.locale !== "da" && values.locale !== "en") throw new Refusal("--locale is da or en.");
  if (values.municipality !== undefined && !/^(\d{4}|any)$/.test(values.municipality))
    throw new Refusal("--municipality is four digits, or any.");
  const { apply, json, all, municipality, locale } = values;
  return { file, isApplied: apply, isJson: json, showsAll: all, municipality, locale };
}

async function run(request: Request): Promise<number> {
  const file = await openRegisterFile(request.file);
  const { db, close } = await openForScript(readScriptEnv());
  try {
    const [organisation, ...others] = await listOrganisations(db);
    if (!organisation) throw new Refusal("The portfolio is empty. Start the portal once before importing.");
    if (others.length > 0)
      throw new Refusal("There are several organisations; the command line imports for one.");
    const actor = commandLineActor(organisation.id);
    const report = await importRegister(db, actor, file, {
      ...request,
      now: new Date(),
      ...tellers(request),
    });
    show(request, report);
    return report.counts.refused > 0 ? exit.someRefused : exit.fine;
  } finally {
    await close();
  }
}

/** Progress goes to stderr, changes to stdout as they are found, unless the answer is to be read by a program. */
function tellers({ isJson, showsAll, locale }: Request): Pick<ImportOptions, "onProgress" | "onChange"> {
  let shown = 0;
  return {
    onProgress: (progress) => process.stderr.write(progressLine(locale, progress, process.stderr.isTTY)),
    onChange: (change) => {
      shown += 1;
      if (!isJson && (showsAll || shown <= shownChanges)) console.log(changeLine(locale, change));
    },
  };
}

function show({ isJson, isApplied, locale }: Request, report: ImportReport, error?: string): void {
  if (isJson) console.log(jsonLine(locale, report, error));
  else if (error) console.error(error);
  else for (const line of reportLines(locale, report, { isApplied, shownChanges })) console.log(line);
}

/** What a person can mend is told in a sentence; anything else keeps its trace. */
function tell(error: unknown, request: Request | null): number {
  const sentence = sentenceOf(error, request?.locale ?? "en");
  if (sentence === null) console.error(error);
  const message = sentence ?? (error instanceof Error ? error.message : String(error));
  if (request?.isJson) show(request, newReport(), message);
  else if (sentence !== null) console.error(message);
  return exit.unreadable;
}

function sentenceOf(error: unknown, locale: WordsLocale): string | null {
  if (error instanceof UnreadableFile) return unreadableWords(locale, error.reason, error.detail);
  if (error instanceof StartRefusal) return `${error.message} ${error.remedy}`;
  if (error instanceof Refusal || error instanceof EnvFault) return error.message;
  const code = codeOf(error);
  if (code?.startsWith("ERR_PARSE_ARGS")) return (error as Error).message;
  return code && unreachable.has(code) ? `The database cannot be reached (${code}).` : null;
}

const unreachable = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "ETIMEDOUT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "57P03",
  "28P01",
  "3D000",
]);

/** The code of an error or of what caused it: the database's errors come wrapped. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string") return error.code;
  return codeOf(error.cause);
}

let request: Request | null = null;
try {
  request = readRequest(process.argv.slice(2));
  if (request) process.exitCode = await run(request);
  else console.log(usage);
} catch (error) {
  process.exitCode = tell(error, request);
  if (request === null) console.error(`\n${usage}`);
}
