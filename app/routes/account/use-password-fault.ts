import { signIn } from "#app/i18n/sign-in.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { PASSWORD_LEAST_CHARACTERS } from "#domain/password.ts";

/** What is wrong with a chosen password, in words. */
export function usePasswordFault(): (fault: string) => string {
  const { faults } = useWords(signIn);
  return (fault) => {
    if (fault === "tooLong") return faults.tooLong;
    return fault === "sameAsEmail" ? faults.sameAsEmail : faults.tooShort(PASSWORD_LEAST_CHARACTERS);
  };
}
