/** The languages the interface speaks; the first is the one used when nothing else is known. */
export const LOCALES = ["da", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_COOKIE = "locale";
const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Whether a text from outside names a language we have. @example isLocale("sv") // false */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/**
 * The language to answer in: what the person chose (in their profile, then in the cookie), then what the browser asks
 * for, then Danish.
 * @example localeFrom(new Request("http://x/", { headers: { "Accept-Language": "sv, en;q=0.8" } })) // "en"
 */
export function localeFrom(request: Request, chosen?: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const cookie = cookieValue(request.headers.get("Cookie"), LOCALE_COOKIE);
  if (isLocale(cookie)) return cookie;
  return acceptedLocale(request.headers.get("Accept-Language"));
}

/** The `Set-Cookie` text that remembers a choice of language for a year. It holds no secret, so scripts may read it. */
export function localeCookie(locale: Locale, isSecure: boolean): string {
  const parts = [`${LOCALE_COOKIE}=${locale}`, "Path=/", "SameSite=Lax", `Max-Age=${ONE_YEAR_SECONDS}`];
  return [...parts, ...(isSecure ? ["Secure"] : [])].join("; ");
}

/** One value of a `Cookie` header, or null. @example cookieValue("a=1; b=2", "b") // "2" */
export function cookieValue(header: string | null, name: string): string | null {
  for (const pair of (header ?? "").split(";")) {
    const [key, value] = pair.split("=", 2);
    if (key?.trim() === name && value !== undefined) return value.trim();
  }
  return null;
}

function acceptedLocale(header: string | null): Locale {
  const wishes = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split("-")[0], quality: quality ? Number(quality) : 1 };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes.map((wish) => wish.language).find(isLocale) ?? LOCALES[0];
}
