import { parseRing, type PolygonCoordinates } from "#geo/polygon.ts";

/** Hand-drawn corrections, lon,lat to about 50 m. The source is cut into tiles, which leaves wedges of water on land and
 *  the harbour torn open, and it knows the sea but no lakes. */
const polygon = (text: string): PolygonCoordinates => [parseRing(text)];

/** Land that the tile borders have eaten. */
export const landToAdd: PolygonCoordinates[] = [
  // Østerbro, north of the inner harbour
  polygon("12.560,55.704 12.5955,55.7030 12.5955,55.6960 12.599,55.694 12.590,55.692 12.560,55.695"),
  // the pier of Langelinie
  polygon("12.5965,55.6945 12.5978,55.6985 12.5992,55.7040 12.6006,55.7040 12.5998,55.6945"),
  // the inner city from the lakes to the harbour
  polygon(
    "12.555,55.679 12.569,55.685 12.5935,55.6812 12.5950,55.6795 12.5910,55.6768 12.5865,55.6748 12.5780,55.6712 12.5675,55.6665 12.562,55.670",
  ),
  // Christianshavn, along the quay
  polygon("12.5885,55.6738 12.5920,55.6759 12.5965,55.6776 12.5985,55.6768 12.5985,55.6755 12.5930,55.6725"),
  // the landfill of Nordhavn
  polygon(
    "12.608,55.7245 12.6120,55.7222 12.6160,55.7207 12.6210,55.7237 12.6265,55.7250 12.6325,55.7249 12.6388,55.7223 12.6175,55.7122 12.6165,55.7112 12.6118,55.7095 12.6118,55.7125 12.6060,55.7150",
  ),
];

/** Water that the source draws as land: two spikes on the coast, the inner harbour, and the lakes. */
export const waterToCut: PolygonCoordinates[] = [
  polygon("12.5825,55.7288 12.592,55.7275 12.5845,55.7216 12.5822,55.7220 12.5800,55.7245"),
  // the inner harbour, west quay northwards and east quay back
  polygon(
    "12.5700,55.6673 12.5760,55.6700 12.5795,55.6715 12.5832,55.6731 12.5865,55.6749 12.5910,55.6769 12.5950,55.6790 12.5985,55.6815 12.6005,55.6800 12.5970,55.6775 12.5925,55.6757 12.5890,55.6741 12.5855,55.6722 12.5815,55.6704 12.5785,55.6688 12.5730,55.6655",
  ),
  // Sankt Jørgens Sø
  polygon("12.5551,55.6752 12.5556,55.6785 12.5568,55.6813 12.5596,55.6807 12.5588,55.6783 12.5583,55.6752"),
  // Peblinge Sø
  polygon("12.5570,55.6822 12.5628,55.6867 12.5654,55.6854 12.5602,55.6813"),
  // Sortedams Sø, south and north of Fredensbro
  polygon("12.5638,55.6874 12.5697,55.6918 12.5721,55.6906 12.5663,55.6860"),
  polygon("12.5704,55.6923 12.5745,55.6955 12.5780,55.6972 12.5802,55.6961 12.5762,55.6940 12.5728,55.6911"),
  // Damhussøen
  polygon(
    "12.4748,55.6738 12.4762,55.6800 12.4785,55.6822 12.4815,55.6824 12.4833,55.6790 12.4828,55.6738 12.479,55.6730",
  ),
];
