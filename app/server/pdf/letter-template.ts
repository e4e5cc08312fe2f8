/** A letter in Danish on one page or more: data is `{ title, to: [], place, facts: [[term, value]], text: [], from: [] }`, all text. */
export const letterTemplate = `#let data = json("data.json")
#set document(title: data.title)
#set page(paper: "a4", margin: (x: 25mm, top: 30mm, bottom: 25mm))
#set text(lang: "da", font: "IBM Plex Sans", size: 10.5pt)
#set par(leading: 0.7em, spacing: 1.1em)
#for line in data.to [#line \\ ]
#v(8mm)
#align(right, data.place)
#v(8mm)
#heading(level: 1, text(size: 14pt, data.title))
#v(3mm)
#for (term, value) in data.facts [
  / #term: #value
]
#v(3mm)
#for paragraph in data.text [
  #paragraph

]
#v(8mm)
#for line in data.from [#line \\ ]
`;
