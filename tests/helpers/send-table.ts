import type { ServedApp } from "./served-app.ts";

/** Sends a table by the form of a page that takes one in, as a browser does; `as` is the cookie of who sends. */
export async function sendTable(
  site: ServedApp,
  { as, to, csv, fields = {} }: { as: string; to: string; csv: string; fields?: Record<string, string> },
) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ source: "Prøve", ...fields })) form.set(name, value);
  form.set("file", new Blob([csv], { type: "text/csv" }), "tabel.csv");
  const headers = { Cookie: as, Origin: site.origin };
  const answer = await fetch(site.origin + to, { method: "POST", headers, body: form });
  return { status: answer.status, html: await answer.text() };
}
