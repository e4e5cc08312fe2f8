import type { Locale } from "#app/i18n/locale.ts";

/** A way on, as a button or a line: words and the full address. */
export interface MailAction {
  label: string;
  url: string;
}

/** A mail before it is written out: to whom, in which language, and what it says. */
export interface Mail {
  /** The outbox row it follows from: the same mail sent twice has the same Message-ID. */
  id: string;
  to: string;
  locale: Locale;
  subject: string;
  /** Paragraphs of plain text. */
  paragraphs: readonly string[];
  actions: readonly MailAction[];
  /** Why one gets it, under a line. */
  footer: readonly string[];
  /** What it belongs to, so that mail programs gather mails about one case. */
  thread?: string;
  /** Where one can ask for no more of it. */
  unsubscribeUrl?: string;
}

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign]!);
const escapedLines = (text: string): string => escaped(text).replaceAll("\n", "<br>");

/** The mail as plain text. */
export function mailText(mail: Mail): string {
  const actions = mail.actions.map(({ label, url }) => `${label}:\n${url}`);
  const footer = mail.footer.length > 0 ? [`-- \n${mail.footer.join("\n")}`] : [];
  return `${[...mail.paragraphs, ...actions, ...footer].join("\n\n")}\n`;
}

const style = {
  body: "margin:0;padding:24px;background:#ffffff;color:#0c2d48;font:16px/1.5 'IBM Plex Sans',Arial,sans-serif",
  action:
    "display:inline-block;padding:10px 16px;margin:0 8px 8px 0;background:#0b5cad;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:600",
  footer: "margin:24px 0 0;padding-top:12px;border-top:1px solid #c9d3dc;color:#4a5d6e;font-size:14px",
};

/** The same as simple HTML: no pictures, nothing loaded from anywhere, readable without style. */
export function mailHtml(mail: Mail): string {
  const paragraphs = mail.paragraphs.map((text) => `<p style="margin:0 0 16px">${escapedLines(text)}</p>`);
  const actions = mail.actions.map(
    ({ label, url }) => `<a href="${escaped(url)}" style="${style.action}">${escaped(label)}</a>`,
  );
  const footer =
    mail.footer.length > 0
      ? `<p style="${style.footer}">${mail.footer.map(escapedLines).join("<br>")}</p>`
      : "";
  const body = `${paragraphs.join("")}<p style="margin:0">${actions.join("")}</p>${footer}`;
  return `<!doctype html><html lang="${mail.locale}"><head><meta charset="utf-8"><title>${escaped(mail.subject)}</title></head><body style="${style.body}"><div style="max-width:560px">${body}</div></body></html>`;
}
