/** Long beats complicated: no rule about kinds of characters, and room for a whole sentence. */
export const PASSWORD_LEAST_CHARACTERS = 12;
export const PASSWORD_MOST_CHARACTERS = 200;

export type PasswordFault = "tooShort" | "tooLong" | "sameAsEmail";

/**
 * What is wrong with a chosen password, or null. Source: NIST SP 800-63B (length, no composition rules).
 * @example passwordFault("sommer", "a@b.dk") // "tooShort"
 */
export function passwordFault(password: string, email: string): PasswordFault | null {
  const length = [...password].length;
  if (length < PASSWORD_LEAST_CHARACTERS) return "tooShort";
  if (length > PASSWORD_MOST_CHARACTERS) return "tooLong";
  return password.toLowerCase() === email.toLowerCase() ? "sameAsEmail" : null;
}
