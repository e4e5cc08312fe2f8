import { House, Scale } from "lucide-react";
import { describe, expect, it } from "vitest";
import { Badge } from "#app/components/badge.tsx";
import { BarChart } from "#app/components/bar-chart.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { ErrorPage } from "#app/components/error-page.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { LineChart } from "#app/components/line-chart.tsx";
import { Shell } from "#app/components/shell.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { render, textOf } from "#tests/helpers/render.tsx";

const attribute = (html: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1];

describe("a field", () => {
  it("names its hint and its error to those who only hear it", () => {
    const html = render(<TextField id="mail" label="Mail" hint="På arbejdet" errors={["Skriv en mail."]} />);
    expect(html).toContain('<label for="mail"');
    expect(html).toContain('aria-describedby="mail-hint mail-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="mail-error"');
  });

  it("says nothing of errors when there are none", () => {
    const html = render(<TextField label="Mail" errors={[]} />);
    expect(html).not.toMatch(/aria-invalid|aria-describedby/);
    expect(attribute(html, "for")).toBe(attribute(html.slice(html.indexOf("<input")), "id"));
  });
});

describe("the summary of a form's errors", () => {
  it("counts the fields and leads to each", () => {
    const html = render(
      <FormErrors
        errors={[
          { fieldId: "a", message: "Ret A" },
          { fieldId: "b", message: "Ret B" },
        ]}
      />,
    );
    expect(html).toContain('href="#a"');
    expect(textOf(html)).toContain("Der er 2 felter, du skal se på");
  });

  it("is not there without errors", () => {
    expect(textOf(render(<FormErrors errors={[]} />))).toBe("");
  });
});

describe("a table", () => {
  const columns = [
    {
      key: "name",
      header: "Navn",
      sortTo: "?sort=name",
      sorted: "ascending" as const,
      cell: (row: { id: string }) => row.id,
    },
    { key: "area", header: "Areal", unit: "m²", isNumeric: true, cell: () => "12" },
  ];
  const table = (rows: { id: string }[]) =>
    render(
      <DataTable
        caption="Bygninger"
        {...{ columns, rows }}
        rowKey={(row) => row.id}
        rowTo={(row) => `/buildings/${row.id}`}
      />,
    );

  it("is a real one: a caption, heads with units, the order told, rows that open", () => {
    const html = table([{ id: "x" }]);
    expect(html).toMatch(/<caption[^>]*>Bygninger</);
    expect(html).toContain('aria-sort="ascending"');
    expect(textOf(html)).toContain("Areal m²");
    expect(html).toMatch(/<th scope="row"[^>]*><a[^>]*href="\/buildings\/x"/);
    expect(html).toMatch(/tabindex="0"/i);
  });

  it("says so when there is nothing in it", () => {
    expect(textOf(table([]))).toBe("Her er ikke noget at vise.");
  });
});

describe("a status", () => {
  it("has a shape of its own beside its word", () => {
    const all = (["good", "attention", "bad", "info", "neutral"] as const).map((status) =>
      render(<Badge status={status}>Ord</Badge>),
    );
    const shapes = all.map((html) => /<svg[^>]*>(.*?)<\/svg>/.exec(html)?.[1]);
    expect(new Set(shapes).size).toBe(all.length);
    expect(all.every((html) => textOf(html) === "Ord")).toBe(true);
  });
});

describe("an error page", () => {
  it.each([403, 404, 422, 500])(
    "tells for %i what happened and quotes a number, in both languages",
    (status) => {
      const da = textOf(render(<ErrorPage status={status} requestId="nr-17" />));
      const en = textOf(render(<ErrorPage status={status} requestId="nr-17" />, { locale: "en" }));
      expect(da).toContain("nr-17");
      expect(en).toContain("nr-17");
      expect(da).toContain(`Fejl ${status}`);
      expect(en).toContain(`Error ${status}`);
    },
  );

  it("treats what it does not know as our own fault", () => {
    expect(textOf(render(<ErrorPage status={503} />))).toContain("Det gik galt hos os");
  });
});

describe("the frame of a page", () => {
  const items = [
    { to: "/", label: "Kort", icon: House, exists: true },
    { to: "/cases", label: "Sager", icon: Scale, exists: false },
  ];
  const frame = (path: string) =>
    render(
      <Shell items={items} homeTo="/" here={path} localeTo="/locale" searchTo="/search">
        <p>Indhold</p>
      </Shell>,
      { path },
    );

  it("hides the places that do not exist yet", () => {
    const html = frame("/");
    expect(html).toContain("Kort");
    expect(html).not.toContain("Sager");
  });

  it("begins with a way past the menu, and marks where one is", () => {
    const html = frame("/");
    expect(html.indexOf('href="#content"')).toBeLessThan(html.indexOf("<nav"));
    expect(html).toContain('<main id="content"');
    expect(html).toMatch(/<a[^>]*aria-current="page"[^>]*>.*?Kort/);
  });

  it("lets the choice of language return to this page without JavaScript", () => {
    const html = frame("/leases");
    expect(html).toMatch(/<form[^>]*method="post"[^>]*action="\/locale"/);
    expect(html).toContain('<input type="hidden" name="to" value="/leases"');
  });
});

describe("a chart", () => {
  it("has a title, a sentence and its numbers in words", () => {
    const bars = [
      { label: "jan", value: 1234.5 },
      { label: "feb", value: -10 },
    ];
    const html = render(<BarChart title="Varme" unit="MWh" caption="Mindre i februar." bars={bars} />);
    expect(textOf(html)).toMatch(/Varme \(MWh\).*Mindre i februar\. .*Vis tal.*jan 1\.234,5 feb −10/);
    expect(html).not.toContain("NaN");
  });

  it("breaks a line where nothing is known, and says so with a dash among the numbers", () => {
    const line = { name: "Ude", values: [1, null, 3, 4] };
    const html = render(
      <LineChart title="T" unit="kr." caption="C" labels={["a", "b", "c", "d"]} lines={[line]} />,
    );
    const path = /<path d="([^"]*)" vector-effect/.exec(html)?.[1] ?? "";
    expect(path.match(/M/g)).toHaveLength(2);
    expect(textOf(html)).toContain("b –");
  });

  it("stands with no values at all", () => {
    expect(render(<BarChart title="T" unit="kr." caption="C" bars={[]} />)).not.toContain("NaN");
  });

  it("needs no inline style, which the content security policy would drop", () => {
    const html =
      render(<BarChart title="T" unit="kr." caption="C" bars={[{ label: "a", value: 1 }]} />) +
      render(<ErrorPage status={500} />);
    expect(html).not.toContain("style=");
  });
});
