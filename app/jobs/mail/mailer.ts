import { mkdirSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { mailHtml, mailText, type Mail } from "./mail.ts";

/** Sends a mail, or throws. */
export interface Mailer {
  send: (mail: Mail) => Promise<void>;
  close: () => void;
}

/** The headers and both bodies, as every mailer sends them. `host` makes ids the world's own. */
export function messageOf(mail: Mail, from: string, host: string): SendMailOptions {
  const { unsubscribeUrl, thread } = mail;
  const threadId = thread && `<${thread}@${host}>`;
  return {
    from,
    to: mail.to,
    subject: mail.subject,
    text: mailText(mail),
    html: mailHtml(mail),
    messageId: `<${mail.id}@${host}>`,
    ...(threadId && { inReplyTo: threadId, references: threadId }),
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": mail.locale,
      ...(unsubscribeUrl && {
        "List-Unsubscribe": `<${unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  };
}

/** Half a minute for each part of a conversation, so that a server that hangs does not hold work up for ever. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends by the SMTP server of the settings. @example smtpMailer("smtp://user:word@mail.example:587", "Portal <portal@city.example>", "city.example") */
export function smtpMailer(url: string, from: string, host: string): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...timeouts });
  return {
    send: async (mail) => {
      await transport.sendMail(messageOf(mail, from, host));
    },
    close: () => transport.close(),
  };
}

/**
 * Writes each mail as one `.eml` file, named by its outbox row (and so in the order of time): the same mail again is the
 * same file.
 */
export function folderMailer(folder: string, from: string, host: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(messageOf(mail, from, host));
      mkdirSync(folder, { recursive: true });
      const file = path.join(folder, `${mail.id}.eml`);
      await writeFile(`${file}.part`, message as Buffer);
      await rename(`${file}.part`, file);
    },
    close: () => undefined,
  };
}
