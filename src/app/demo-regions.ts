/**
 * Where the demonstration's invented people live: so many in a hundred thousand in each country, and of those in each of
 * its parts. Invented, to fill a map; it says nothing about where anybody lives.
 */
const countries: Record<string, number> = {
  ES: 14_000,
  US: 17_000,
  GB: 10_000,
  DE: 8_500,
  FR: 7_500,
  IT: 6_500,
  BR: 5_500,
  MX: 3_800,
  AR: 3_300,
  CA: 3_200,
  AU: 2_700,
  IN: 2_600,
  PT: 1_700,
  NL: 1_700,
  CO: 1_300,
  CL: 1_200,
  JP: 1_100,
  ZA: 900,
  PL: 900,
  SE: 850,
  IE: 800,
  BE: 700,
  TR: 650,
  CH: 600,
  NZ: 520,
  NG: 480,
  EG: 420,
  MA: 400,
  KE: 380,
  IL: 330,
  PH: 300,
  KR: 280,
  NO: 210,
  DK: 180,
  FI: 160,
  GR: 150,
  PE: 140,
  UY: 120,
  MT: 60,
  IS: 50,
  LU: 40,
  GH: 30,
  FJ: 20,
};

/** The larger parts of the larger countries; whoever is left named only the country. */
const parts: Record<string, Record<string, number>> = {
  ES: { MD: 24, CT: 20, AN: 15, VC: 10, GA: 6, PV: 5, CL: 4, AR: 3, CN: 3, MC: 2, NC: 1, CB: 1 },
  US: { CA: 13, TX: 9, FL: 8, NY: 8, PA: 5, IL: 5, OH: 4, WA: 4, MA: 4, NC: 3, GA: 3, MI: 3, CO: 2, OR: 2, MN: 2 },
  GB: { ENG: 76, SCT: 9, WLS: 6, NIR: 3 },
  DE: { NW: 21, BY: 15, BW: 13, NI: 9, HE: 8, BE: 6, SN: 4, HH: 3 },
  FR: { IDF: 19, ARA: 12, OCC: 9, NAQ: 9, HDF: 8, PAC: 8, GES: 7, BRE: 6, PDL: 5 },
  IT: { 25: 18, 62: 11, 72: 8, 82: 7, 34: 8, 45: 8, 21: 7, 52: 6 },
  BR: { SP: 26, MG: 12, RJ: 12, RS: 8, PR: 7, BA: 6 },
  MX: { CMX: 20, MEX: 12, JAL: 10, NLE: 7 },
  AR: { B: 30, C: 18, X: 11, S: 8 },
  CA: { ON: 36, QC: 19, BC: 16, AB: 10 },
  AU: { NSW: 32, VIC: 27, QLD: 18, WA: 9 },
};

function pick(weights: Record<string, number>, total: number, at: number): string | undefined {
  let left = at * total;
  return Object.keys(weights).find((key) => (left -= weights[key]!) < 0);
}

/** The region of the nth invented person: spread evenly, and the same each time. */
export function demoRegion(index: number): string | null {
  const country = pick(countries, 104_000, (index * 0.618_033_988_75) % 1);
  if (country === undefined) return null;
  const part = pick(parts[country] ?? {}, 100, (index * 0.754_877_666_2) % 1);
  return part === undefined ? country : `${country}-${part}`;
}
