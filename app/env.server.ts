import { z } from "zod";

const flag = (fallback: boolean) =>
  z
    .enum(["on", "off", "true", "false", "1", "0"], "must be on or off")
    .transform((value) => value === "on" || value === "true" || value === "1")
    .default(fallback);

const whole = (least: number, most: number, fallback: number) => {
  const words = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(words).int(words).min(least, words).max(most, words).default(fallback);
};

const logLevels = ["fatal", "error", "warn", "info", "debug", "silent"] as const;

/** `portal@city.example` or `Portal <portal@city.example>`, on one line. */
const mailAddress = /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

/** Settings whose value is not repeated where it cannot be read: it may hold a password. */
const secret = new Set(["DATABASE_URL", "SETUP_TOKEN", "SIGNING_SECRET", "SMTP_URL"]);

const Env = z.object({
  PORT: whole(1, 65535, 3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  DATABASE_POOL: whole(1, 100, 10),
  DATABASE_PREPARE: flag(true),
  DEMO: flag(true),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be an address that begins with https://" })
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
  SETUP_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  SIGNING_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+/, "must begin with smtp:// or smtps:// and name a server")
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(mailAddress, "must be an address, or a name with the address in <>: Portal <portal@city.example>")
    .optional(),
  /** The number that is answered day and night; without one the pages show a fictitious one and say so. */
  EMERGENCY_PHONE: z
    .string()
    .regex(/^\+?[\d ]{3,20}$/, "must be a telephone number: digits and spaces")
    .optional(),
  BASEMAP_URL: z
    .string()
    .regex(
      /^https?:\/\/.*(\{z\}.*\{x\}.*\{y\}|\{z\}.*\{y\}.*\{x\}|\.pmtiles$)/,
      "must hold {z}, {x} and {y}, or end with .pmtiles",
    )
    .optional(),
  BASEMAP_ATTRIBUTION: z.string().optional(),
  BASEMAP_MAX_NATIVE_ZOOM: whole(1, 24, 19),
});
export type Env = z.infer<typeof Env>;

/** Settings that could not be read: every one of them, so that they can be mended at once. */
export class EnvFault extends Error {
  constructor(public readonly faults: string[]) {
    super(`These settings could not be read:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  }
}

/** Reads the settings. An empty value counts as not given. @example readEnv({ PORT: "8080" }).PORT // 8080 */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = Env.safeParse(given);
  const faults = result.success
    ? []
    : result.error.issues.map(({ path, message }) => faultOf(String(path[0]), given, message));
  const env = result.data;
  if (env?.PUBLIC_URL && !isSafePublicUrl(env.PUBLIC_URL))
    faults.push(`PUBLIC_URL=${env.PUBLIC_URL}: beyond localhost it must be https`);
  if (env?.SMTP_URL) faults.push(...faultsOfMail(env));
  if (!env || faults.length > 0) throw new EnvFault(faults);
  return env;
}

/** Mail that leaves the house needs a sender that answers belong to, and links that lead back. */
const faultsOfMail = (env: Env): string[] => [
  ...(env.MAIL_FROM ? [] : ["MAIL_FROM: must say who mails are from, now that SMTP_URL is given"]),
  ...(env.PUBLIC_URL ? [] : ["PUBLIC_URL: must be given with SMTP_URL, or the links in mails lead nowhere"]),
];

const faultOf = (name: string, given: Record<string, string | undefined>, message: string): string =>
  secret.has(name) ? `${name}: ${message}` : `${name}=${given[name]}: ${message}`;

const isSafePublicUrl = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
};
