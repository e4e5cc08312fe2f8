/** Sets a `Paper`: A4, a head, numbered sheets, and blocks in the order given. */
export const paperTemplate = `#let data = json("data.json")
#let ink-soft = rgb("#4b5563")
#let line-colour = rgb("#d5dae1")
#let looks = (good: rgb("#e6f4ec"), attention: rgb("#fdf1dc"), bad: rgb("#fbe6e4"))
#set document(title: data.title)
#set page(paper: "a4", margin: (x: 18mm, top: 18mm, bottom: 20mm), footer: context {
  set text(size: 7.5pt, fill: ink-soft)
  grid(columns: (1fr, auto), column-gutter: 6mm, data.foot, [#counter(page).display() / #counter(page).final().first()])
})
#set text(lang: data.lang, font: "IBM Plex Sans", size: 9.5pt)
#set par(leading: 0.55em, spacing: 0.8em)
#show heading.where(level: 1): it => block(below: 4mm, text(size: 17pt, weight: 600, it.body))
#show heading.where(level: 2): it => block(above: 5mm, below: 2.5mm, text(size: 11.5pt, weight: 600, it.body))

#let table-of(b) = {
  set text(size: 8.5pt)
  table(
    columns: b.columns.map(c => if c.share == 0 { auto } else { c.share * 1fr }),
    align: (x, y) => if b.columns.at(x).isNumeric { right } else { left },
    inset: (x: 4pt, y: 3pt),
    stroke: (x, y) => (bottom: 0.5pt + line-colour),
    table.header(..b.columns.map(c => text(weight: 600, fill: ink-soft, c.head))),
    ..b.rows.enumerate().map(((at, row)) => row.map(cell =>
      if at in b.strong { text(weight: 600, cell) } else { text(cell) })).flatten()
  )
}
#let figures-of(b) = grid(
  columns: b.figures.map(_ => 1fr), column-gutter: 3mm,
  ..b.figures.map(f => block(width: 100%, inset: (y: 2mm), stroke: (top: 1pt + rgb("#1f4e8c")))[
    #text(size: 12.5pt, weight: 600, f.value) \\
    #text(size: 7.5pt, fill: ink-soft, f.label)
  ])
)
#let show-block(b) = {
  if b.kind == "heading" { heading(level: 2, b.text) }
  else if b.kind == "text" { par(b.text) }
  else if b.kind == "quiet" { text(size: 8pt, fill: ink-soft, par(b.text)) }
  else if b.kind == "note" {
    block(width: 100%, fill: looks.at(b.look), inset: 3mm, radius: 1mm)[
      #text(weight: 600, size: 10.5pt, b.title)
      #if b.text != "" [ \\ #b.text ]
    ]
  } else if b.kind == "facts" {
    grid(columns: (auto, 1fr), column-gutter: 5mm, row-gutter: 2mm,
      ..b.facts.map(((term, value)) => (text(fill: ink-soft, term), text(value))).flatten())
  } else if b.kind == "figures" { figures-of(b) }
  else if b.kind == "table" { table-of(b) }
  else if b.kind == "picture" {
    image(bytes(b.svg), format: "svg", width: 100%, alt: b.alt)
    text(size: 7.5pt, fill: ink-soft, par(b.caption))
  }
}

#text(size: 8.5pt, fill: ink-soft, data.kicker)
#heading(level: 1, data.title)
#for (at, page) in data.pages.enumerate() {
  if at > 0 { pagebreak() }
  for b in page { show-block(b) }
}
`;
