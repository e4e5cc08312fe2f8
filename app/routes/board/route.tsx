import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { board } from "#app/i18n/board.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { RouteHandle } from "#domain/needs.ts";
import { BoardFilters } from "./board-filters.tsx";
import { BoardNotice } from "./board-notice.tsx";
import { boardTo, ViewSwitch } from "./view-switch.tsx";
import { changeBoard } from "./change-board.server.ts";
import { DayBoard } from "./day-board.tsx";
import { loadBoardDays, loadBoardList } from "./load-board.server.ts";
import { TeamBoard } from "./team-board.tsx";

export const handle: RouteHandle = {
  needs: { area: "cases", right: "read" },
  needsToChange: { area: "cases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: board[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const now = new Date();
  const params = new URL(request.url).searchParams;
  const load = params.get("view") === "day" ? loadBoardDays : loadBoardList;
  const data = await load(context.db, actor, params, now);
  return { locale: localeFrom(request, actor.locale), now: now.toISOString(), ...data };
}

const answerKeys = ["done", "stale", "refused", "absence", "nothing"];

/** Changes what a form asks and leads back to the same board with what became of it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const answer = await changeBoard(context.db, actor, await request.formData(), new Date());
  const to = new URL(request.url);
  for (const key of [...answerKeys, "_data"]) to.searchParams.delete(key);
  const said = answer ?? { nothing: true };
  for (const [key, value] of Object.entries(said)) if (value) to.searchParams.set(key, String(Number(value)));
  return redirect(to.pathname + to.search, 303);
}

export default function Board() {
  const data = useLoaderData<typeof loader>();
  const words = useWords(board);
  const format = useFormats();
  const { counts, search } = data;
  const { total, ...rest } = counts.all;
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead}
        tools={<ViewSwitch current={data.view} search={search} />}
      />
      <BoardNotice />
      <Figures>
        <Figure label={words.counts.total} value={format.number(total)} />
        {(["overdue", "waiting", "unmeasured"] as const).map((clock) => (
          <Figure
            key={clock}
            label={words.counts[clock]}
            value={format.number(rest[clock])}
            isLoud={clock === "overdue" && rest.overdue > 0}
            to={boardTo(data.view, { ...search, clock })}
          />
        ))}
        <Figure
          label={words.counts.unplanned}
          value={format.number(rest.unplanned)}
          to={boardTo("team", { ...search, day: "none" })}
        />
      </Figures>
      <BoardFilters {...data} />
      {data.view === "day" ? <DayBoard {...data} /> : <TeamBoard {...data} />}
    </Page>
  );
}
