import { describe, expect, it } from "vitest";
import { cookieValue, localeCookie, localeFrom } from "#app/i18n/locale.ts";

const asking = (headers: Record<string, string>) => new Request("http://localhost/", { headers });

describe("the language of an answer", () => {
  it("is Danish when nothing is known", () => {
    expect(localeFrom(asking({}))).toBe("da");
  });

  it("is the browser's best wish that we can fulfil", () => {
    expect(localeFrom(asking({ "Accept-Language": "sv-SE, en-US;q=0.8, da;q=0.5" }))).toBe("en");
    expect(localeFrom(asking({ "Accept-Language": "en;q=0.3, da-DK" }))).toBe("da");
    expect(localeFrom(asking({ "Accept-Language": "en;q=0, fr" }))).toBe("da");
  });

  it("is the cookie's rather than the browser's", () => {
    expect(localeFrom(asking({ Cookie: "a=b; locale=en", "Accept-Language": "da" }))).toBe("en");
  });

  it("ignores a cookie with a language we do not have", () => {
    expect(localeFrom(asking({ Cookie: "locale=xx", "Accept-Language": "en" }))).toBe("en");
  });

  it("is the person's own choice before all", () => {
    expect(localeFrom(asking({ Cookie: "locale=en" }), "da")).toBe("da");
    expect(localeFrom(asking({ Cookie: "locale=en" }), null)).toBe("en");
  });

  it("is remembered in a cookie that only this site sends, and only over HTTPS where there is HTTPS", () => {
    expect(localeCookie("en", false)).toBe("locale=en; Path=/; SameSite=Lax; Max-Age=31536000");
    expect(localeCookie("en", true)).toContain("; Secure");
  });

  it("reads one cookie among others, and not one whose name merely ends alike", () => {
    expect(cookieValue("xlocale=da; locale=en", "locale")).toBe("en");
    expect(cookieValue("xlocale=da", "locale")).toBeNull();
  });
});
