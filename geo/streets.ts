import { parsePosition, type Position } from "./position.ts";

/** A street for the demonstration: its name is real, its line is a rough straight one (about ±200 m), kept inside the
 *  approximate district. Not an address register. */
export type Street = {
  name: string;
  districtCode: number;
  postcode: string;
  town: string;
  from: Position;
  to: Position;
};

/** Name, postcode, from, to: one line a street, by district number. */
const LINES: Record<number, string> = {
  1: `
    Borgergade 1300 12.5840,55.6828 12.5893,55.6866
    Bredgade 1260 12.5872,55.6815 12.5958,55.6878
    Gothersgade 1123 12.5848,55.6816 12.5715,55.6857
    Farvergade 1463 12.5718,55.6755 12.5748,55.6764
    Fiolstræde 1171 12.5730,55.6799 12.5718,55.6829
    Dronningensgade 1420 12.5897,55.6703 12.5968,55.6750
    Nørregade 1165 12.5715,55.6787 12.5697,55.6818
    Store Kongensgade 1264 12.5868,55.6818 12.5928,55.6884
    Amaliegade 1256 12.5928,55.6822 12.5970,55.6878
    Adelgade 1304 12.5836,55.6833 12.5883,55.6868
    Prinsessegade 1422 12.5908,55.6699 12.5995,55.6752
    Studiestræde 1455 12.5650,55.6771 12.5724,55.6794
    Nørre Voldgade 1358 12.5668,55.6797 12.5750,55.6841
    Landemærket 1119 12.5772,55.6821 12.5800,55.6835
    Sølvgade 1307 12.5750,55.6877 12.5866,55.6857
    Strandgade 1401 12.5895,55.6729 12.5958,55.6763`,
  2: `
    Faksegade 2100 12.5872,55.6998 12.5895,55.7008
    Bryggevangen 2100 12.5705,55.7085 12.5668,55.7130
    Kildevældsgade 2100 12.5645,55.7108 12.5755,55.7124
    Haraldsgade 2100 12.5585,55.7084 12.5612,55.7096
    Østerbrogade 2100 12.5790,55.6990 12.5768,55.7140
    Nordre Frihavnsgade 2100 12.5780,55.7003 12.5902,55.7044
    Århusgade 2100 12.5775,55.7063 12.5922,55.7074
    Strandboulevarden 2100 12.5915,55.7010 12.5852,55.7115
    Randersgade 2100 12.5808,55.7025 12.5803,55.7115
    Rosenvængets Allé 2100 12.5790,55.7004 12.5858,55.7001
    Borgmester Jensens Allé 2100 12.5702,55.7062 12.5672,55.7085
    Lyngbyvej 2100 12.5628,55.7080 12.5618,55.7195`,
  3: `
    Baggesensgade 2200 12.5597,55.6873 12.5548,55.6887
    Blågårdsgade 2200 12.5598,55.6884 12.5563,55.6856
    Guldbergsgade 2200 12.5608,55.6907 12.5548,55.6983
    Heimdalsgade 2200 12.5482,55.6991 12.5523,55.7013
    Jægersborggade 2200 12.5448,55.6909 12.5434,55.6938
    Nørrebrogade 2200 12.5613,55.6886 12.5403,55.6993
    Elmegade 2200 12.5598,55.6893 12.5612,55.6904
    Stefansgade 2200 12.5458,55.6951 12.5408,55.6920
    Rantzausgade 2200 12.5550,55.6850 12.5455,55.6889
    Tagensvej 2200 12.5603,55.6958 12.5503,55.7027
    Mimersgade 2200 12.5493,55.6979 12.5467,55.7033
    Rådmandsgade 2200 12.5543,55.7003 12.5492,55.7014
    Møllegade 2200 12.5571,55.6906 12.5594,55.6929
    Sjællandsgade 2200 12.5618,55.6936 12.5567,55.6953`,
  4: `
    Istedgade 1650 12.5620,55.6723 12.5440,55.6665
    Ingerslevsgade 1705 12.5640,55.6699 12.5480,55.6640
    Enghavevej 1674 12.5470,55.6705 12.5442,55.6602
    Gasværksvej 1656 12.5562,55.6729 12.5588,55.6697
    Matthæusgade 1666 12.5528,55.6717 12.5468,55.6698
    Vesterbrogade 1620 12.5618,55.6737 12.5510,55.6718
    Sønder Boulevard 1720 12.5607,55.6691 12.5462,55.6655
    Dybbølsgade 1721 12.5595,55.6682 12.5475,55.6650
    Viktoriagade 1655 12.5576,55.6734 12.5588,55.6716
    Saxogade 1662 12.5502,55.6714 12.5514,55.6691
    Haderslevgade 1671 12.5455,55.6689 12.5441,55.6676
    Mozartsvej 2450 12.5398,55.6519 12.5347,55.6512
    Borgbjergsvej 2450 12.5383,55.6513 12.5423,55.6534
    P. Knudsens Gade 2450 12.5302,55.6481 12.5395,55.6485`,
  5: `
    Valby Langgade 2500 12.5188,55.6648 12.4885,55.6652
    Vigerslevvej 2500 12.5108,55.6634 12.4932,55.6527
    Retortvej 2500 12.5120,55.6543 12.5107,55.6478
    Annexstræde 2500 12.5087,55.6637 12.5098,55.6655
    Ellebjergvej 2500 12.5187,55.6511 12.5078,55.6466
    Toftegårds Plads 2500 12.5125,55.6580 12.5145,55.6589
    Gammel Køge Landevej 2500 12.5138,55.6574 12.5025,55.6443
    Folehaven 2500 12.5028,55.6470 12.4940,55.6479
    Vigerslev Allé 2500 12.5235,55.6601 12.4985,55.6611
    Trekronergade 2500 12.5218,55.6624 12.5167,55.6591
    Carl Jacobsens Vej 2500 12.5160,55.6555 12.5215,55.6563
    Kulbanevej 2500 12.5032,55.6573 12.5113,55.6548
    Landlystvej 2500 12.4905,55.6599 12.4975,55.6577`,
  6: `
    Jernbane Allé 2720 12.4908,55.6868 12.4838,55.6841
    Jyllingevej 2720 12.4870,55.6880 12.4722,55.6865
    Sallingvej 2720 12.5098,55.6931 12.4903,55.6896
    Katrinedalsvej 2720 12.4880,55.6885 12.4852,55.6953
    Ålekistevej 2720 12.4835,55.6836 12.4792,55.6929
    Slotsherrensvej 2720 12.4868,55.6964 12.4692,55.6946
    Grøndals Parkvej 2720 12.4932,55.6836 12.5078,55.6929
    Vanløse Allé 2720 12.4894,55.6854 12.4862,55.6792
    Hyltebjerg Allé 2720 12.4848,55.6896 12.4757,55.6904
    Linde Allé 2720 12.4880,55.6854 12.4849,55.6808
    Bogholder Allé 2720 12.4771,55.6914 12.4798,55.6861
    Indertoften 2720 12.4860,55.6930 12.4903,55.6925`,
  7: `
    Frederikssundsvej 2700 12.5045,55.7046 12.4702,55.7114
    Brønshøjvej 2700 12.4996,55.7049 12.5048,55.7074
    Husumvej 2700 12.4958,55.7041 12.4832,55.7045
    Åkandevej 2700 12.4832,55.7146 12.4888,55.7164
    Islevhusvej 2700 12.4780,55.7079 12.4752,55.7027
    Veksøvej 2700 12.4872,55.7084 12.4898,55.7061
    Ruten 2700 12.4792,55.7186 12.4858,55.7194
    Gavlhusvej 2700 12.4778,55.7200 12.4828,55.7205
    Mørkhøjvej 2700 12.4788,55.7096 12.4718,55.7158
    Håbets Allé 2700 12.4987,55.7023 12.5008,55.7048
    Kobbelvænget 2700 12.4792,55.7111 12.4818,55.7129
    Krabbesholmvej 2700 12.4949,55.7076 12.4936,55.7099`,
  8: `
    Frederiksborgvej 2400 12.5358,55.7052 12.5292,55.7213
    Emdrupvej 2400 12.5302,55.7221 12.5525,55.7206
    Rentemestervej 2400 12.5383,55.7075 12.5302,55.7061
    Glasvej 2400 12.5375,55.7091 12.5366,55.7072
    Tuborgvej 2400 12.5262,55.7136 12.5515,55.7184
    Tomsgårdsvej 2400 12.5233,55.7070 12.5342,55.7089
    Hulgårdsvej 2400 12.5237,55.7058 12.5242,55.7027
    Birkedommervej 2400 12.5272,55.7081 12.5318,55.7104
    Dortheavej 2400 12.5328,55.7074 12.5263,55.7061
    Bispebjerg Bakke 2400 12.5342,55.7116 12.5398,55.7149
    Bogtrykkervej 2400 12.5217,55.7095 12.5283,55.7100
    Horsebakken 2400 12.5187,55.7161 12.5228,55.7189`,
  9: `
    Holmbladsgade 2300 12.6055,55.6656 12.6222,55.6689
    Kastrupvej 2300 12.6142,55.6589 12.6268,55.6482
    Backersvej 2300 12.6170,55.6590 12.6223,55.6453
    Prags Boulevard 2300 12.6060,55.6681 12.6245,55.6704
    Øresundsvej 2300 12.6085,55.6615 12.6315,55.6624
    Strandlodsvej 2300 12.6265,55.6670 12.6308,55.6577
    Amager Strandvej 2300 12.6300,55.6648 12.6395,55.6505
    Italiensvej 2300 12.6165,55.6535 12.6308,55.6545
    Lergravsvej 2300 12.6142,55.6611 12.6273,55.6634
    Østrigsgade 2300 12.6125,55.6614 12.6149,55.6562
    Uplandsgade 2300 12.6202,55.6738 12.6214,55.6697
    Vermlandsgade 2300 12.6065,55.6701 12.6118,55.6723
    Hedegaardsvej 2300 12.6162,55.6484 12.6278,55.6508`,
  10: `
    Njalsgade 2300 12.5785,55.6659 12.5900,55.6628
    Artillerivej 2300 12.5783,55.6635 12.5692,55.6507
    Englandsvej 2300 12.5985,55.6588 12.6033,55.6423
    Sundholmsvej 2300 12.5922,55.6615 12.5990,55.6591
    Islands Brygge 2300 12.5788,55.6679 12.5703,55.6563
    Amager Fælledvej 2300 12.5890,55.6648 12.5928,55.6602
    Ørestads Boulevard 2300 12.5880,55.6558 12.5771,55.6242
    Leifsgade 2300 12.5806,55.6651 12.5829,55.6674
    Gunløgsgade 2300 12.5788,55.6646 12.5838,55.6672
    Peder Lykkes Vej 2300 12.5952,55.6519 12.6038,55.6500
    Røde Mellemvej 2300 12.5946,55.6543 12.5964,55.6432
    Irlandsvej 2300 12.6061,55.6528 12.6092,55.6432
    Brydes Allé 2300 12.5961,55.6475 12.6038,55.6470
    Vejlands Allé 2300 12.5852,55.6401 12.6018,55.6429
    Arne Jacobsens Allé 2300 12.5788,55.6300 12.5737,55.6310`,
};

const LINE = /^(?<name>.+) (?<postcode>\d{4}) (?<from>\S+) (?<to>\S+)$/;

/** The post town of a postcode in Copenhagen Municipality; null for every other, such as 1800–2000, Frederiksberg.
 *  @example postTown("2200") // "København N" */
export function postTown(postcode: string): string | null {
  const number = Number(postcode);
  if (number >= 1000 && number <= 1499) return "København K";
  if (number >= 1500 && number <= 1799) return "København V";
  return TOWNS[postcode] ?? null;
}

const TOWNS: Record<string, string> = {
  "2100": "København Ø",
  "2150": "Nordhavn",
  "2200": "København N",
  "2300": "København S",
  "2400": "København NV",
  "2450": "København SV",
  "2500": "Valby",
  "2700": "Brønshøj",
  "2720": "Vanløse",
};

function readStreet(districtCode: number, line: string): Street {
  const { name, postcode, from, to } = LINE.exec(line.trim())?.groups ?? {};
  const town = postTown(postcode ?? "");
  const ends = [from, to].map((text) => parsePosition(text ?? ""));
  if (!name || !postcode || !town || !ends[0] || !ends[1]) throw new Error(`not a street: ${line}`);
  return { name, districtCode, postcode, town, from: ends[0], to: ends[1] };
}

/** Streets in every district, along which the addresses of the demonstration lie. */
export const streets: Street[] = Object.entries(LINES).flatMap(([code, lines]) =>
  lines
    .trim()
    .split("\n")
    .map((line) => readStreet(Number(code), line)),
);
