/** Colours of pictures on paper; low is hollow and high is full, so that they part in grey too. */
export const paperColours = {
  ...{
    ink: "#1b2430",
    soft: "#5b6675",
    line: "#c4cbd5",
    blue: "#1f4e8c",
    tint: "#f3c98b",
    accent: "#b45f06",
  },
  ...{ water: "#dfe9f2", land: "#f6f5f1", edge: "#b9c0ca", white: "#ffffff" },
};

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it may stand in a picture. @example escaped("A & B") // "A &amp; B" */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign]!);

type Attributes = Record<string, string | number>;

/** An element of a picture. @example tag("rect", { x: 1 }) // '<rect x="1"/>' */
export function tag(name: string, attributes: Attributes, content = ""): string {
  const said = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? Number(value.toFixed(2)) : escaped(value)}"`,
  );
  return content ? `<${name}${said.join("")}>${content}</${name}>` : `<${name}${said.join("")}/>`;
}

/** A line of words in a picture. */
export const words = (x: number, y: number, text: string, more: Attributes = {}): string =>
  tag(
    "text",
    { x, y, "font-family": "IBM Plex Sans", "font-size": 13, fill: paperColours.ink, ...more },
    escaped(text),
  );

/** A whole picture of so many units each way. */
export const svgOf = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${parts.join("")}</svg>`;
