import type { Paper } from "#app/server/pdf/paper.ts";
import { economyPage } from "./economy-page.ts";
import { voiceOf, type Submitted } from "./paper-voice.ts";
import { proposalPage } from "./proposal-page.ts";
import { surePage } from "./sure-page.ts";
import { wherePage } from "./where-page.ts";

/** A case for the council on four pages: what is proposed, where, what it costs whom, and how sure that is; of what was frozen. */
export function casePaper(about: Submitted): Paper {
  const voice = voiceOf(about);
  const { found, submission, locale } = about;
  return {
    ...{ lang: locale, title: found.name, kicker: voice.words.kicker(found.number) },
    foot: voice.words.foot(found.number, submission.sha256),
    pages: [proposalPage, wherePage, economyPage, surePage].map((page) => page(about, voice)),
  };
}
