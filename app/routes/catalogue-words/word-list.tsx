import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Form } from "#app/components/link.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { catalogue } from "#app/i18n/catalogue.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { WordRow, WordTarget } from "#db/queries/catalogue/list-words.ts";
import { nameIn } from "../catalogue/service-text.ts";
import { targetOptions } from "./target-options.ts";

interface WordListProps {
  words: { items: WordRow[]; total: number };
  targets: WordTarget[];
  target: string;
  q: string;
  mayWrite: boolean;
}

/** The words the catalogue knows, those of one target or with some letters in them. */
export function WordList({ words: found, targets, target, q, mayWrite }: WordListProps) {
  const words = useWords(catalogue).wordsPage;
  const locale = useLocale();
  const columns: Column<WordRow>[] = [
    { key: "word", header: words.word, cell: (row) => row.term },
    { key: "target", header: words.target, cell: (row) => nameIn(row, locale) },
    { key: "locale", header: words.locale, cell: (row) => words.locales[row.locale] },
  ];
  if (mayWrite) columns.push({ key: "forget", header: words.forget, cell: (row) => <Forget word={row} /> });
  return (
    <Card title={words.list} isFlush>
      <Form
        method="get"
        role="search"
        className="grid gap-3 border-y border-line p-4 sm:grid-cols-[1fr_1fr_auto] sm:items-end"
      >
        <TextField label={words.filter} name="q" type="search" defaultValue={q} />
        <SelectField
          label={words.target}
          name="target"
          none={words.all}
          defaultValue={target}
          options={targetOptions(targets, locale, words.kind)}
        />
        <Button type="submit">{words.find}</Button>
      </Form>
      <DataTable
        caption={words.title}
        phone="cards"
        rows={found.items}
        rowKey={(row) => row.id}
        empty={<p className="text-ink-soft">{words.none}</p>}
        columns={columns}
      />
      <MoreLink shown={found.items.length} total={found.total} />
    </Card>
  );
}

function Forget({ word }: { word: WordRow }) {
  const words = useWords(catalogue).wordsPage;
  return (
    <Form method="post">
      <Button type="submit" isCompact name="forget" value={word.id} aria-label={words.forgetOf(word.term)}>
        {words.forget}
      </Button>
    </Form>
  );
}
