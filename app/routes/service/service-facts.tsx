import { DescriptionList } from "#app/components/description-list.tsx";
import { catalogue } from "#app/i18n/catalogue.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ServiceRow } from "#db/queries/catalogue/list-services.ts";
import { approvalText, priceOf, promiseText } from "../catalogue/service-text.ts";

/** What a service costs and promises today, each with where it comes from. */
export function ServiceFacts({ service }: { service: ServiceRow }) {
  const words = useWords(catalogue);
  const format = useFormats();
  const { page } = words;
  const { unit, normMinutes, quality, visitsPerYear, priority } = service;
  return (
    <DescriptionList
      facts={[
        { term: page.price, value: priceOf(service, words, format), source: service.source },
        {
          term: page.normTime,
          value:
            unit && normMinutes !== null
              ? page.minutesPerUnit(format.number(normMinutes), words.perUnit[unit])
              : null,
        },
        ...(quality === null ? [] : [{ term: page.quality, value: page.qualityOf(String(quality)) }]),
        ...(visitsPerYear === null
          ? []
          : [{ term: page.frequency, value: page.visits(format.number(visitsPerYear)) }]),
        { term: page.priority, value: priority === null ? null : words.priorities[priority] },
        { term: page.sla, value: promiseText(service, words, format) },
        { term: page.approval, value: approvalText(service, words, format) },
        { term: page.supplier, value: service.teamName ?? words.noTeam },
        { term: page.owner, value: service.owner },
      ]}
    />
  );
}
