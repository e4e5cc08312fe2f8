import { signIn as da } from "./da/sign-in.ts";
import { signIn as en } from "./en/sign-in.ts";

export const signIn = { da, en };
