import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import { formatsIn } from "./format.ts";
import type { Formats } from "./format.ts";
import type { Locale } from "./locale.ts";
import type { Area } from "./words.ts";

const LocaleContext = createContext<Locale>("da");

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>;
}

/** The language of this page. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** The words of an area in the language of this page. @example const words = useWords(common); words.close // "Luk" */
export function useWords<Words>(area: Area<Words>): Words {
  return area[useLocale()];
}

/** Numbers, money and days in the language of this page. @example useFormats().areaM2(1234) // "1.234 m²" */
export function useFormats(): Formats {
  return formatsIn(useLocale());
}
