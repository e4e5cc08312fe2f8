/** What the map itself says, whatever it shows. */
export const map = {
  label: "Kort over bygningerne",
  keys: "Flyt kortet med piletasterne, zoom med + og −. Alt på kortet findes også på listen.",
  skip: "Spring kortet over",
  tools: "Kortets værktøjer",
  zoomIn: "Zoom ind",
  zoomOut: "Zoom ud",
  showAll: "Vis alle på kortet",
  drawPolygon: "Tegn et område",
  drawBox: "Tegn en firkant",
  names: "Vis navne",
  drawPolygonHint:
    "Klik hjørnerne, eller flyt kortet og sæt dem i midten med mellemrum. Dobbeltklik eller Enter slutter, Esc fortryder.",
  drawBoxHint:
    "Klik to modsatte hjørner, eller flyt kortet og sæt dem i midten med mellemrum. Esc fortryder.",
  cancel: "Fortryd",
  overlapTitle: (count: string) => `${count} bygninger samme sted`,
  showOnly: "Vis kun disse",
  close: "Luk listen",
  cell: (count: string) => `${count} bygninger`,
  cellHint: "Klik for at zoome ind",
  base: "Bydele: omtrentlige",
  loading: "Henter kortet",
  needsScript: "Kortet kræver JavaScript. Listen viser de samme bygninger.",
};
