import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { actorOf } from "#app/auth/caller.ts";
import { localPathOr } from "#app/http/local-path.ts";
import { isLocale, localeCookie } from "#app/i18n/locale.ts";
import { chooseLocale } from "#db/commands/choose-locale.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: "public" };

/** Remembers a choice of language, with the account where someone is signed in, and returns to where it was made. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const locale = form.get("locale");
  if (!isLocale(locale)) throw new Response(null, { status: 422 });
  const actor = await actorOf(request, context);
  if (actor) await chooseLocale(context.db, actor, locale);
  const isSecure = new URL(request.url).protocol === "https:";
  return redirect(localPathOr(form.get("to"), "/"), {
    headers: { "Set-Cookie": localeCookie(locale, isSecure) },
  });
}

/** There is nothing to see at this address. */
export function loader() {
  return redirect("/");
}
