/** Countries (ISO 3166-1, and Kosovo's user-assigned XK) by continent (UN M49). Places where nobody lives for good are left out. */
export const countriesOf: Readonly<Record<string, string>> = {
  '002': `AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG
RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW`,
  '003': `AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM PR SV SX TC TT US
VC VG VI`,
  '005': 'AR BO BR CL CO EC FK GF GY PE PY SR UY VE',
  '142': `AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS
QA SA SG SY TH TJ TL TM TR TW UZ VN YE`,
  '150': `AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL
NO PL PT RO RS RU SE SI SJ SK SM UA VA XK`,
  '009': 'AS AU CC CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS',
  '010': 'AQ',
};

/**
 * Codes that are no country's any more, or nobody's place to live, and the smallest region that holds all that came after:
 * whoever chose the Netherlands Antilles lives in North America, for all we know.
 */
export const withdrawnCountries: Readonly<Record<string, string>> = {
  AN: '003',
  BU: 'MM',
  BV: '005',
  CS: '150',
  DD: 'DE',
  DY: 'BJ',
  EL: 'GR',
  FX: 'FR',
  GS: '005',
  HM: '009',
  HV: 'BF',
  IO: '002',
  NH: 'VU',
  NT: '142',
  PC: '009',
  PZ: 'PA',
  RH: 'ZW',
  SU: '001',
  TF: '002',
  TP: 'TL',
  UK: 'GB',
  UM: '009',
  VD: 'VN',
  YD: 'YE',
  YU: '150',
  ZR: 'CD',
};
