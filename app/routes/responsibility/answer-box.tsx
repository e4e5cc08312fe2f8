import { LinkButton } from "#app/components/button.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { nameRule, type ItemNames } from "#app/components/responsibility/name-rule.ts";
import { sayAnswer } from "#app/components/responsibility/say-answer.ts";
import { responsibility } from "#app/i18n/responsibility.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { RuleRow } from "#db/queries/responsibility/list-rules.ts";
import type { WhatIf } from "./ask-what-if.server.ts";

type AnswerBoxProps = { whatIf: WhatIf; names: ItemNames; isToday: boolean; mayWrite: boolean };

/** The answer in a sentence, the clause behind it, the rule that won and those it went before. */
export function AnswerBox({ whatIf, names, isToday, mayWrite }: AnswerBoxProps) {
  const words = useWords(responsibility);
  const locale = useLocale();
  const format = useFormats();
  const { answer, question, spoke, isGap, unknownLease, respondBy, resolveBy } = whatIf;
  const [won, ...beaten] = spoke;
  const day = format.day(question.on);
  return (
    <section aria-label={words.ask.answer} className="mt-5 flex flex-col gap-3 border-t border-line pt-4">
      {unknownLease && <Notice status="attention">{words.ask.unknownLease(unknownLease)}</Notice>}
      <p className="text-sm text-ink-soft">{nameRule(words, names, question)}</p>
      <p className="max-w-prose text-lg font-semibold" data-answer>
        {sayAnswer(words, format, { ...answer, respondBy, resolveBy })}
      </p>
      <p className="max-w-prose">
        <span className="text-ink-soft">{words.ask.because}: </span>
        {locale === "da" ? answer.clauseDa : answer.clauseEn}
      </p>
      {isGap && (
        <Notice status="attention" title={words.ask.noRule}>
          {mayWrite && isToday && (
            <LinkButton className="mt-2" to={`/responsibility/rules/new?${matterParams(question)}`}>
              {words.ask.writeRule}
            </LinkButton>
          )}
        </Notice>
      )}
      {won && (
        <div className="grid gap-4 sm:grid-cols-2">
          <RuleLines title={words.ask.won} rules={[won]} names={names} />
          {beaten.length > 0 ? (
            <RuleLines title={words.ask.beat} rules={beaten} names={names} />
          ) : (
            <p className="text-sm text-ink-soft">{words.ask.beatNone}</p>
          )}
        </div>
      )}
      <p className="text-sm text-ink-soft">{isToday ? words.ask.now(day) : words.ask.then(day)}</p>
    </section>
  );
}

const matterParams = ({ itemCode, location, cause, tenure }: WhatIf["question"]) =>
  new URLSearchParams({ item: itemCode, location, cause, tenure }).toString();

function RuleLines({ title, rules, names }: { title: string; rules: readonly RuleRow[]; names: ItemNames }) {
  const words = useWords(responsibility);
  const format = useFormats();
  return (
    <div>
      <h3 className="text-sm font-semibold">{title}</h3>
      <ul className="flex flex-col gap-1">
        {rules.map((rule) => (
          <li key={rule.id}>
            <Link to={`/responsibility/rules/${rule.id}`} className="text-link inline-block min-h-6">
              {nameRule(words, names, rule)}
            </Link>
            <span className="block text-sm text-ink-soft">
              {[words.levels[rule.level], rule.partyName, words.matrix.since(format.day(rule.validFrom))]
                .filter(Boolean)
                .join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
