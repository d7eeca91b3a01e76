// Made by scripts/regions/make-subdivisions.ts from Natural Earth (1:10m, admin 1; public domain, naturalearthdata.com).

/** A line a country: its code, then each subdivision's rest of the code, its English name, and its Spanish one if it is another. */
export const subdivisionLines = `AE AJ=Ajman;AZ=Abu Dhabi|Abu Dabi;DU=Dubai|Dubái;FU=Fujairah|Fuyaira;RK=Ras Al Khaimah|Ras al-Jaima;SH=Sharjah;UQ=Umm Al Quwain|Umm al-Qaywayn
AF BAL=Balkh|Balj;BAM=Bamyan|Bamiyán;BDG=Badghis|Bādgīs;BDS=Badakhshan|Badajshán;BGL=Baghlan;FRA=Farah|Farāh;FYB=Faryab|Fāryāb;GHA=Ghazni|Gazni;GHO=Ghōr|Ġawr;HEL=Helmand;HER=Herat|Herāt;JOW=Jowzjan|Jawzjān;KAB=Kabul;KAN=Kandahar;KAP=Kapisa|Kāpīsā;KDZ=Kunduz|Qundūz;KHO=Khost|Jost;KNR=Kunar;LAG=Laghman|Laġmān;LOG=Logar|Lawgar;NAN=Nangarhar;NIM=Nimruz;NUR=Nuristan|Nūristān;PAR=Parwan|Parwān;PIA=Paktika|Paktīkā;PKA=Paktia|Paktiyā;SAM=Samangan|Samangān;SAR=Sar-e Pol|Sar-e Pul;TAK=Takhar|Tahār;URU=Urozgan|Urūzgān;WAR=Maidan Wardak|Vardak;ZAB=Zabul|Zābul
AL 01=Berat;02=Durrës;03=Elbasan;04=Fier;05=Gjirokastër;06=Korçë;07=Kukës;08=Lezhë;09=Dibër;10=Shkodër;11=Tirana;12=Vlorë
AM AG=Aragatsotn;AR=Ararat;AV=Armavir;ER=Yerevan|Ereván;GR=Gegharkunik|Geghark’unik’;KT=Kotayk|Kotayk’;LO=Lori|Lorri;SH=Shirak;SU=Syunik|Syunik’;TV=Tavush;VD=Vayots Dzor|Vayots’ Dzor
AO BGO=Bengo;BGU=Benguela;BIE=Bié;CAB=Cabinda;CCU=Cuando Cubango;CNN=Cunene;CNO=Cuanza Norte;CUS=Cuanza Sul|Cuanza Sur;HUA=Huambo;HUI=Huíla|Huila;LNO=Lunda Norte;LSU=Lunda Sul;LUA=Luanda;MAL=Malanje;MOX=Moxico;NAM=Namibe;UIG=Uíge|Uige;ZAI=Zaire
AR A=Salta;B=Buenos Aires Province|Provincia de Buenos Aires;C=City of Buenos Aires|Ciudad de Buenos Aires;D=San Luis;E=Entre Ríos;F=La Rioja;G=Santiago del Estero;H=Chaco;J=San Juan;K=Catamarca;L=La Pampa;M=Mendoza;N=Misiones;P=Formosa;Q=Neuquén;R=Río Negro;S=Santa Fe;T=Tucumán;U=Chubut;V=Tierra del Fuego;W=Corrientes;X=Córdoba;Y=Jujuy;Z=Santa Cruz
AT 1=Burgenland;2=Carinthia|Carintia;3=Lower Austria|Baja Austria;4=Upper Austria|Alta Austria;5=Salzburg|Salzburgo;6=Styria|Estiria;7=Tyrol|Tirol;8=Vorarlberg;9=Vienna|Viena
AU ACT=Australian Capital Territory|Territorio de la Capital Australiana;NSW=New South Wales|Nueva Gales del Sur;NT=Northern Territory|Territorio del Norte;QLD=Queensland;SA=South Australia|Australia Meridional;TAS=Tasmania;VIC=Victoria;WA=Western Australia|Australia Occidental
BD A=Barisal;B=Chattogram|Chittagong;C=Dhaka|Daca;D=Khulna;E=Rajshahi;F=Rangpur;G=Sylhet
BE BRU=Brussels|Bruselas;VLG=Flanders|Flandes;WAL=Wallonia|Valonia
BG 01=Blagoevgrad;02=Burgas;03=Varna;04=Veliko Tarnovo;05=Vidin;06=Vratsa;07=Gabrovo;08=Dobrich;09=Kardzhali;10=Kyustendil;11=Lovech;12=Montana;13=Pazardzhik;14=Pernik;15=Pleven;16=Plovdiv;17=Razgrad;18=Ruse;19=Silistra;20=Sliven;21=Smolyan;22=Sofia (city)|Sofía (ciudad);23=Sofia (province)|Sofía (provincia);24=Stara Zagora;25=Targovishte|Tărgovište;26=Haskovo;27=Shumen;28=Yambol
BI BB=Bubanza;BL=Bujumbura Rural|Buyumbura Rural;BM=Bujumbura Mairie|Buyumbura Mairie;BR=Bururi;CA=Cankuzo;CI=Cibitoke;GI=Gitega;KI=Kirundo;KR=Karuzi;KY=Kayanza;MA=Makamba;MU=Muramvya;MW=Mwaro;MY=Muyinga;NG=Ngozi;RT=Rutana;RY=Ruyigi
BJ AK=Atakora;AL=Alibori;AQ=Atlantique;BO=Borgou;CO=Collines;DO=Donga;KO=Kouffo;LI=Littoral;MO=Mono;OU=Ouémé;PL=Plateau;ZO=Zou
BO B=Beni;C=Cochabamba;H=Chuquisaca;L=La Paz;N=Pando;O=Oruro;P=Potosí;S=Santa Cruz;T=Tarija
BR AC=Acre;AL=Alagoas;AM=Amazonas;AP=Amapá;BA=Bahia|Bahía;CE=Ceará;DF=Federal District|Distrito Federal;ES=Espírito Santo;GO=Goiás;MA=Maranhão;MG=Minas Gerais;MS=Mato Grosso do Sul;MT=Mato Grosso;PA=Pará;PB=Paraíba;PE=Pernambuco;PI=Piauí;PR=Paraná;RJ=Rio de Janeiro|Río de Janeiro;RN=Rio Grande do Norte|Río Grande del Norte;RO=Rondônia;RR=Roraima;RS=Rio Grande do Sul|Río Grande del Sur;SC=Santa Catarina;SE=Sergipe;SP=São Paulo;TO=Tocantins
BY BR=Brest;HM=Minsk (city)|Minsk (ciudad);HO=Gomel|Gómel;HR=Grodno;MA=Mahilioŭ|Maguilov;MI=Minsk (region)|Minsk (región);VI=Vitebsk|Vítebsk
CA AB=Alberta;BC=British Columbia|Columbia Británica;MB=Manitoba;NB=New Brunswick|Nuevo Brunswick;NL=Newfoundland and Labrador|Terranova y Labrador;NS=Nova Scotia|Nueva Escocia;NT=Northwest Territories|Territorios del Noroeste;NU=Nunavut;ON=Ontario;PE=Prince Edward Island|Isla del Príncipe Eduardo;QC=Quebec;SK=Saskatchewan;YT=Yukon|Yukón
CF AC=Ouham;BB=Bamingui-Bangoran;BGF=Bangui;BK=Basse-Kotto;HK=Haute-Kotto;HM=Haut-Mbomou;HS=Mambéré-Kadéï;KB=Nana-Grébizi Economic|Nana-Grébizi;KG=Kémo;LB=Lobaye;MB=Mbomou;MP=Ombella-M’Poko;NM=Nana-Mambéré;OP=Ouham-Pendé;SE=Sangha-Mbaéré;UK=Ouaka;VK=Vakaga
CG 11=Bouenza;12=Pool;13=Sangha;14=Plateaux;15=Cuvette-Ouest|Cuvette-Oeste;16=Pointe-Noire;2=Lékoumou;5=Kouilou;7=Likouala;8=Cuvette;9=Niari;BZV=Brazzaville
CH AG=Aargau|Argovia;AI=Appenzell Innerrhoden|Appenzell Rodas Interiores;AR=Appenzell Ausserrhoden|Appenzell Rodas Exteriores;BE=Bern|Berna;BL=Basel-Landschaft|Basilea-Campiña;BS=Basel-Stadt|Basilea-Ciudad;FR=Fribourg|Friburgo;GE=Geneva|Ginebra;GL=Glarus|Glaris;GR=Grisons|Grisones;JU=Jura;LU=Lucerne|Lucerna;NE=Neuchâtel;NW=Nidwalden;OW=Obwalden;SG=St. Gallen|San Galo;SH=Schaffhausen;SO=Solothurn|Soleura;SZ=Schwyz;TG=Thurgau|Turgovia;TI=Ticino|Tesino;UR=Uri;VD=Vaud;VS=Valais;ZG=Zug;ZH=Zürich|Zúrich
CL AI=Aysén|Aysén del General Carlos Ibáñez del Campo;AN=Antofagasta;AP=Arica y Parinacota;AR=Araucanía|La Araucanía;AT=Atacama;BI=Biobío;CO=Coquimbo;LI=O’Higgins;LL=Los Lagos;LR=Los Ríos;MA=Magallanes;ML=Maule;NB=Ñuble;RM=Santiago;TA=Tarapacá;VS=Valparaíso
CM AD=Adamawa;CE=Centre|Centro;EN=Far North|Extremo Norte;ES=East|Este;LT=Littoral|Litoral;NO=North|Norte;NW=Northwest|Noroeste;OU=West|Oeste;SU=South|Sur;SW=Southwest|Sudoeste
CN AH=Anhui;BJ=Beijing|Pekín;CQ=Chongqing;FJ=Fujian;GD=Guangdong;GS=Gansu;GX=Guangxi;GZ=Guizhou;HA=Henan;HB=Hubei;HE=Hebei;HI=Hainan;HL=Heilongjiang;HN=Hunan;JL=Jilin;JS=Jiangsu;JX=Jiangxi;LN=Liaoning;NM=Inner Mongolia|Mongolia Interior;NX=Ningxia;QH=Qinghai;SC=Sichuan;SD=Shandong;SH=Shanghai|Shanghái;SN=Shaanxi;SX=Shanxi;TJ=Tianjin;XJ=Xinjiang|Sinkiang;XZ=Tibet|Tíbet;YN=Yunnan;ZJ=Zhejiang
CO AMA=Amazonas;ANT=Antioquia;ARA=Arauca;ATL=Atlántico;BOL=Bolívar;BOY=Boyacá;CAL=Caldas;CAQ=Caquetá;CAS=Casanare;CAU=Cauca;CES=Cesar;CHO=Chocó;COR=Córdoba;CUN=Bogotá and Cundinamarca|Bogotá y Cundinamarca;GUA=Guainía;GUV=Guaviare;HUI=Huila;LAG=La Guajira;MAG=Magdalena;MET=Meta;NAR=Nariño;NSA=Norte de Santander;PUT=Putumayo;QUI=Quindío;RIS=Risaralda;SAN=Santander;SAP=Archipelago of Saint Andréws|Archipiélago de San Andrés;SUC=Sucre;TOL=Tolima;VAC=Valle del Cauca;VAU=Vaupés;VID=Vichada
CR A=Alajuela;C=Cartago;G=Guanacaste;H=Heredia;L=Limón;P=Puntarenas;SJ=San José
CU 01=Pinar del Río;03=Havana|La Habana;04=Matanzas;05=Villa Clara;06=Cienfuegos;07=Sancti Spíritus;08=Ciego de Ávila;09=Camagüey;10=Las Tunas;11=Holguín;12=Granma;13=Santiago de Cuba;14=Guantánamo;15=Artemisa;16=Mayabeque;99=Isla de la Juventud
CZ 10=Prague|Praga;20=Central Bohemian|Bohemia Central;31=South Bohemian|Bohemia Meridional;32=Plzeň|Pilsen;41=Karlovy Vary;42=Ústí nad Labem;51=Liberec;52=Hradec Králové;53=Pardubice;63=Vysočina;64=South Moravian|Moravia Meridional;71=Olomouc;72=Zlín;80=Moravian-Silesian|Moravia-Silesia
DE BB=Brandenburg|Brandeburgo;BE=Berlin|Berlín;BW=Baden-Württemberg|Baden-Wurtemberg;BY=Bavaria|Baviera;HB=Bremen|Brema;HE=Hesse;HH=Hamburg|Hamburgo;MV=Mecklenburg-Western Pomerania|Mecklemburgo-Pomerania Occidental;NI=Lower Saxony|Baja Sajonia;NW=North Rhine-Westphalia|Renania del Norte-Westfalia;RP=Rhineland-Palatinate|Renania-Palatinado;SH=Schleswig-Holstein;SL=Saarland|Sarre;SN=Saxony|Sajonia;ST=Saxony-Anhalt|Sajonia-Anhalt;TH=Thuringia|Turingia
DK 81=North Denmark|Jutlandia Septentrional;82=Central Denmark|Jutlandia Central;83=Southern Denmark|Dinamarca Meridional;84=Capital Region|Región Capital;85=Zealand|Selandia
DO 01=Distrito Nacional;02=Azua;03=Baoruco|Bahoruco;04=Barahona;05=Dajabón;06=Duarte;07=La Estrelleta;08=El Seibo;09=Espaillat;10=Independencia;11=La Altagracia;12=La Romana;13=La Vega;14=María Trinidad Sánchez;15=Monte Cristi;16=Pedernales;17=Peravia;18=Puerto Plata;19=Hermanas Mirabal;20=Samaná;21=San Cristóbal;22=San Juan;23=San Pedro de Macorís;24=Sánchez Ramírez;25=Santiago;26=Santiago Rodríguez;27=Valverde;28=Monseñor Nouel;29=Monte Plata;30=Hato Mayor;31=San José de Ocoa;32=Santo Domingo
DZ 01=Adrar;02=Chlef;03=Laghouat;04=Oum El Bouaghi|Oum el-Bouaghi;05=Batna;06=Béjaïa|Bujía;07=Biskra;08=Béchar;09=Blida;10=Bouïra|Bouira;11=Tamanghasset;12=Tébessa;13=Tlemcen|Tlemecén;14=Tiaret;15=Tizi Ouzou;16=Algiers|Argel;17=Djelfa;18=Jijel;19=Sétif;20=Saïda|Saida;21=Skikda;22=Sidi Bel Abbès|Sidi Bel Abbes;23=Annaba;24=Guelma;25=Constantine|Constantina;26=Médéa;27=Mostaganem;28=M’Sila;29=Mascara|Muaskar;30=Ouargla;31=Oran|Orán;32=El Bayadh;33=Illizi;34=Bordj Bou Arréridj;35=Boumerdès;36=El Tarf;37=Tindouf|Tinduf;38=Tissemsilt;39=El Oued;40=Khenchela;41=Souk Ahras;42=Tipasa;43=Mila;44=Aïn Defla;45=Naama;46=Aïn Témouchent;47=Ghardaïa;48=Relizane|Relizan
EC A=Azuay;B=Bolívar;C=Carchi;D=Orellana;E=Esmeraldas;F=Cañar;G=Guayas;H=Chimborazo;I=Imbabura;L=Loja;M=Manabí;N=Napo;O=El Oro;P=Pichincha;R=Los Ríos;S=Morona-Santiago|Morona Santiago;SD=Santo Domingo de los Tsáchilas;SE=Santa Elena;T=Tungurahua;U=Sucumbíos;W=Galápagos;X=Cotopaxi;Y=Pastaza;Z=Zamora Chinchipe
EG ALX=Alexandria|Alejandría;ASN=Aswan|Asuán;AST=Asyut|Asiut;BA=Red Sea|Mar Rojo;BH=Beheira|Behera;BNS=Beni Suef;C=Cairo|El Cairo;DK=Dakahlia|Dacalia;DT=Damietta|Damieta;FYM=Faiyum|Fayún;GH=Gharbia|Occidental;GZ=Giza|Guiza;IS=Ismailia;JS=South Sinai|Sinaí del Sur;KB=Qalyubia|Caliubia;KFS=Kafr el-Sheikh|Kafr el Sheij;KN=Qena|Quena;LX=Luxor|Lúxor;MN=Minya|Menia;MNF=Monufia|Menufia;MT=Matrouh|Matrú;PTS=Port Said|Puerto Saíd;SHG=Sohag|Suhag;SHR=Al Sharqia|Oriental;SIN=North Sinai|Sinaí del Norte;SUZ=Suez;WAD=New Valley|Nuevo Valle
ER AN=Anseba;DK=Southern Red Sea|Debubawi Keyih Bahri;DU=Debub;GB=Gash-Barka;MA=Maekel;SK=Northern Red Sea|Semenawi Keyih Bahri
ES AN=Andalusia|Andalucía;AR=Aragon|Aragón;AS=Asturias;CB=Cantabria;CE=Ceuta;CL=Castile and León|Castilla y León;CM=Castilla-La Mancha;CN=Canary Islands|Canarias;CT=Catalonia|Cataluña;EX=Extremadura;GA=Galicia;IB=Balearic Islands|Islas Baleares;MC=Murcia;MD=Madrid;ML=Melilla;NC=Navarre|Navarra;PV=Basque Country|País Vasco;RI=La Rioja;VC=Valencian Community|Comunidad Valenciana
ET AA=Addis Ababa|Adís Abeba;AF=Afar;AM=Amhara;BE=Benishangul-Gumuz|Benishangul-Gumaz;DD=Dire Dawa;GA=Gambela;HA=Harari|Harar;OR=Oromia|Oromía;SN=Southern Nations|Naciones del Sur;SO=Somali;TI=Tigray
FI 02=South Karelia|Karelia del Sur;03=Southern Ostrobothnia|Ostrobotnia del Sur;04=Southern Savonia|Savonia del Sur;05=Kainuu;06=Tavastia Proper|Tavastia Propia;07=Central Ostrobothnia|Ostrobotnia Central;08=Central Finland|Finlandia Central;09=Kymenlaakso;10=Lapland|Laponia finlandesa;11=Pirkanmaa;12=Ostrobothnia|Ostrobotnia;13=North Karelia|Carelia del Norte;14=Northern Ostrobothnia|Ostrobotnia del Norte;15=Northern Savonia|Savonia del Norte;16=Päijänne Tavastia;17=Satakunta;18=Uusimaa;19=Finland Proper|Finlandia Propia
FR 20R=Corsica|Córcega;ARA=Auvergne-Rhône-Alpes|Auvernia-Ródano-Alpes;BFC=Burgundy–Franche-Comté|Borgoña-Franco Condado;BRE=Brittany|Bretaña;CVL=Centre–Val de Loire|Centro-Valle de Loira;GES=Grand Est|Gran Este;HDF=Hauts-de-France|Alta Francia;IDF=Île-de-France|Isla de Francia;NAQ=Nouvelle-Aquitaine|Nueva Aquitania;NOR=Normandy|Normandía;OCC=Occitania|Occitania;PAC=Provence-Alpes-Côte d’Azur|Provenza-Alpes-Costa Azul;PDL=Pays de la Loire|Países del Loira
GB ENG=England|Inglaterra;NIR=Northern Ireland|Irlanda del Norte;SCT=Scotland|Escocia;WLS=Wales|Gales
GE AB=Abkhazia|Abjasia;AJ=Adjara|Ayaria;GU=Guria;IM=Imereti|Imericia;KA=Kakheti|Kajetia;KK=Kvemo Kartli;MM=Mtskheta-Mtianeti|Mtsjeta-Mtianeti;RL=Racha-Lechkhumi and Kvemo Svaneti|Racha-Lechjumi y Kvemo Svaneti;SJ=Samtskhe–Javakheti|Samtsje-Yavajeti;SK=Shida Kartli;SZ=Samegrelo-Zemo Svaneti;TB=Tbilisi|Tiflis
GR A=East Macedonia and Thrace|Macedonia Oriental y Tracia;A1=Attica|Ática;B=Central Macedonia|Macedonia Central;C=West Macedonia|Macedonia Occidental;D=Epirus|Epiro;E=Thessalia|Tesalia;F=Ionian Islands|Islas Jónicas;G=West Greece|Grecia Occidental;H=Central Greece|Grecia Central;J=Peloponnese|Peloponeso;K=North Aegean|Egeo Septentrional;L=South Aegean|Egeo Meridional;M=Crete|Creta
GT AV=Alta Verapaz;BV=Baja Verapaz;CM=Chimaltenango;CQ=Chiquimula;ES=Escuintla;GU=Guatemala;HU=Huehuetenango;IZ=Izabal;JA=Jalapa;JU=Jutiapa;PE=Petén;PR=El Progreso;QC=Quiché;QZ=Quetzaltenango;RE=Retalhuleu;SA=Sacatepéquez;SM=San Marcos;SO=Sololá;SR=Santa Rosa;SU=Suchitepéquez;TO=Totonicapán;ZA=Zacapa
HN AT=Atlántida;CH=Choluteca;CL=Colón;CM=Comayagua;CP=Copán;CR=Cortés;EP=El Paraíso;FM=Francisco Morazán;GD=Gracias a Dios;IB=Bay Islands|Islas de la Bahía;IN=Intibucá;LE=Lempira;LP=La Paz;OC=Ocotepeque;OL=Olancho;SB=Santa Bárbara;VA=Valle;YO=Yoro
HR 01=Zagreb (county)|Zagreb (condado);02=Krapina-Zagorje;03=Sisak-Moslavina;04=Karlovac;05=Varaždin;06=Koprivnica-Križevci;07=Bjelovar-Bilogora;08=Primorje-Gorski;09=Lika-Senj;10=Virovitica-Podravina;12=Brod-Posavina and Požega-Slavonia|Brod-Posavina y Požega-Eslavonia;13=Zadar;14=Osijek-Baranja;15=Šibenik-Knin;16=Vukovar-Syrmia|Vukovar-Srijem;17=Split-Dalmatia|Split-Dalmacia;18=Istria;19=Dubrovnik-Neretva;20=Međimurje;21=Zagreb (city)|Zagreb (ciudad)
HT AR=Artibonite|Artibonito;CE=Centre|Centro;GA=Grand’Anse;ND=Nord|Norte;NE=Nord-Est|Noreste;NI=Nippes;NO=Nord-Ouest|Noroeste;OU=Ouest|Oeste;SD=Sud|Sur;SE=Sud-Est|Sureste
HU BA=Baranya;BE=Békés;BK=Bács-Kiskun;BU=Budapest;BZ=Borsod-Abaúj-Zemplén;CS=Csongrád-Csanád;FE=Fejér;GS=Győr-Moson-Sopron;HB=Hajdú-Bihar;HE=Heves;JN=Jász-Nagykun-Szolnok;KE=Komárom-Esztergom;NO=Nógrád;PE=Pest;SO=Somogy;SZ=Szabolcs-Szatmár-Bereg;TO=Tolna;VA=Vas;VE=Veszprém;ZA=Zala
ID AC=Aceh;BA=Bali;BB=Bangka Belitung Islands|Bangka-Belitung;BE=Bengkulu;BT=Banten|Bantén;GO=Gorontalo;JA=Jambi;JB=West Java|Java Occidental;JI=East Java|Java Oriental;JK=Jakarta|Yakarta;JT=Central Java|Java Central;KB=West Kalimantan|Borneo Occidental;KI=East Kalimantan|Kalimantan Oriental;KR=Riau Islands|Islas Riau;KS=South Kalimantan|Borneo Meridional;KT=Central Kalimantan|Borneo Central;LA=Lampung;MA=Maluku|Molucas;MU=North Maluku|Molucas Septentrional;NB=West Nusa Tenggara|Nusatenggara Occidental;NT=East Nusa Tenggara|Nusatenggara Oriental;PA=Papua|Papúa;PB=West Papua|Papúa Occidental;RI=Riau;SA=North Sulawesi|Célebes Septentrional;SB=West Sumatra|Sumatra Occidental;SG=Southeast Sulawesi|Célebes Suroriental;SN=South Sulawesi|Célebes Meridional;SR=West Sulawesi|Célebes Occidental;SS=South Sumatra|Sumatra Meridional;ST=Central Sulawesi|Célebes Central;SU=North Sumatra|Sumatra Septentrional;YO=Yogyakarta|Especial de Yogyakarta
IE C=Connacht;L=Leinster;M=Munster;U=Ulster
IL D=Southern|Meridional;HA=Haifa;JM=Jerusalem|Jerusalén;M=Central;TA=Tel Aviv;Z=Northern|Norte
IN AN=Andaman and Nicobar Islands|Islas Andamán y Nicobar;AP=Andhra Pradesh;AR=Arunachal Pradesh;AS=Assam;BR=Bihar;CG=Chhattisgarh;CH=Chandigarh;DH=Dadra and Nagar Haveli and Daman and Diu|Dadra y Nagar Haveli y Damán y Diu;DL=Delhi;GA=Goa;GJ=Gujarat|Guyarat;HP=Himachal Pradesh;HR=Haryana;JH=Jharkhand;JK=Jammu and Kashmir|Jammu y Cachemira;KA=Karnataka;KL=Kerala;LA=Ladakh;LD=Lakshadweep|Laquedivas;MH=Maharashtra;ML=Meghalaya|Megalaya;MN=Manipur;MP=Madhya Pradesh;MZ=Mizoram;NL=Nagaland;OD=Odisha|Orissa;PB=Punjab|Panyab;PY=Puducherry;RJ=Rajasthan|Rajastán;SK=Sikkim;TN=Tamil Nadu;TR=Tripura;TS=Telangana;UK=Uttarakhand;UP=Uttar Pradesh;WB=West Bengal|Bengala Occidental
IQ AN=Al Anbar|Ambar;AR=Erbil;BA=Basra|Basora;BB=Babylon|Babilonia;BG=Baghdad|Bagdad;DA=Duhok;DI=Diyala|Diala;DQ=Dhi Qar|Di Car;KA=Karbala|Kerbala;MA=Maysan|Mesena;MU=Al Muthanna|Mutana;NA=Najaf|Nayaf;NI=Nineveh|Nínive;QA=Al-Qādisiyyah|Cadisia;SD=Saladin|Saladino;SU=Sulaymaniyah|Solimania;TS=Kirkuk;WA=Wasit
IR 01=East Azerbaijan|Azerbaiyán Oriental;02=West Azerbaijan|Azerbaiyán Occidental;03=Ardabil|Ardebil;04=Isfahan|Isfahán;05=Ilam;06=Bushehr;07=Tehran and Alborz|Teherán y Alborz;08=Chaharmahal and Bakhtiari|Chahar y Bajtiari;10=Khuzestan|Juzestán;11=Zanjan;12=Semnan|Semnán;13=Sistan and Baluchestan|Sistán y Baluchistán;14=Fars;15=Kerman|Kermán;16=Kurdistan|Kurdistán;17=Kermanshah;18=Kohgiluyeh and Boyer-Ahmad|Kohkiluyeh y Buyer Ahmad;19=Gilan|Gilán;20=Lorestan|Lorestán;21=Mazandaran|Mazandarán;22=Markazi;23=Hormozgan;24=Hamadan|Hamadán;25=Yazd;26=Qom;27=Golestan|Golestán;28=Qazvin;29=South Khorasan|Jorasán del Sur;30=Razavi Khorasan|Jorasán Razaví;31=North Khorasan|Jorasán del Norte
IT 21=Piedmont|Piamonte;23=Aosta Valley|Valle de Aosta;25=Lombardy|Lombardía;32=Trentino–South Tyrol|Trentino-Alto Adigio;34=Veneto|Véneto;36=Friuli-Venezia Giulia|Friuli-Venecia Julia;42=Liguria;45=Emilia-Romagna|Emilia-Romaña;52=Tuscany|Toscana;55=Umbria|Umbría;57=Marche|Marcas;62=Lazio|Lacio;65=Abruzzo|Abruzos;67=Molise;72=Campania;75=Apulia|Apulia;77=Basilicata;78=Calabria;82=Sicily|Sicilia;88=Sardinia|Cerdeña
JM 01=Kingston;02=Saint Andrew;03=Saint Thomas;04=Portland;05=Saint Mary;06=Saint Ann;07=Trelawny;08=Saint James;09=Hanover;10=Westmoreland;11=Saint Elizabeth;12=Manchester;13=Clarendon;14=Saint Catherine
JO AJ=Ajloun|Ajlun;AM=Amman|Ammán;AQ=Aqaba;AT=Tafilah|Tafila;AZ=Zarqa|Zarká;BA=Balqa|Balqa’;IR=Irbid;JA=Jerash|Gerasa;KA=Karak;MA=Mafraq;MD=Madaba;MN=Ma’an
JP 01=Hokkaidō;02=Aomori;03=Iwate;04=Miyagi;05=Akita;06=Yamagata;07=Fukushima;08=Ibaraki;09=Tochigi;10=Gunma;11=Saitama;12=Chiba;13=Tokyo|Tokio;14=Kanagawa;15=Niigata;16=Toyama;17=Ishikawa;18=Fukui;19=Yamanashi;20=Nagano;21=Gifu;22=Shizuoka;23=Aichi;24=Mie;25=Shiga;26=Kyōto|Kioto;27=Ōsaka|Osaka;28=Hyōgo;29=Nara;30=Wakayama;31=Tottori;32=Shimane;33=Okayama;34=Hiroshima;35=Yamaguchi;36=Tokushima;37=Kagawa;38=Ehime;39=Kōchi;40=Fukuoka;41=Saga;42=Nagasaki;43=Kumamoto;44=Ōita;45=Miyazaki;46=Kagoshima;47=Okinawa
KG B=Batken;C=Chuy;GB=Bishkek|Biskek;J=Jalal-Abad;N=Naryn;O=Osh;T=Talas;Y=Issyk-Kul|Ysyk-Kol
KH 1=Banteay Meanchey|Banteay Mean Chey;10=Kratié;11=Mondulkiri|Mondol Kirí;12=Phnom Penh|Nom Pen;13=Preah Vihear|Preah Wijía;14=Prey Veng;15=Pursat;16=Ratanakiri|Ratanak Kirí;17=Siem Reap|Siem Riep;18=Sihanoukville;19=Stung Treng;2=Battambang;20=Svay Rieng;21=Takéo;22=Oddar Meanchey|Oddar Mean Chey;23=Kep;24=Pailin|Pailín;3=Kampong Cham|Kompung Cham;4=Kampong Chhnang|Kompung Chinang;5=Kam|Kompung Speu;6=Kampong Thom|Kompung Thom;7=Kampot|Kompot;8=Kandal;9=Koh Kong
KP 01=Pyongyang|Pionyang;02=South Pyongan|P’yŏngan del Sur;03=North Pyongan|P’yŏngan del Norte;04=Chagang;05=South Hwanghae|Hwanghae del Sur;06=North Hwanghae|Hwanghae del Norte;07=Kangwon|Kangwon-do;08=South Hamgyong|Hamgyŏng del Sur;09=North Hamgyong|Hamgyŏng del Norte;10=Ryanggang;13=Rason|Rasŏn
KR 11=Seoul|Seúl;26=Busan;27=Daegu;28=Incheon;29=Gwangju;30=Daejeon;31=Ulsan;41=Gyeonggi;42=Gangwon;43=North Chungcheong|Chungcheong del Norte;44=South Chungcheong|Chungcheong del Sur;45=North Jeolla|Jeolla del Norte;46=South Jeolla|Jeolla del Sur;47=North Gyeongsang|Gyeongsang del Norte;48=South Gyeongsang|Gyeongsang del Sur;49=Jeju|Jeju-do;50=Sejong
KW AH=Al Ahmadi|Ahmadí;FA=Al Farwaniyah;HA=Hawally|Hawalli;JA=Al Jahra|Yahra;KU=Capital;MU=Mubarak Al-Kabeer|Mubarak el Grande
KZ AKM=Akmola;AKT=Aktobe;ALA=Almaty;AST=Nur-Sultan|Nur-Sultán;ATY=Atyrau;KAR=Karaganda|Karagandá;KUS=Kostanay;KZY=Kyzylorda;MAN=Mangystau;PAV=Pavlodar;SEV=North Kazakhstan|Kazajistán Septentrional;VOS=East Kazakhstan|Kazajistán Oriental;YUZ=Turkistan|Kazajistán Meridional;ZAP=West Kazakhstan|Kazajistán Occidental;ZHA=Jambyl|Zhambyl
LA AT=Attapeu;BK=Bokeo;BL=Bolikhamsai|Bolikhamxai;CH=Champasak;HO=Houaphanh|Houaphan;KH=Khammouane|Khammouan;LM=Luang Namtha|Louang Namtha;LP=Luang Prabang;OU=Oudomxay;PH=Phongsaly|Phongsali;SL=Salavan;SV=Savannakhet;VI=Vientiane|Vientián;XA=Sainyabuli;XE=Sekong;XI=Xiangkhouang|Xiangkhoang
LB AS=North|Líbano-Norte;BA=Beirut;BI=Beqaa|Becá;JA=South|Líbano-Sur;JL=Mount Lebanon|Monte Líbano;NA=Nabatieh|Nabatiye
LK 11=Colombo;12=Gampaha;13=Kalutara;21=Kandy|Mahanuvara;22=Matale;23=Nuwara Eliya;31=Galle;32=Matara;33=Hambantota;41=Jaffna;42=Kilinochchi;43=Mannar;44=Vavuniya;45=Mullaitivu;51=Batticaloa;52=Ampara;53=Trincomalee;61=Kurunegala;62=Puttalam;71=Anuradhapura;72=Polonnaruwa;81=Badulla;82=Monaragala|Moneragala;91=Ratnapura;92=Kegalle
LT AL=Alytus;KL=Klaipėda;KU=Kaunas;MR=Marijampolė;PN=Panevėžys;SA=Šiauliai;TA=Tauragė;TE=Telšiai;UT=Utena;VL=Vilnius|Vilna
LY AJ=Ajdabiya;BA=Benghazi|Bengasi;BU=Butnan|Al Butnan;GD=Ghadames|Ghadamis;GT=Ghat;JA=Jabal al Akhdar|Al Jabal al Akhdar;JI=Jafara|Al Jfara;JU=Jufra|Al Jufrah;KF=Kufra|Al Kufrah;MB=Murqub|Al Murgub;MI=Misrata|Misurata;MJ=Marj|Al Marj;MQ=Murzuq|Murzuk;MZ=Mizdah;NQ=Nuqat al Khams|An Nuqat al Khams;QB=Al Qubbah|Al Quba;SB=Sabha;SR=Sirte;TN=Tripoli District|Tajura’ wa an Nawahi al Arba;WD=Wadi al Hayaa|Wadi Al Hayaa;WS=Ash Shati;ZA=Zawiya|Zauiya
MG A=Toamasina;D=Antsiranana;F=Fianarantsoa;M=Mahajanga;T=Antananarivo;U=Toliara
ML 1=Kayes;2=Koulikoro|Kulikoró;3=Sikasso;4=Ségou|Segú;5=Mopti;6=Tombouctou|Tombuctú;7=Gao;8=Kidal;BKO=Bamako
MM 01=Sagaing;02=Bago;03=Magway;04=Mandalay;05=Tanintharyi;06=Yangon;07=Ayeyarwady;11=Kachin|Estado Kachin;12=Kayah;13=Kayin;14=Chin;15=Mon|Estado Mon;16=Rakhine;17=Shan
MN 035=Orkhon|Orhon;037=Darkhan-Uul|Darhan-Uul;039=Khentii|Hentiy;041=Khövsgöl|Hövsgöl;043=Khovd|Hovd;046=Uvs;047=Töv;049=Selenge;051=Sükhbaatar|Sühbaatar;053=Ömnögovi;055=Övörkhangai|Övörhangay;057=Zavkhan|Zavhan;059=Dundgovi;061=Dornod;063=Dornogovi;064=Govisümber;065=Govi-Altai|Govi-Altay;067=Bulgan;069=Bayankhongor|Bayanhongor;071=Bayan-Ölgii|Bayan-Ölgiy;073=Arkhangai|Arhangay;1=Ulaanbaatar|Ulán Bator
MR 01=Hodh Ech Chargui|Hod Oriental;02=Hodh El Gharbi|Hod Occidental;03=Assaba;04=Gorgol;05=Brakna;06=Trarza;07=Adrar;08=Dakhlet Nouadhibou|Dajlet Nuadibú;09=Tagant;10=Guidimaka;11=Tiris Zemmour|Tiris Zemmur;12=Inchiri;NKC=Nouakchott|Nuakchot
MW BA=Balaka;BL=Blantyre;CK=Chikwawa;CR=Chiradzulu;CT=Chitipa;DE=Dedza;DO=Dowa;KS=Kasungu;LI=Lilongwe;LK=Likoma;MC=Mchinji;MG=Mangochi;MH=Machinga;MU=Mulanje;MW=Mwanza;MZ=Mzimba;NB=Nkhata Bay;NE=Neno;NI=Ntchisi;NK=Nkhotakota;NS=Nsanje;NU=Ntcheu;PH=Phalombe;RU=Rumphi;SA=Salima;TH=Thyolo;ZO=Zomba
MX AGU=Aguascalientes;BCN=Baja California;BCS=Baja California Sur;CAM=Campeche;CHH=Chihuahua;CHP=Chiapas;CMX=Mexico City|Ciudad de México;COA=Coahuila|Coahuila de Zaragoza;COL=Colima;DUR=Durango;GRO=Guerrero;GUA=Guanajuato;HID=Hidalgo;JAL=Jalisco;MEX=State of Mexico|México;MIC=Michoacán;MOR=Morelos;NAY=Nayarit;NLE=Nuevo León;OAX=Oaxaca;PUE=Puebla;QUE=Querétaro;ROO=Quintana Roo;SIN=Sinaloa;SLP=San Luis Potosí;SON=Sonora;TAB=Tabasco;TAM=Tamaulipas;TLA=Tlaxcala;VER=Veracruz;YUC=Yucatán;ZAC=Zacatecas
MY 01=Johor;02=Kedah;03=Kelantan;04=Melaka|Malaca;05=Negeri Sembilan;06=Pahang;07=Penang;08=Perak;09=Perlis;10=Selangor;11=Terengganu;12=Sabah;13=Sarawak;14=Kuala Lumpur;15=Labuan;16=Putrajaya
MZ A=Niassa;B=Manica;G=Gaza;I=Inhambane;L=Maputo;N=Nampula;P=Cabo Delgado;Q=Zambezia;S=Sofala;T=Tete
NE 1=Agadez;2=Diffa;3=Dosso;4=Maradi;5=Tahoua;6=Tillabéri;7=Zinder;8=Niamey
NG AB=Abia;AD=Adamawa;AK=Akwa Ibom;AN=Anambra;BA=Bauchi;BE=Benue;BO=Borno;BY=Bayelsa;CR=Cross River;DE=Delta;EB=Ebonyi;ED=Edo;EK=Ekiti;EN=Enugu;FC=Federal Capital Territory|Territorio de la Capital Federal;GO=Gombe;IM=Imo;JI=Jigawa;KD=Kaduna;KE=Kebbi;KN=Kano;KO=Kogi;KT=Katsina;KW=Kwara;LA=Lagos;NA=Nasarawa;NI=Niger|Níger;OG=Ogun;ON=Ondo;OS=Osun;OY=Oyo;PL=Plateau;RI=Rivers;SO=Sokoto;TA=Taraba;YO=Yobe;ZA=Zamfara
NI AN=North Caribbean Coast|Atlántico Norte;AS=South Caribbean Coast|Autónoma de la Costa Caribe Sur;BO=Boaco;CA=Carazo;CI=Chinandega;CO=Chontales;ES=Estelí;GR=Granada;JI=Jinotega;LE=León;MD=Madriz;MN=Managua;MS=Masaya;MT=Matagalpa;NS=Nueva Segovia;RI=Rivas;SJ=Río San Juan
NL DR=Drenthe|Drente;FL=Flevoland;FR=Friesland|Frisia;GE=Gelderland|Güeldres;GR=Groningen|Groninga;LI=Limburg|Limburgo;NB=North Brabant|Brabante Septentrional;NH=North Holland|Holanda Septentrional;OV=Overijssel;UT=Utrecht;ZE=Zeeland|Zelanda;ZH=South Holland|Holanda Meridional
NO 03=Oslo;11=Rogaland;15=Møre og Romsdal;18=Nordland;31=Østfold;32=Akershus;33=Buskerud;34=Innlandet;39=Vestfold;40=Telemark;42=Agder;46=Vestland;50=Trøndelag;55=Troms;56=Finnmark
NZ AUK=Auckland;BOP=Bay of Plenty;CAN=Canterbury;CIT=Chatham Islands|Islas Chatham;GIS=Gisborne;HKB=Hawke’s Bay;MBH=Marlborough;MWT=Manawatū-Whanganui|Manawatu-Wanganui;NSN=Nelson;NTL=Northland;OTA=Otago;STL=Southland;TAS=Tasman;TKI=Taranaki;WGN=Wellington;WKO=Waikato;WTC=West Coast
OM BA=Al Batinah North|Al Batnah North;BJ=Al Batinah South|Al Batinah Sur;BU=Al Buraimi|Buraimi;DA=Ad Dakhiliyah|Interior;MA=Muscat;MU=Musandam;SH=Ash Sharqiyah|Oriental;SS=Ash Sharqiyah North|Norte del Ash Sharqiyah;WU=Al Wusta|Central;ZA=Ad Dhahirah;ZU=Dhofar
PA 1=Comarca Ngäbe-Buglé;2=Coclé;3=Colón;4=Chiriquí;5=Darién;6=Herrera;7=Los Santos;8=Panamá;9=Veraguas;EM=Emberá-Wounaan Comarca|Emberá-Wounaan;KY=Guna Yala;NB=Ngöbe-Buglé Comarca|Ngäbe-Buglé
PE AMA=Amazonas;ANC=Áncash;APU=Apurímac;ARE=Arequipa;AYA=Ayacucho;CAJ=Cajamarca;CAL=Callao;CUS=Cusco;HUC=Huanuco|Huánuco;HUV=Huancavelica;ICA=Ica;JUN=Junín;LAL=La Libertad;LAM=Lambayeque;LIM=Lima;LOR=Loreto;MDD=Madre de Dios;MOQ=Moquegua;PAS=Pasco;PIU=Piura;PUN=Puno;SAM=San Martín;TAC=Tacna;TUM=Tumbes;UCA=Ucayali
PG CPK=Chimbu|Simbu;CPM=Central;EBR=East New Britain|Nueva Bretaña del Este;EHG=Eastern Highlands|Tierras Altas Orientales;EPW=Enga;ESW=East Sepik|Sepik Oriental;GPK=Gulf|Golfo;MBA=Milne Bay;MPL=Morobe;MPM=Madang;MRL=Manus;NCD=Port Moresby|Puerto Moresby;NIK=New Ireland|Nueva Irlanda;NPP=Oro;NSB=Of Bougainville|Bougainville;SAN=Sandaun;SHM=Southern Highlands|Tierras Altas del Sur;WBK=West New Britain|Nueva Bretaña del Oeste;WHM=Western Highlands|Tierras Altas Occidentales;WPD=Western|Occidental
PH 00=Metro Manila|Gran Manila;01=Ilocos;02=Cagayan Valley|Valle del Cagayán;03=Central Luzon|Luzón Central;05=Bicol;06=Western Visayas|Bisayas Occidentales;07=Central Visayas|Bisayas Centrales;08=Eastern Visayas|Bisayas Orientales;09=Zamboanga Peninsula|Península de Zamboanga;10=Northern Mindanao|Mindanao del Norte;11=Davao;12=Soccsksargen;13=Caraga;14=Bangsamoro;15=Cordillera;40=Calabarzon;41=Mimaropa
PK BA=Balochistan|Baluchistán;GB=Gilgit-Baltistan|Gilgit-Baltistán;IS=Islamabad Capital Territory|F.C.T.;JK=Azad Kashmir|Azad Cachemira;KP=Khyber Pakhtunkhwa;PB=Punjab|Punyab;SD=Sindh;TA=Federally Administered Tribal Areas|Áreas tribales
PL DS=Lower Silesian|Baja Silesia;KP=Kuyavian-Pomeranian|Cuyavia y Pomerania;LB=Lubusz;LD=Łódź;LU=Lublin;MA=Lesser Poland|Pequeña Polonia;MZ=Masovian|Mazovia;OP=Opole;PD=Podlaskie|Podlaquia;PK=Podkarpackie|Subcarpacia;PM=Pomeranian|Pomerania;SK=Świętokrzyskie|Santa Cruz;SL=Silesian|Silesia;WN=Warmian-Masurian|Varmia y Masuria;WP=Greater Poland|Gran Polonia;ZP=West Pomeranian|Pomerania Occidental
PT 01=Aveiro;02=Beja;03=Braga;04=Bragança|Braganza;05=Castelo Branco;06=Coimbra|Coímbra;07=Évora;08=Faro;09=Guarda;10=Leiria|Leiría;11=Lisbon|Lisboa;12=Portalegre;13=Porto|Oporto;14=Santarém;15=Setúbal;16=Viana do Castelo;17=Vila Real;18=Viseu;20=Azores;30=Madeira
PY 1=Concepción;10=Alto Paraná;11=Central;12=Ñeembucú;13=Amambay;14=Canindeyú;15=Presidente Hayes;16=Alto Paraguay;19=Boquerón;2=San Pedro;3=Cordillera;4=Guairá;5=Caaguazú;6=Caazapá;7=Itapúa;8=Misiones;9=Paraguarí;ASU=Asunción
RO AB=Alba;AG=Argeș;AR=Arad;B=Bucharest|Bucarest;BC=Bacău;BH=Bihor;BN=Bistrița-Năsăud;BR=Brăila;BT=Botoșani;BV=Brașov;BZ=Buzău;CJ=Cluj;CL=Călărași;CS=Caraș-Severin;CT=Constanța;CV=Covasna;DB=Dâmbovița;DJ=Dolj;GJ=Gorj;GL=Galați;GR=Giurgiu;HD=Hunedoara;HR=Harghita;IF=Ilfov;IL=Ialomița;IS=Iași;MH=Mehedinți;MM=Maramureș;MS=Mureș;NT=Neamț;OT=Olt;PH=Prahova;SB=Sibiu;SJ=Sălaj;SM=Satu Mare;SV=Suceava;TL=Tulcea;TM=Timiș;TR=Teleorman;VL=Vâlcea;VN=Vrancea;VS=Vaslui
RS 00=Belgrade|Belgrado;01=North Bačka|Bačka del Norte;02=Central Banat|Banato Central;03=North Banat|Banato del Norte;04=South Banat|Banato del Sur;05=West Bačka|Bačka del Oeste;06=South Bačka|Bačka del Sur;07=Srem|Sirmia;08=Mačva;09=Kolubara;10=Podunavlje;11=Braničevo;12=Šumadija;13=Pomoravski;14=Bor;15=Zaječar;16=Zlatibor;17=Moravica;18=Raška;19=Rasina;20=Nišava;21=Toplica;22=Pirot;23=Jablanica;24=Pčinja
RU AD=Republic of Adygea|Adigueya;AL=Altai Republic|República de Altái;ALT=Altai Krai|Krai de Altái;AMU=Amur;ARK=Arkhangelsk|Arjánguelsk;AST=Astrakhan|Astracán;BA=Bashkortostan|Bashkortostán;BEL=Belgorod|Bélgorod;BRY=Bryansk|Briansk;BU=Republic of Buryatia|Buriatia;CE=Chechen Republic|Chechenia;CHE=Chelyabinsk|Cheliábinsk;CHU=Chukotka Autonomous Okrug|Chukotka;CU=Chuvash Republic|Chuvasia;DA=Republic of Dagestan|Daguestán;IN=Republic of Ingushetia|Ingusetia;IRK=Irkutsk;IVA=Ivanovo|Ivánovo;KAM=Kamchatka Krai|Kamchatka;KB=Kabardino-Balkaria|Kabardia-Balkaria;KC=Karachay-Cherkess Republic|Karacháyevo-Cherkesia;KDA=Krasnodar Krai|Krai de Krasnodar;KEM=Kemerovo|Kémerovo;KGD=Kaliningrad|Kaliningrado;KGN=Kurgan|Kurgán;KHA=Khabarovsk Krai|Jabárovsk;KHM=Khanty-Mansi Autonomous Okrug|Janti-Mansi;KIR=Kirov|Kírov;KK=Republic of Khakassia|Jakasia;KL=Republic of Kalmykia|Kalmukia;KLU=Kaluga;KO=Komi Republic|Komi;KOS=Kostroma|Kostromá;KR=Karelia|Carelia;KRS=Kursk;KYA=Krasnoyarsk Krai|Krasnoyarsk;LEN=Leningrad|Leningrado;LIP=Lipetsk|Lípetsk;MAG=Magadan|Magadán;ME=Mari El Republic|Mari-El;MO=Republic of Mordovia|Mordovia;MOS=Moscow (oblast)|Moscú (óblast);MOW=Moscow (city)|Moscú (ciudad);MUR=Murmansk|Múrmansk;NEN=Nenets Autonomous Okrug|Nenetsia;NGR=Novgorod|Nóvgorod;NIZ=Nizhny Novgorod|Nizhni Nóvgorod;NVS=Novosibirsk;OMS=Omsk;ORE=Orenburg|Oremburgo;ORL=Oryol|Oriol;PER=Perm Krai|Perm;PNZ=Penza;PRI=Primorsky Krai|Primorie;PSK=Pskov;ROS=Rostov;RYA=Ryazan|Riazán;SA=Sakha Republic|Sajá;SAK=Sakhalin|Sajalín;SAM=Samara;SAR=Saratov|Sarátov;SE=Republic of North Ossetia-Alania|Osetia del Norte - Alania;SMO=Smolensk;SPE=Saint Petersburg|San Petersburgo;STA=Stavropol Krai|Stávropol;SVE=Sverdlovsk;TA=Republic of Tatarstan|Tartaristán;TAM=Tambov;TOM=Tomsk;TUL=Tula;TVE=Tver;TY=Tuva Republic|Tuvá;TYU=Tyumen|Tiumén;UD=Udmurt Republic|Udmurtia;ULY=Ulyanovsk|Uliánovsk;VGG=Volgograd|Volgogrado;VLA=Vladimir|Vladímir;VLG=Vologda|Vólogda;VOR=Voronezh|Vorónezh;YAN=Yamalo-Nenets Autonomous Okrug|Yamalia-Nenetsia;YAR=Yaroslavl;YEV=Jewish|Óblast Autónomo Hebreo;ZAB=Zabaykalsky Krai|Zabaikalie
RW 01=Kigali;02=Eastern|Este;03=Northern|Norte;04=Western|Oeste;05=Southern|Sur
SA 01=Riyadh|Riad;02=Makkah|La Meca;03=Al Madinah|Medina;04=Eastern|Oriental;05=Al-Qassim|Casim;06=Ha’il|Haíl;07=Tabuk;08=Northern Borders|Frontera del Norte;09=Jazan|Jizán;10=Najran|Najrán;11=Al-Baha|Baha;12=Al-Jowf|Yauf;14=’Asir|Asir
SD DE=Central Darfur|Darfur Central;DN=North Darfur|Darfur del Norte;DS=South and East Darfur|Darfur del Sur y del Este;DW=West Soudan|Soudan del Oeste;GD=Al Qadarif|Gadarif;GZ=Al Jazirah|Gezira;KA=Kassala|Kasala;KH=Khartoum|Jartum;KN=North Kordofan|Kordofán del Norte;KS=South Kordofan|Kordofán del Sur;NB=Blue Nile|Nilo Azul;NO=Northern|Norte;NR=River Nile|Río Nilo;NW=White Nile|Nilo Blanco;RS=Red Sea|Mar Rojo;SI=Sennar
SE AB=Stockholm|Estocolmo;AC=Västerbotten;BD=Norrbotten;C=Uppsala|Upsala;D=Södermanland;E=Östergötland;F=Jönköping;G=Kronoberg;H=Kalmar;I=Gotland;K=Blekinge;M=Skåne|Escania;N=Halland;O=Västra Götaland;S=Värmland;T=Örebro;U=Västmanland;W=Dalarna;X=Gävleborg;Y=Västernorrland;Z=Jämtland
SK BC=Banská Bystrica;BL=Bratislava;KI=Košice;NI=Nitra;PV=Prešov;TA=Trnava;TC=Trenčín;ZI=Žilina
SL E=Eastern|Este;N=Northern|Norte;S=Southern|Sur;W=Western Area|Área Occidental
SN DB=Diourbel;DK=Dakar;FK=Fatick;KA=Kaffrine;KD=Kolda;KE=Kédougou;KL=Kaolack;LG=Louga;MT=Matam;SE=Sédhiou;SL=Saint-Louis;TC=Tambacounda;TH=Thiès;ZG=Ziguinchor
SO BK=Bakool;BN=Banaadir|Benadir;BR=Bari;BY=Bay;GA=Galguduud;GE=Gedo;HI=Hiran|Hiiraan;JD=Middle Juba|Jubbada Dhexe;JH=Lower Juba|Jubbada Hoose;MU=Mudug;NU=Nugal|Nugaal;SD=Middle Shebelle|Shabeellaha Dhexe;SH=Lower Shebelle|Shabeellaha Hoose
SS BN=Northern Bahr el Ghazal|Bahr al-Gazal del Norte;BW=Western Bahr el Ghazal|Bahr al-Gazal Occidental;EC=Central Equatoria|Ecuatoria Central;EE=Eastern Equatoria|Ecuatoria Oriental;EW=Western Equatoria|Ecuatoria Occidental;JG=Jonglei|Junqali;LK=Lakes|Lagos;NU=Upper Nile|Alto Nilo;UY=Unity|Unidad;WR=Warrap|Warab
SV AH=Ahuachapán;CA=Cabañas;CH=Chalatenango;CU=Cuscatlán;LI=La Libertad;MO=Morazán;PA=La Paz;SA=Santa Ana;SM=San Miguel;SO=Sonsonate;SS=San Salvador;SV=San Vicente;UN=La Unión;US=Usulután
SY DI=Damascus|Damasco;DR=Daraa|Dar’a;DY=Deir ez-Zor;HA=Al-Hasakah|Hasaka;HI=Homs;HL=Aleppo|Alepo;HM=Hama;ID=Idlib;LA=Latakia;QU=Quneitra;RA=Al-Raqqah|Ar-Raqqa;RD=Rif Dimashq|La campiña de Damasco;SU=As-Suwayda|Sueida;TA=Tartus
TG C=Centre|Centro;K=Kara;M=Maritime|Marítima;P=Plateaux|Altiplano;S=Savanes|Sabanas
TH 10=Bangkok;11=Samut Prakan;12=Nonthaburi;13=Pathum Thani;14=Phra Nakhon Si Ayutthaya;15=Ang Thong;16=Lopburi;17=Sing Buri;18=Chai Nat|Chainat;19=Saraburi;20=Chon Buri;21=Rayong;22=Chanthaburi;23=Trat;24=Chachoengsao;25=Prachin Buri|Prachinburi;26=Nakhon Nayok;27=Sa Kaeo;30=Nakhon Ratchasima;31=Buri Ram;32=Surin;33=Si Sa Ket|Sisaket;34=Ubon Ratchathani;35=Yasothon;36=Chaiyaphum;37=Amnat Charoen;38=Bueng Kan;39=Nong Bua Lam Phu|Nongbua Lamphu;40=Khon Kaen;41=Udon Thani;42=Loei;43=Nong Khai;44=Maha Sarakham;45=Roi Et;46=Kalasin;47=Sakon Nakhon;48=Nakhon Phanom;49=Mukdahan;50=Chiang Mai;51=Lamphun;52=Lampang;53=Uttaradit;54=Phrae;55=Nan;56=Phayao;57=Chiang Rai;58=Mae Hong Son;60=Nakhon Sawan;61=Uthai Thani;62=Kamphaeng Phet;63=Tak;64=Sukhothai;65=Phitsanulok;66=Phichit;67=Phetchabun;70=Ratchaburi;71=Kanchanaburi;72=Suphan Buri|Suphanburi;73=Nakhon Pathom;74=Samut Sakhon;75=Samut Songkhram;76=Phetchaburi;77=Prachuap Khiri Khan;80=Nakhon Si Thammarat;81=Krabi;82=Phang Nga;83=Phuket;84=Surat Thani;85=Ranong;86=Chumphon;90=Songkhla;91=Satun;92=Trang;93=Phatthalung;94=Pattani;95=Yala;96=Narathiwat
TM A=Ahal;B=Balkan;D=Daşoguz;L=Lebap;M=Mary
TN 11=Tunis|Túnez;13=Ben Arous;14=Manouba;21=Nabeul;22=Zaghouan;23=Bizerte|Bizerta;31=Beja|Béja;32=Jendouba;33=Kef|Al-Kāf;34=Siliana;41=Kairouan|Kairuán;42=Kasserine;43=Sidi Bouzid;51=Sousse|Susa;52=Monastir;53=Mahdia;61=Sfax;71=Gafsa;72=Tozeur;73=Kebili;81=Gabès;82=Medenine;83=Tataouine
TR 01=Adana;02=Adıyaman;03=Afyonkarahisar;04=Ağrı;05=Amasya;06=Ankara;07=Antalya;08=Artvin;09=Aydın|Aydin;10=Balıkesir;11=Bilecik;12=Bingöl;13=Bitlis;14=Bolu;15=Burdur;16=Bursa;17=Çanakkale;18=Çankırı;19=Çorum;20=Denizli;21=Diyarbakır;22=Edirne;23=Elazığ;24=Erzincan;25=Erzurum;26=Eskişehir;27=Gaziantep;28=Giresun;29=Gümüşhane;30=Hakkâri;31=Hatay;32=Isparta;33=Mersin;34=Istanbul|Estambul;35=İzmir|Esmirna;36=Kars;37=Kastamonu;38=Kayseri;39=Kırklareli;40=Kırşehir;41=Kocaeli;42=Konya;43=Kütahya;44=Malatya;45=Manisa;46=Kahramanmaraş;47=Mardin;48=Muğla;49=Muş;50=Nevşehir;51=Niğde;52=Ordu;53=Rize;54=Sakarya;55=Samsun;56=Siirt;57=Sinop|Sinope;58=Sivas;59=Tekirdağ;60=Tokat;61=Trabzon;62=Tunceli;63=Şanlıurfa|Sanliurfa;64=Uşak;65=Van;66=Yozgat;67=Zonguldak;68=Aksaray;69=Bayburt;70=Karaman;71=Kırıkkale;72=Batman;73=Şırnak;74=Bartın;75=Ardahan;76=Iğdır;77=Yalova;78=Karabük;79=Kilis;80=Osmaniye;81=Düzce
TW CHA=Changhua;CYI=Chiayi (city)|Chiayi (ciudad);CYQ=Chiayi (county)|Chiayi (condado);HSQ=Hsinchu (county)|Hsinchu (condado);HSZ=Hsinchu (city)|Hsinchu (ciudad);HUA=Hualien;ILA=Yilan;KEE=Keelung;KHH=Kaohsiung;KIN=Kinmen;MIA=Miaoli;NAN=Nantou;PEN=Penghu|Islas Pescadores;PIF=Pingtung;TAO=Taoyuan;TNN=Tainan;TPE=Taipei|Taipéi;TPQ=New Taipei|Nuevo Taipéi;TTT=Taitung;TXG=Taichung City|Ciudad de Taichung;YUN=Yunlin
TZ 01=Arusha;02=Dar es Salaam|Dar es-Salam;03=Dodoma;04=Iringa;05=Kagera;06=North Pemba|Pemba North;07=Unguja North|Zanzibar North;08=Kigoma;09=Kilimanjaro;10=South Pemba|Pemba South;11=Unguja South|Zanzibar Central/South;12=Lindi;13=Mara;14=Mbeya;15=Mjini Magharibi|Zanzibar Urban/West;16=Morogoro;17=Mtwara;18=Mwanza;19=Pwani;20=Rukwa;21=Ruvuma;22=Shinyanga;23=Singida;24=Tabora;25=Tanga;26=Manyara;27=Geita;28=Katavi;29=Njombe;30=Simiyu
UA 05=Vinnytsia;07=Volyn;09=Luhansk|Lugansk;12=Dnipropetrovsk;14=Donetsk;18=Zhytomyr;21=Zakarpattia|Zakarpatia;23=Zaporizhzhia|Zaporiyia;26=Ivano-Frankivsk;30=Kyiv (city)|Kiev (ciudad);32=Kyiv (oblast)|Kiev (óblast);35=Kirovohrad|Kirovogrado;40=Sevastopol|Sebastopol;43=Autonomous Republic of Crimea|República autónoma de Crimea;46=Lviv|Leópolis;48=Mykolaiv;51=Odessa|Odesa;53=Poltava;56=Rivne;59=Sumy;61=Ternopil|Ternópil;63=Kharkiv|Járkov;65=Kherson|Jersón;68=Khmelnytskyi|Jmelnitski;71=Cherkasy;74=Chernihiv;77=Chernivtsi
US AK=Alaska;AL=Alabama;AR=Arkansas;AZ=Arizona;CA=California;CO=Colorado;CT=Connecticut;DC=Washington, D.C.;DE=Delaware;FL=Florida;GA=Georgia;HI=Hawaii|Hawái;IA=Iowa;ID=Idaho;IL=Illinois;IN=Indiana;KS=Kansas;KY=Kentucky;LA=Louisiana|Luisiana;MA=Massachusetts;MD=Maryland;ME=Maine;MI=Michigan|Míchigan;MN=Minnesota;MO=Missouri|Misuri;MS=Mississippi|Misisipi;MT=Montana;NC=North Carolina|Carolina del Norte;ND=North Dakota|Dakota del Norte;NE=Nebraska;NH=New Hampshire|Nuevo Hampshire;NJ=New Jersey|Nueva Jersey;NM=New Mexico|Nuevo México;NV=Nevada;NY=New York|Nueva York;OH=Ohio;OK=Oklahoma;OR=Oregon|Oregón;PA=Pennsylvania|Pensilvania;RI=Rhode Island;SC=South Carolina|Carolina del Sur;SD=South Dakota|Dakota del Sur;TN=Tennessee;TX=Texas;UT=Utah;VA=Virginia;VT=Vermont;WA=Washington;WI=Wisconsin;WV=West Virginia|Virginia Occidental;WY=Wyoming
UY AR=Artigas;CA=Canelones;CL=Cerro Largo;CO=Colonia;DU=Durazno;FD=Florida;FS=Flores;LA=Lavalleja;MA=Maldonado;MO=Montevideo;PA=Paysandú;RN=Río Negro;RO=Rocha;RV=Rivera;SA=Salto;SJ=San José;SO=Soriano;TA=Tacuarembó;TT=Treinta y Tres
UZ AN=Andijan|Andillán;BU=Bukhara|Bujara;FA=Fergana;JI=Jizzakh|Djizaks;NG=Namangan|Namangán;NW=Navoiy|Navoi;QA=Qashqadaryo|Kashkadar;QR=Karakalpakstan|Karakalpakia;SA=Samarqand|Samarcanda;SI=Sirdaryo|Sirdarín;SU=Surxondaryo|Surjandarín;TK=Tashkent (city)|Taskent (ciudad);TO=Tashkent (region)|Taskent (región);XO=Xorazm|Corasmia
VE A=Capital;B=Anzoátegui;C=Apure;D=Aragua;E=Barinas;F=Bolívar;G=Carabobo;H=Cojedes;I=Falcón;J=Guárico;K=Lara;L=Merida|Mérida;M=Miranda;N=Monagas;O=Nueva Esparta;P=Portuguesa;R=Sucre;S=Tachira|Táchira;T=Trujillo;U=Yaracuy;V=Zulia;W=Federal Dependencies|Dependencias Federales;X=Vargas state|Estado Vargas;Y=Delta Amacuro;Z=Amazonas
VN 01=Lai Châu;02=Lào Cai;03=Hà Giang;04=Cao Bằng;05=Sơn La;06=Yên Bái;07=Tuyên Quang;09=Lạng Sơn;13=Quảng Ninh;14=Hòa Bình;18=Ninh Bình|Ninh Binh;20=Thái Bình;21=Thanh Hóa;22=Nghệ An;23=Hà Tĩnh;24=Quảng Bình;25=Quảng Trị;26=Thừa Thiên Huế|Thừa Thiên-Huế;27=Quảng Nam;28=Kon Tum;29=Quảng Ngãi;30=Gia Lai;31=Bình Định;32=Phú Yên;33=Đắk Lắk;34=Khánh Hòa;35=Lâm Đồng;36=Ninh Thuận;37=Tây Ninh;39=Đông Nam Bộ|Dong Nam Bo;40=Bình Thuận;41=Long An;43=Bà Rịa-Vũng Tàu;44=An Giang;45=Đồng Tháp;46=Tiền Giang;47=Kiên Giang;49=Vĩnh Long;50=Bến Tre;51=Trà Vinh;52=Sóc Trăng;53=Northeast Vietnam|Nordeste;54=Bắc Giang;55=Bạc Liêu;56=Bắc Ninh;57=Bình Dương;58=Bình Phước;59=Cà Mau;61=Hải Dương;63=Hà Nam;66=Red River Delta|Región del Delta del Río Rojo;67=Nam Định;68=Phú Thọ;69=Thái Nguyên;70=Vĩnh Phúc;71=Điện Biên;72=Đắk Nông|Đăk Nông;73=Hậu Giang;CT=Cần Thơ;DN=Da Nang|Đà Nẵng;HN=Hanoi|Hanói;HP=Haiphong|Hải Phòng;SG=Ho Chi Minh|Ciudad Ho Chi Minh
YE AB=Abyan;AD=’Adan|Adén;AM=’Amran;BA=Al Bayda’;DA=Ad Dali’;DH=Dhamar;HD=Hadhramaut|Hadramaut;HJ=Hajjah;HU=Al Hudaydah|Al Hudayda;IB=Ibb;JA=Al Jawf|Yauf;LA=Lahij;MA=Ma’rib|Mareb;MR=Al Mahrah;MW=Al Mahwit;RA=Raymah;SA=Sanaa (city)|Saná (ciudad);SD=Sa’dah;SH=Shabwah;SN=Sanaa (governorate)|Saná (gobernación);TA=Ta’izz
ZA EC=Eastern Cape|Oriental del Cabo;FS=Free|Estado Libre;GT=Gauteng;LP=Limpopo;MP=Mpumalanga;NC=Northern Cape|Septentrional del Cabo;NL=KwaZulu-Natal;NW=North West|Noroeste;WC=Western Cape|Occidental del Cabo
ZM 01=Western|Oeste;02=Central;03=Eastern|Este;04=Luapula;05=Northern|Norte;06=Northwestern|Noroeste;07=Southern|Sur;08=Copperbelt;09=Lusaka;10=Muchinga
ZW BU=Bulawayo;HA=Harare;MA=Manicaland|Manicalandia;MC=Mashonaland Central|Mashonalandia Central;ME=Mashonaland East|Mashonalandia Oriental;MI=Midlands;MN=Matabeleland North|Matabelelandia Septentrional;MS=Matabeleland South|Matabelelandia Meridional;MV=Masvingo;MW=Mashonaland West|Mashonalandia Occidental`;

/** Codes of smaller units and of those that ISO renamed, and the region that each is read as. */
export const withdrawnSubdivisions = `BE-VAN BE-VLG
BE-VBR BE-VLG
BE-VLI BE-VLG
BE-VOV BE-VLG
BE-VWV BE-VLG
BE-WBR BE-WAL
BE-WHT BE-WAL
BE-WLG BE-WAL
BE-WLX BE-WAL
BE-WNA BE-WAL
CZ-JC CZ-31
CZ-JM CZ-64
CZ-KA CZ-41
CZ-KR CZ-52
CZ-LI CZ-51
CZ-MO CZ-80
CZ-OL CZ-71
CZ-PA CZ-53
CZ-PL CZ-32
CZ-PR CZ-10
CZ-ST CZ-20
CZ-US CZ-42
CZ-VY CZ-63
CZ-ZL CZ-72
ES-A ES-VC
ES-AB ES-CM
ES-AL ES-AN
ES-AV ES-CL
ES-B ES-CT
ES-BA ES-EX
ES-BI ES-PV
ES-BU ES-CL
ES-C ES-GA
ES-CA ES-AN
ES-CC ES-EX
ES-CO ES-AN
ES-CR ES-CM
ES-CS ES-VC
ES-CU ES-CM
ES-GC ES-CN
ES-GI ES-CT
ES-GR ES-AN
ES-GU ES-CM
ES-H ES-AN
ES-HU ES-AR
ES-J ES-AN
ES-L ES-CT
ES-LE ES-CL
ES-LO ES-RI
ES-LU ES-GA
ES-M ES-MD
ES-MA ES-AN
ES-MU ES-MC
ES-NA ES-NC
ES-O ES-AS
ES-OR ES-GA
ES-P ES-CL
ES-PM ES-IB
ES-PO ES-GA
ES-S ES-CB
ES-SA ES-CL
ES-SE ES-AN
ES-SG ES-CL
ES-SO ES-CL
ES-SS ES-PV
ES-T ES-CT
ES-TE ES-AR
ES-TF ES-CN
ES-TO ES-CM
ES-V ES-VC
ES-VA ES-CL
ES-VI ES-PV
ES-Z ES-AR
ES-ZA ES-CL
FR-01 FR-ARA
FR-02 FR-HDF
FR-03 FR-ARA
FR-04 FR-PAC
FR-05 FR-PAC
FR-06 FR-PAC
FR-07 FR-ARA
FR-08 FR-GES
FR-09 FR-OCC
FR-10 FR-GES
FR-11 FR-OCC
FR-12 FR-OCC
FR-13 FR-PAC
FR-14 FR-NOR
FR-15 FR-ARA
FR-16 FR-NAQ
FR-17 FR-NAQ
FR-18 FR-CVL
FR-19 FR-NAQ
FR-21 FR-BFC
FR-22 FR-BRE
FR-23 FR-NAQ
FR-24 FR-NAQ
FR-25 FR-BFC
FR-26 FR-ARA
FR-27 FR-NOR
FR-28 FR-CVL
FR-29 FR-BRE
FR-2A FR-20R
FR-2B FR-20R
FR-30 FR-OCC
FR-31 FR-OCC
FR-32 FR-OCC
FR-33 FR-NAQ
FR-34 FR-OCC
FR-35 FR-BRE
FR-36 FR-CVL
FR-37 FR-CVL
FR-38 FR-ARA
FR-39 FR-BFC
FR-40 FR-NAQ
FR-41 FR-CVL
FR-42 FR-ARA
FR-43 FR-ARA
FR-44 FR-PDL
FR-45 FR-CVL
FR-46 FR-OCC
FR-47 FR-NAQ
FR-48 FR-OCC
FR-49 FR-PDL
FR-50 FR-NOR
FR-51 FR-GES
FR-52 FR-GES
FR-53 FR-PDL
FR-54 FR-GES
FR-55 FR-GES
FR-56 FR-BRE
FR-57 FR-GES
FR-58 FR-BFC
FR-59 FR-HDF
FR-60 FR-HDF
FR-61 FR-NOR
FR-62 FR-HDF
FR-63 FR-ARA
FR-64 FR-NAQ
FR-65 FR-OCC
FR-66 FR-OCC
FR-67 FR-GES
FR-68 FR-GES
FR-69 FR-ARA
FR-70 FR-BFC
FR-71 FR-BFC
FR-72 FR-PDL
FR-73 FR-ARA
FR-74 FR-ARA
FR-75 FR-IDF
FR-76 FR-NOR
FR-77 FR-IDF
FR-78 FR-IDF
FR-79 FR-NAQ
FR-80 FR-HDF
FR-81 FR-OCC
FR-82 FR-OCC
FR-83 FR-PAC
FR-84 FR-PAC
FR-85 FR-PDL
FR-86 FR-NAQ
FR-87 FR-NAQ
FR-88 FR-GES
FR-89 FR-BFC
FR-90 FR-BFC
FR-91 FR-IDF
FR-92 FR-IDF
FR-93 FR-IDF
FR-94 FR-IDF
FR-95 FR-IDF
FR-GF GF
FR-GP GP
FR-MQ MQ
FR-RE RE
FR-YT YT
GB-ABD GB-SCT
GB-ABE GB-SCT
GB-AGB GB-SCT
GB-AGY GB-WLS
GB-ANS GB-SCT
GB-ANT GB-NIR
GB-ARD GB-NIR
GB-ARM GB-NIR
GB-BAS GB-ENG
GB-BBD GB-ENG
GB-BDF GB-ENG
GB-BDG GB-ENG
GB-BEN GB-ENG
GB-BEX GB-ENG
GB-BFS GB-NIR
GB-BGE GB-WLS
GB-BGW GB-WLS
GB-BIR GB-ENG
GB-BKM GB-ENG
GB-BLA GB-NIR
GB-BLY GB-NIR
GB-BMH GB-ENG
GB-BNB GB-NIR
GB-BNE GB-ENG
GB-BNH GB-ENG
GB-BNS GB-ENG
GB-BOL GB-ENG
GB-BPL GB-ENG
GB-BRC GB-ENG
GB-BRD GB-ENG
GB-BRY GB-ENG
GB-BST GB-ENG
GB-BUR GB-ENG
GB-CAM GB-ENG
GB-CAY GB-WLS
GB-CBF GB-ENG
GB-CGN GB-WLS
GB-CGV GB-NIR
GB-CHE GB-ENG
GB-CHW GB-ENG
GB-CKF GB-NIR
GB-CKT GB-NIR
GB-CLD GB-ENG
GB-CLK GB-SCT
GB-CLR GB-NIR
GB-CMA GB-ENG
GB-CMD GB-ENG
GB-CMN GB-WLS
GB-CON GB-ENG
GB-COV GB-ENG
GB-CRF GB-WLS
GB-CRY GB-ENG
GB-CSR GB-NIR
GB-CWY GB-WLS
GB-DAL GB-ENG
GB-DBY GB-ENG
GB-DEN GB-WLS
GB-DER GB-ENG
GB-DEV GB-ENG
GB-DGN GB-NIR
GB-DGY GB-SCT
GB-DNC GB-ENG
GB-DND GB-SCT
GB-DOR GB-ENG
GB-DOW GB-NIR
GB-DRY GB-NIR
GB-DUD GB-ENG
GB-DUR GB-ENG
GB-EAL GB-ENG
GB-EAY GB-SCT
GB-EDH GB-SCT
GB-EDU GB-SCT
GB-ELN GB-SCT
GB-ELS GB-SCT
GB-ENF GB-ENG
GB-ERW GB-SCT
GB-ERY GB-ENG
GB-ESS GB-ENG
GB-ESX GB-ENG
GB-FAL GB-SCT
GB-FER GB-NIR
GB-FIF GB-SCT
GB-FLN GB-WLS
GB-GAT GB-ENG
GB-GLG GB-SCT
GB-GLS GB-ENG
GB-GRE GB-ENG
GB-GWN GB-WLS
GB-HAL GB-ENG
GB-HAM GB-ENG
GB-HAV GB-ENG
GB-HCK GB-ENG
GB-HEF GB-ENG
GB-HIL GB-ENG
GB-HLD GB-SCT
GB-HMF GB-ENG
GB-HNS GB-ENG
GB-HPL GB-ENG
GB-HRT GB-ENG
GB-HRW GB-ENG
GB-HRY GB-ENG
GB-IOS GB-ENG
GB-IOW GB-ENG
GB-ISL GB-ENG
GB-IVC GB-SCT
GB-KEC GB-ENG
GB-KEN GB-ENG
GB-KHL GB-ENG
GB-KIR GB-ENG
GB-KTT GB-ENG
GB-KWL GB-ENG
GB-LAN GB-ENG
GB-LBH GB-ENG
GB-LCE GB-ENG
GB-LDS GB-ENG
GB-LEC GB-ENG
GB-LEW GB-ENG
GB-LIN GB-ENG
GB-LIV GB-ENG
GB-LMV GB-NIR
GB-LND GB-ENG
GB-LRN GB-NIR
GB-LSB GB-NIR
GB-LUT GB-ENG
GB-MAN GB-ENG
GB-MDB GB-ENG
GB-MDW GB-ENG
GB-MFT GB-NIR
GB-MIK GB-ENG
GB-MLN GB-SCT
GB-MON GB-WLS
GB-MRT GB-ENG
GB-MRY GB-SCT
GB-MTY GB-WLS
GB-MYL GB-NIR
GB-NAY GB-SCT
GB-NBL GB-ENG
GB-NDN GB-NIR
GB-NEL GB-ENG
GB-NET GB-ENG
GB-NFK GB-ENG
GB-NGM GB-ENG
GB-NLK GB-SCT
GB-NLN GB-ENG
GB-NSM GB-ENG
GB-NTA GB-NIR
GB-NTH GB-ENG
GB-NTL GB-WLS
GB-NTT GB-ENG
GB-NTY GB-ENG
GB-NWM GB-ENG
GB-NWP GB-WLS
GB-NYK GB-ENG
GB-NYM GB-NIR
GB-OLD GB-ENG
GB-OMH GB-NIR
GB-ORK GB-SCT
GB-OXF GB-ENG
GB-PEM GB-WLS
GB-PKN GB-SCT
GB-PLY GB-ENG
GB-POL GB-ENG
GB-POR GB-ENG
GB-POW GB-WLS
GB-PTE GB-ENG
GB-RCC GB-ENG
GB-RCH GB-ENG
GB-RCT GB-WLS
GB-RDB GB-ENG
GB-RDG GB-ENG
GB-RFW GB-SCT
GB-RIC GB-ENG
GB-ROT GB-ENG
GB-RUT GB-ENG
GB-SAW GB-ENG
GB-SAY GB-SCT
GB-SCB GB-SCT
GB-SFK GB-ENG
GB-SFT GB-ENG
GB-SGC GB-ENG
GB-SHF GB-ENG
GB-SHN GB-ENG
GB-SHR GB-ENG
GB-SKP GB-ENG
GB-SLF GB-ENG
GB-SLG GB-ENG
GB-SLK GB-SCT
GB-SND GB-ENG
GB-SOL GB-ENG
GB-SOM GB-ENG
GB-SOS GB-ENG
GB-SRY GB-ENG
GB-STB GB-NIR
GB-STE GB-ENG
GB-STG GB-SCT
GB-STH GB-ENG
GB-STN GB-ENG
GB-STS GB-ENG
GB-STT GB-ENG
GB-STY GB-ENG
GB-SWA GB-WLS
GB-SWD GB-ENG
GB-SWK GB-ENG
GB-TAM GB-ENG
GB-TFW GB-ENG
GB-THR GB-ENG
GB-TOB GB-ENG
GB-TOF GB-WLS
GB-TRF GB-ENG
GB-TWH GB-ENG
GB-VGL GB-WLS
GB-WAR GB-ENG
GB-WBK GB-ENG
GB-WDU GB-SCT
GB-WFT GB-ENG
GB-WGN GB-ENG
GB-WIL GB-ENG
GB-WKF GB-ENG
GB-WLL GB-ENG
GB-WLN GB-SCT
GB-WLV GB-ENG
GB-WND GB-ENG
GB-WNM GB-ENG
GB-WOK GB-ENG
GB-WOR GB-ENG
GB-WRL GB-ENG
GB-WRT GB-ENG
GB-WRX GB-WLS
GB-WSM GB-ENG
GB-WSX GB-ENG
GB-YOR GB-ENG
GB-ZET GB-SCT
GR-69 GR-B
HU-BC HU-BE
HU-DE HU-HB
HU-DU HU-FE
HU-ED HU-PE
HU-EG HU-HE
HU-GY HU-GS
HU-HV HU-CS
HU-KM HU-BK
HU-KV HU-SO
HU-MI HU-BZ
HU-NK HU-ZA
HU-NY HU-SZ
HU-PS HU-BA
HU-SD HU-CS
HU-SF HU-FE
HU-SH HU-VA
HU-SK HU-JN
HU-SN HU-GS
HU-SS HU-TO
HU-ST HU-NO
HU-TB HU-KE
HU-VM HU-VE
HU-ZE HU-ZA
IE-CE IE-M
IE-CN IE-U
IE-CO IE-M
IE-CW IE-L
IE-D IE-L
IE-DL IE-U
IE-G IE-C
IE-KE IE-L
IE-KK IE-L
IE-KY IE-M
IE-LD IE-L
IE-LH IE-L
IE-LK IE-M
IE-LM IE-C
IE-LS IE-L
IE-MH IE-L
IE-MN IE-U
IE-MO IE-C
IE-OY IE-L
IE-RN IE-C
IE-SO IE-C
IE-TA IE-M
IE-WD IE-M
IE-WH IE-L
IE-WW IE-L
IE-WX IE-L
IN-CT IN-CG
IN-OR IN-OD
IN-TG IN-TS
IN-UT IN-UK
IT-AG IT-82
IT-AL IT-21
IT-AN IT-57
IT-AO IT-23
IT-AP IT-57
IT-AQ IT-65
IT-AR IT-52
IT-AT IT-21
IT-AV IT-72
IT-BA IT-75
IT-BG IT-25
IT-BI IT-21
IT-BL IT-34
IT-BN IT-72
IT-BO IT-45
IT-BR IT-75
IT-BS IT-25
IT-BT IT-75
IT-BZ IT-32
IT-CA IT-88
IT-CB IT-67
IT-CE IT-72
IT-CH IT-65
IT-CI IT-88
IT-CL IT-82
IT-CN IT-21
IT-CO IT-25
IT-CR IT-25
IT-CS IT-78
IT-CT IT-82
IT-CZ IT-78
IT-EN IT-82
IT-FC IT-45
IT-FE IT-45
IT-FG IT-75
IT-FI IT-52
IT-FM IT-57
IT-FR IT-62
IT-GE IT-42
IT-GO IT-36
IT-GR IT-52
IT-IM IT-42
IT-IS IT-67
IT-KR IT-78
IT-LC IT-25
IT-LE IT-75
IT-LI IT-52
IT-LO IT-25
IT-LT IT-62
IT-LU IT-52
IT-MB IT-25
IT-MC IT-57
IT-ME IT-82
IT-MI IT-25
IT-MN IT-25
IT-MO IT-45
IT-MS IT-52
IT-MT IT-77
IT-NA IT-72
IT-NO IT-21
IT-NU IT-88
IT-OG IT-88
IT-OR IT-88
IT-OT IT-88
IT-PA IT-82
IT-PC IT-45
IT-PD IT-34
IT-PE IT-65
IT-PG IT-55
IT-PI IT-52
IT-PN IT-36
IT-PO IT-52
IT-PR IT-45
IT-PT IT-52
IT-PU IT-57
IT-PV IT-25
IT-PZ IT-77
IT-RA IT-45
IT-RC IT-78
IT-RE IT-45
IT-RG IT-82
IT-RI IT-62
IT-RM IT-62
IT-RN IT-45
IT-RO IT-34
IT-SA IT-72
IT-SI IT-52
IT-SO IT-25
IT-SP IT-42
IT-SR IT-82
IT-SS IT-88
IT-SV IT-42
IT-TA IT-75
IT-TE IT-65
IT-TN IT-32
IT-TO IT-21
IT-TP IT-82
IT-TR IT-55
IT-TS IT-36
IT-TV IT-34
IT-UD IT-36
IT-VA IT-25
IT-VB IT-21
IT-VC IT-21
IT-VE IT-34
IT-VI IT-34
IT-VR IT-34
IT-VS IT-88
IT-VT IT-62
IT-VV IT-78
MX-DIF MX-CMX
NL-BQ1 BQ
NL-BQ2 BQ
NL-BQ3 BQ
NL-SX SX
NO-01 NO-31
NO-02 NO-32
NO-04 NO-34
NO-05 NO-34
NO-06 NO-33
NO-07 NO-39
NO-08 NO-40
NO-09 NO-42
NO-10 NO-42
NO-12 NO-46
NO-14 NO-46
NO-16 NO-50
NO-17 NO-50
NO-19 NO-55
NO-20 NO-56
NO-21 SJ
PH-ABR PH-15
PH-AGN PH-13
PH-AGS PH-13
PH-AKL PH-06
PH-ALB PH-05
PH-ANT PH-06
PH-APA PH-15
PH-AUR PH-03
PH-BAN PH-03
PH-BAS PH-14
PH-BCD PH-06
PH-BEN PH-15
PH-BIL PH-08
PH-BOH PH-07
PH-BTG PH-40
PH-BTN PH-02
PH-BUK PH-10
PH-BUL PH-03
PH-CAG PH-02
PH-CAM PH-10
PH-CAN PH-05
PH-CAP PH-06
PH-CAS PH-05
PH-CAT PH-05
PH-CAV PH-40
PH-CEB PH-07
PH-COM PH-11
PH-DAO PH-11
PH-DAS PH-11
PH-DAV PH-11
PH-EAS PH-08
PH-GUI PH-06
PH-IFU PH-15
PH-ILI PH-06
PH-ILN PH-01
PH-ILS PH-01
PH-ISA PH-02
PH-KAL PH-15
PH-LAG PH-40
PH-LAN PH-10
PH-LAP PH-07
PH-LAS PH-14
PH-LEY PH-08
PH-LUN PH-01
PH-MAD PH-41
PH-MAG PH-14
PH-MAS PH-05
PH-MDC PH-41
PH-MDE PH-07
PH-MDR PH-41
PH-MNL PH-00
PH-MOU PH-15
PH-MSC PH-10
PH-MSR PH-10
PH-NCO PH-12
PH-NEC PH-06
PH-NER PH-07
PH-NSA PH-08
PH-NUE PH-03
PH-NUV PH-02
PH-PAM PH-03
PH-PAN PH-01
PH-PLW PH-41
PH-QUE PH-40
PH-QUI PH-02
PH-RIZ PH-40
PH-ROM PH-41
PH-SAR PH-12
PH-SCO PH-12
PH-SIG PH-07
PH-SLE PH-08
PH-SLU PH-14
PH-SOR PH-05
PH-SUK PH-12
PH-SUN PH-13
PH-SUR PH-13
PH-TAR PH-03
PH-TAW PH-14
PH-WSA PH-08
PH-ZAN PH-09
PH-ZAS PH-09
PH-ZMB PH-03
PH-ZSI PH-09
US-PR PR`;
