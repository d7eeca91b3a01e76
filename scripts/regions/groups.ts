/**
 * Where Natural Earth draws smaller units than ISO's first level, these are put together: numbers of people can be shown
 * of a region, seldom of a department. Each line: the code, its English name, its Spanish name if it is another, and
 * what is left of the codes of its parts.
 */
export const groups: Record<string, string> = {
  BE: `BRU Brussels|Bruselas: BRU
VLG Flanders|Flandes: VAN VBR VLI VOV VWV
WAL Wallonia|Valonia: WBR WHT WLG WLX WNA`,
  ES: `AN Andalusia|Andalucía: AL CA CO GR H J MA SE
AR Aragon|Aragón: HU TE Z
AS Asturias: O
CB Cantabria: S
CE Ceuta: CE
CL Castile and León|Castilla y León: AV BU LE P SA SG SO VA ZA
CM Castilla-La Mancha: AB CR CU GU TO
CN Canary Islands|Canarias: GC TF
CT Catalonia|Cataluña: B GI L T
EX Extremadura: BA CC
GA Galicia: C LU OR PO
IB Balearic Islands|Islas Baleares: PM
MC Murcia: MU
MD Madrid: M
ML Melilla: ML
NC Navarre|Navarra: NA
PV Basque Country|País Vasco: BI SS VI
RI La Rioja: LO
VC Valencian Community|Comunidad Valenciana: A CS V`,
  FR: `20R Corsica|Córcega: 2A 2B
ARA Auvergne-Rhône-Alpes|Auvernia-Ródano-Alpes: 01 03 07 15 26 38 42 43 63 69 73 74
BFC Burgundy–Franche-Comté|Borgoña-Franco Condado: 21 25 39 58 70 71 89 90
BRE Brittany|Bretaña: 22 29 35 56
CVL Centre–Val de Loire|Centro-Valle de Loira: 18 28 36 37 41 45
GES Grand Est|Gran Este: 08 10 51 52 54 55 57 67 68 88
HDF Hauts-de-France|Alta Francia: 02 59 60 62 80
IDF Île-de-France|Isla de Francia: 75 77 78 91 92 93 94 95
NAQ Nouvelle-Aquitaine|Nueva Aquitania: 16 17 19 23 24 33 40 47 64 79 86 87
NOR Normandy|Normandía: 14 27 50 61 76
OCC Occitania|Occitania: 09 11 12 30 31 32 34 46 48 65 66 81 82
PAC Provence-Alpes-Côte d’Azur|Provenza-Alpes-Costa Azul: 04 05 06 13 83 84
PDL Pays de la Loire|Países del Loira: 44 49 53 72 85`,
  HU: `BA Baranya: BA PS
BE Békés: BC BE
BK Bács-Kiskun: BK KM
BU Budapest: BU
BZ Borsod-Abaúj-Zemplén: BZ MI
CS Csongrád-Csanád: CS HV SD
FE Fejér: DU FE SF
GS Győr-Moson-Sopron: GS GY SN
HB Hajdú-Bihar: DE HB
HE Heves: EG HE
JN Jász-Nagykun-Szolnok: JN SK
KE Komárom-Esztergom: KE TB
NO Nógrád: NO ST
PE Pest: ED PE
SO Somogy: KV SO
SZ Szabolcs-Szatmár-Bereg: NY SZ
TO Tolna: SS TO
VA Vas: SH VA
VE Veszprém: VE VM
ZA Zala: NK ZA ZE`,
  IE: `C Connacht: G LM MO RN SO
L Leinster: CW D KE KK LD LH LS MH OY WH WW WX
M Munster: CE CO KY LK TA WD
U Ulster: CN DL MN`,
  IT: `21 Piedmont|Piamonte: AL AT BI CN NO TO VB VC
23 Aosta Valley|Valle de Aosta: AO
25 Lombardy|Lombardía: BG BS CO CR LC LO MB MI MN PV SO VA
32 Trentino–South Tyrol|Trentino-Alto Adigio: BZ TN
34 Veneto|Véneto: BL PD RO TV VE VI VR
36 Friuli-Venezia Giulia|Friuli-Venecia Julia: GO PN TS UD
42 Liguria: GE IM SP SV
45 Emilia-Romagna|Emilia-Romaña: BO FC FE MO PC PR RA RE RN
52 Tuscany|Toscana: AR FI GR LI LU MS PI PO PT SI
55 Umbria|Umbría: PG TR
57 Marche|Marcas: AN AP FM MC PU
62 Lazio|Lacio: FR LT RI RM VT
65 Abruzzo|Abruzos: AQ CH PE TE
67 Molise: CB IS
72 Campania: AV BN CE NA SA
75 Apulia|Apulia: BA BR BT FG LE TA
77 Basilicata: MT PZ
78 Calabria: CS CZ KR RC VV
82 Sicily|Sicilia: AG CL CT EN ME PA RG SR TP
88 Sardinia|Cerdeña: CA CI NU OG OR OT SS VS`,
  NO: `03 Oslo: 03
11 Rogaland: 11
15 Møre og Romsdal: 15
18 Nordland: 18
31 Østfold: 01
32 Akershus: 02
33 Buskerud: 06
34 Innlandet: 04 05
39 Vestfold: 07
40 Telemark: 08
42 Agder: 09 10
46 Vestland: 12 14
50 Trøndelag: 16 17
55 Troms: 19
56 Finnmark: 20`,
  PH: `00 Metro Manila|Gran Manila: MNL
01 Ilocos: DGP ILN ILS LUN PAN
02 Cagayan Valley|Valle del Cagayán: BTN CAG ISA NUV QUI
03 Central Luzon|Luzón Central: AUR BAN BUL NUE PAM TAR ZMB
05 Bicol: ALB CAN CAS CAT MAS SOR
06 Western Visayas|Bisayas Occidentales: AKL ANT BCD CAP GUI ILI NEC
07 Central Visayas|Bisayas Centrales: BOH CEB LAP MDE NER SIG
08 Eastern Visayas|Bisayas Orientales: BIL EAS LEY NSA SLE WSA
09 Zamboanga Peninsula|Península de Zamboanga: ZAN ZAS ZSI
10 Northern Mindanao|Mindanao del Norte: BUK CAM LAN MSC MSR
11 Davao: COM DAO DAS DAV
12 Soccsksargen: NCO SAR SCO SUK
13 Caraga: AGN AGS DIN SUN SUR
14 Bangsamoro: BAS LAS MAG SLU TAW
15 Cordillera: ABR APA BEN IFU KAL MOU
40 Calabarzon: BTG CAV LAG QUE RIZ
41 Mimaropa: MAD MDC MDR PLW ROM`,
  GB: `ENG England|Inglaterra:
NIR Northern Ireland|Irlanda del Norte:
SCT Scotland|Escocia:
WLS Wales|Gales:`,
};

/** ISO has given these another code since Natural Earth was drawn; the place is the same. */
export const renamed: Record<string, string> = {
  'CZ-PR': 'CZ-10',
  'CZ-ST': 'CZ-20',
  'CZ-JC': 'CZ-31',
  'CZ-PL': 'CZ-32',
  'CZ-KA': 'CZ-41',
  'CZ-US': 'CZ-42',
  'CZ-LI': 'CZ-51',
  'CZ-KR': 'CZ-52',
  'CZ-PA': 'CZ-53',
  'CZ-VY': 'CZ-63',
  'CZ-JM': 'CZ-64',
  'CZ-OL': 'CZ-71',
  'CZ-ZL': 'CZ-72',
  'CZ-MO': 'CZ-80',
  'IN-CT': 'IN-CG',
  'IN-OR': 'IN-OD',
  'IN-TG': 'IN-TS',
  'IN-UT': 'IN-UK',
  'MX-DIF': 'MX-CMX',
};

/** Names that Natural Earth misspells, that have changed, or that belong to the larger of two units with one code. */
export const names: Record<string, string> = {
  'AR-B': 'Buenos Aires Province|Provincia de Buenos Aires',
  'AR-C': 'City of Buenos Aires|Ciudad de Buenos Aires',
  'AU-NSW': 'New South Wales|Nueva Gales del Sur',
  'BG-22': 'Sofia (city)|Sofía (ciudad)',
  'BG-23': 'Sofia (province)|Sofía (provincia)',
  'BR-DF': 'Federal District|Distrito Federal',
  'BY-HM': 'Minsk (city)|Minsk (ciudad)',
  'BY-MI': 'Minsk (region)|Minsk (región)',
  'CL-MA': 'Magallanes',
  'CO-CUN': 'Bogotá and Cundinamarca|Bogotá y Cundinamarca',
  'CZ-32': 'Plzeň|Pilsen',
  'DE-HB': 'Bremen|Brema',
  'DK-84': 'Capital Region|Región Capital',
  'DK-85': 'Zealand|Selandia',
  'DO-01': 'Distrito Nacional',
  'ET-SN': 'Southern Nations|Naciones del Sur',
  'GR-B': 'Central Macedonia|Macedonia Central',
  'HR-01': 'Zagreb (county)|Zagreb (condado)',
  'HR-12': 'Brod-Posavina and Požega-Slavonia|Brod-Posavina y Požega-Eslavonia',
  'HR-21': 'Zagreb (city)|Zagreb (ciudad)',
  'IN-JK': 'Jammu and Kashmir|Jammu y Cachemira',
  'IR-07': 'Tehran and Alborz|Teherán y Alborz',
  'KZ-ALA': 'Almaty',
  'MG-A': 'Toamasina',
  'MG-D': 'Antsiranana',
  'MG-F': 'Fianarantsoa',
  'MG-M': 'Mahajanga',
  'MG-T': 'Antananarivo',
  'MG-U': 'Toliara',
  'ML-3': 'Sikasso',
  'MX-CMX': 'Mexico City|Ciudad de México',
  'RU-AL': 'Altai Republic|República de Altái',
  'RU-ALT': 'Altai Krai|Krai de Altái',
  'RU-MOS': 'Moscow (oblast)|Moscú (óblast)',
  'RU-MOW': 'Moscow (city)|Moscú (ciudad)',
  'SD-DS': 'South and East Darfur|Darfur del Sur y del Este',
  'SE-T': 'Örebro',
  'TW-CYI': 'Chiayi (city)|Chiayi (ciudad)',
  'TW-CYQ': 'Chiayi (county)|Chiayi (condado)',
  'TW-HSQ': 'Hsinchu (county)|Hsinchu (condado)',
  'TW-HSZ': 'Hsinchu (city)|Hsinchu (ciudad)',
  'UA-30': 'Kyiv (city)|Kiev (ciudad)',
  'UA-32': 'Kyiv (oblast)|Kiev (óblast)',
  'US-DC': 'Washington, D.C.',
  'UZ-TK': 'Tashkent (city)|Taskent (ciudad)',
  'UZ-TO': 'Tashkent (region)|Taskent (región)',
  'YE-SA': 'Sanaa (city)|Saná (ciudad)',
  'YE-SN': 'Sanaa (governorate)|Saná (gobernación)',
};

/** Places that have a country's code of their own (ISO 3166-1), whatever they are drawn as. */
export const ownCountries: Record<string, string> = {
  'FR-GF': 'GF',
  'FR-GP': 'GP',
  'FR-MQ': 'MQ',
  'FR-RE': 'RE',
  'FR-YT': 'YT',
  'NL-BQ1': 'BQ',
  'NL-BQ2': 'BQ',
  'NL-BQ3': 'BQ',
  'NL-SX': 'SX',
  'NO-21': 'SJ',
  'US-PR': 'PR',
  '-99-X14~': 'CX',
  '-99-X15~': 'CC',
  'GR-69': 'GR-B',
};

/**
 * Countries that are one region: fewer than about two and a half million people, or drawn by municipalities, or by
 * provinces that no longer exist and cannot be put together to today's. Whoever lives there chooses the country.
 */
export const undivided: ReadonlySet<string> = new Set(
  `AD AG AI AQ AS AW AX AZ BA BB BF BH BL BM BN BS BT BW BZ CC CD CI CK CV CW CX CY DJ DM EE EH FJ FK FM FO GA GD GF GG GH GI
GL GM GN GP GQ GU GW GY HK IM IS JE KE KI KM KN KY LC LI LR LS LU LV MA MC MD ME MF MH MK MO MP MQ MS MT MU MV NA NC NF NP
NR NU PF PM PN PR PS PW QA RE SB SC SG SH SI SJ SM SR ST SX SZ TC TD TJ TK TL TO TT TV UG VA VC VG VI VU WF WS XK YT`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Nobody lives there for good: no region of its own, and part of none. */
export const uninhabited: ReadonlySet<string> = new Set(['BV', 'GS', 'HM', 'IO', 'TF', 'UM']);
