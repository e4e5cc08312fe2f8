import { Form } from "@remix-run/react";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { OrderClockBadge, OrderStateBadge } from "#app/components/order-clock.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { board } from "#app/i18n/board.ts";
import { orders } from "#app/i18n/orders.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { BoardRow } from "#db/queries/work/list-board.ts";
import type { BoardList } from "./load-board.server.ts";
import { TeamStrip } from "./team-strip.tsx";
import { boardTo } from "./view-switch.tsx";

type TeamBoardProps = BoardList & { now: string };

/** The board as a list: the teams with what they have on today, and the orders, to be chosen and handed over together. */
export function TeamBoard(data: TeamBoardProps) {
  const { page, search, counts, isFirst } = data;
  const words = useWords(board).table;
  const format = useFormats();
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[16rem_minmax(0,1fr)]">
      <TeamStrip {...data} />
      <Card isFlush>
        <Form method="post" preventScrollReset>
          <BulkBar teams={data.teams} />
          <DataTable
            caption={words.caption}
            phone="cards"
            rows={page.rows}
            rowKey={(row) => row.id}
            rowTo={(row) => `/orders/${row.id}`}
            empty={<p className="text-ink-soft">{words.none}</p>}
            columns={useOrderColumns(data.now)}
          />
        </Form>
        <p className="figures flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-2.5 text-sm text-ink-soft">
          <span>{words.shown(format.number(page.rows.length), format.number(counts.all.total))}</span>
          <span className="flex gap-2">
            {!isFirst && (
              <LinkButton to={boardTo("team", search)} isCompact>
                {words.first}
              </LinkButton>
            )}
            {page.next && (
              <LinkButton to={boardTo("team", search, { after: page.next })} isCompact>
                {words.next}
              </LinkButton>
            )}
          </span>
        </p>
      </Card>
    </div>
  );
}

function BulkBar({ teams }: Pick<TeamBoardProps, "teams">) {
  const words = useWords(board).bulk;
  return (
    <fieldset className="screen-only flex flex-wrap items-end gap-3 border-b border-line p-4">
      <legend className="sr-only">{words.legend}</legend>
      <SelectField
        label={words.team}
        name="teamId"
        none="–"
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        className="w-full md:w-56"
      />
      <Button type="submit" name="intent" value="assign">
        {words.assign}
      </Button>
      <TextField label={words.day} name="plannedOn" type="date" className="w-40" />
      <Button type="submit" name="intent" value="plan">
        {words.plan}
      </Button>
    </fieldset>
  );
}

function useOrderColumns(now: string): Column<BoardRow>[] {
  const words = useWords(board).table;
  const { priorities } = useWords(orders);
  const isDanish = useLocale() === "da";
  return [
    {
      key: "order",
      header: words.order,
      cell: (row) => (
        <span className="block min-w-0 md:max-w-60 2xl:max-w-sm">
          <span className="figures">{row.number}</span>{" "}
          <span className="block truncate font-normal text-ink">
            {[isDanish ? row.itemDa : row.itemEn, row.text].filter(Boolean).join(": ")}
          </span>
          <span className="block truncate text-sm font-normal text-ink-soft">{row.building}</span>
        </span>
      ),
    },
    {
      key: "chosen",
      header: words.chosen,
      cell: (row) => (
        <input
          type="checkbox"
          name="order"
          value={`${row.id}.${row.version}`}
          aria-label={words.select(row.number)}
          className="relative z-10 size-6"
        />
      ),
    },
    {
      key: "clock",
      header: words.clock,
      cell: (row) => <When row={row} now={now} />,
    },
    {
      key: "state",
      header: words.state,
      cell: (row) => (
        <span className="flex flex-col items-start gap-0.5">
          <OrderStateBadge state={row.state} />
          <span className="text-sm whitespace-nowrap">{priorities[row.priority]}</span>
        </span>
      ),
    },
    {
      key: "team",
      header: words.team,
      cell: (row) => (
        <span className="block min-w-0 md:max-w-36 2xl:max-w-56">
          <span className="block truncate">{row.team ?? "–"}</span>
          {row.person && <span className="block truncate text-sm text-ink-soft">{row.person}</span>}
        </span>
      ),
    },
  ];
}

/** How the clock stands, and the day it is planned for. */
function When({ row, now }: { row: BoardRow; now: string }) {
  const words = useWords(board).table;
  const format = useFormats();
  return (
    <span className="flex flex-col items-start gap-0.5">
      <OrderClockBadge order={row} now={now} />
      {row.plannedOn && (
        <span className="figures text-sm whitespace-nowrap text-ink-soft">
          {words.planned} {format.day(row.plannedOn)}
        </span>
      )}
    </span>
  );
}
