/** How names are given in a country. */
export type Culture = 'english' | 'german' | 'french' | 'spanish' | 'italian' | 'portuguese' | 'nordic' | 'japanese' | 'indian' | 'arabic';

/** Where customers are. */
export interface Country {
  readonly name: string;
  readonly region: string;
  readonly culture: Culture;
  readonly language: string;
  readonly cities: readonly string[];
  /** A telephone prefix; the numbers that follow are reserved for fiction or made up. */
  readonly phone: string;
  /** How many of a hundred customers are here, roughly. */
  readonly weight: number;
}

const places: readonly (readonly [string, string, Culture, string, string, string, number])[] = [
  [
    'United States',
    'North America',
    'english',
    'English',
    'Boston,Chicago,Denver,Austin,Seattle,Atlanta,Minneapolis,Portland',
    '+1 617 555',
    26,
  ],
  ['Canada', 'North America', 'english', 'English', 'Toronto,Vancouver,Calgary,Ottawa', '+1 416 555', 5],
  ['Mexico', 'North America', 'spanish', 'Spanish', 'Monterrey,Guadalajara,Puebla', '+52 55 5550', 3],
  ['United Kingdom', 'Europe', 'english', 'English', 'Manchester,Leeds,Bristol,Edinburgh,London', '+44 161 496', 8],
  ['Ireland', 'Europe', 'english', 'English', 'Dublin,Cork,Galway', '+353 1 555', 2],
  ['Germany', 'Europe', 'german', 'German', 'Hamburg,Stuttgart,Leipzig,Munich,Cologne', '+49 30 2312', 12],
  ['Austria', 'Europe', 'german', 'German', 'Vienna,Graz,Linz', '+43 1 5550', 2],
  ['Switzerland', 'Europe', 'german', 'German', 'Zurich,Basel,Bern', '+41 44 5550', 3],
  ['France', 'Europe', 'french', 'French', 'Lyon,Nantes,Toulouse,Lille', '+33 1 9900', 7],
  ['Netherlands', 'Europe', 'nordic', 'English', 'Utrecht,Eindhoven,Rotterdam', '+31 20 5550', 4],
  ['Sweden', 'Europe', 'nordic', 'English', 'Gothenburg,Malmo,Uppsala', '+46 8 5550', 3],
  ['Spain', 'Europe', 'spanish', 'Spanish', 'Valencia,Bilbao,Seville', '+34 91 5550', 4],
  ['Italy', 'Europe', 'italian', 'Italian', 'Turin,Bologna,Verona', '+39 02 5550', 4],
  ['Portugal', 'Europe', 'portuguese', 'Portuguese', 'Porto,Lisbon,Braga', '+351 21 5550', 2],
  ['Japan', 'Asia Pacific', 'japanese', 'Japanese', 'Osaka,Nagoya,Yokohama', '+81 3 5550', 4],
  ['Australia', 'Asia Pacific', 'english', 'English', 'Melbourne,Brisbane,Perth', '+61 3 7010', 4],
  ['Singapore', 'Asia Pacific', 'english', 'English', 'Singapore', '+65 6550', 2],
  ['India', 'Asia Pacific', 'indian', 'English', 'Pune,Chennai,Hyderabad', '+91 22 5550', 3],
  ['Brazil', 'Latin America', 'portuguese', 'Portuguese', 'Curitiba,Recife,Campinas', '+55 11 5550', 4],
  ['Argentina', 'Latin America', 'spanish', 'Spanish', 'Rosario,Cordoba', '+54 11 5550', 1],
  ['United Arab Emirates', 'Middle East and Africa', 'arabic', 'English', 'Dubai,Abu Dhabi', '+971 4 555', 2],
  ['South Africa', 'Middle East and Africa', 'english', 'English', 'Cape Town,Durban', '+27 21 555', 2],
];

/** The countries of the program's customers. */
export const countries: readonly Country[] = places.map(([name, region, culture, language, cities, phone, weight]) => ({
  name,
  region,
  culture,
  language,
  cities: cities.split(','),
  phone,
  weight,
}));

/** Given and family names, by culture. */
export const people: Readonly<Record<Culture, { readonly given: readonly string[]; readonly family: readonly string[] }>> = {
  english: {
    given: 'Alice,Ben,Charlotte,Daniel,Emma,Grace,Henry,Isla,Jack,Kate,Liam,Megan,Noah,Olivia,Ruth,Samuel,Thomas,Victoria,Will,Zoe'.split(
      ',',
    ),
    family:
      'Adams,Bennett,Clarke,Dawson,Ellis,Foster,Griffin,Hughes,Irving,Jennings,Kerr,Lawson,Mercer,Norton,Osborne,Parsons,Quinn,Rhodes,Sutton,Turner,Vaughan,Whitfield'.split(
        ',',
      ),
  },
  german: {
    given: 'Anke,Bernd,Claudia,Dirk,Eva,Felix,Greta,Hannes,Ina,Jonas,Katrin,Lukas,Miriam,Nils,Petra,Ralf,Sabine,Tobias,Ulrike,Volker'.split(
      ',',
    ),
    family:
      'Albrecht,Becker,Dietrich,Engel,Fuchs,Graf,Hoffmann,Jansen,Keller,Lorenz,Maurer,Neumann,Pohl,Richter,Schubert,Thiele,Vogel,Wagner,Ziegler'.split(
        ',',
      ),
  },
  french: {
    given: 'Amélie,Bastien,Camille,Denis,Élodie,Florent,Hélène,Julien,Laure,Mathieu,Nadia,Olivier,Pauline,Rémi,Sophie,Yann'.split(','),
    family: 'Aubert,Bonnet,Caron,Delmas,Fournier,Garnier,Henry,Lambert,Marchand,Noël,Perrin,Renaud,Simon,Tessier,Vidal'.split(','),
  },
  spanish: {
    given: 'Adriana,Bruno,Carmen,Diego,Elena,Fernando,Inés,Javier,Lucía,Marcos,Nuria,Óscar,Pilar,Raúl,Silvia,Tomás'.split(','),
    family: 'Álvarez,Blanco,Cano,Díaz,Esteban,Fuentes,García,Herrera,Iglesias,León,Molina,Navarro,Ortega,Prieto,Rubio,Soler'.split(','),
  },
  italian: {
    given: 'Alessia,Bruno,Chiara,Davide,Elisa,Fabio,Giulia,Luca,Marta,Nicola,Paola,Riccardo,Sara,Tommaso'.split(','),
    family: 'Amato,Bianchi,Conti,De Luca,Esposito,Ferrari,Gallo,Lombardi,Moretti,Parisi,Ricci,Serra,Vitale'.split(','),
  },
  portuguese: {
    given: 'Ana,Bernardo,Catarina,Duarte,Filipa,Gustavo,Helena,João,Larissa,Miguel,Paula,Renato,Sofia,Tiago'.split(','),
    family: 'Almeida,Barbosa,Cardoso,Dias,Esteves,Figueira,Gomes,Lima,Martins,Nunes,Oliveira,Pereira,Ramos,Teixeira'.split(','),
  },
  nordic: {
    given: 'Anouk,Bram,Daan,Elin,Freja,Gustav,Hanna,Joost,Lars,Maaike,Nora,Pieter,Sanne,Sven,Tess,Willem'.split(','),
    family: 'Andersson,Berg,De Vries,Eriksson,Hansen,Jansen,Lindqvist,Meijer,Nilsson,Smit,Vermeer,Visser,Westerberg'.split(','),
  },
  japanese: {
    given: 'Akiko,Daiki,Emi,Haruto,Kenji,Mariko,Naoki,Rina,Sho,Takumi,Yui,Yuto'.split(','),
    family: 'Abe,Fujita,Hayashi,Inoue,Kato,Matsumoto,Nakamura,Ogawa,Sakai,Tanaka,Ueda,Yamamoto'.split(','),
  },
  indian: {
    given: 'Aditi,Arjun,Deepa,Ishaan,Kavya,Meera,Nikhil,Priya,Rohan,Sanjay,Tara,Vikram'.split(','),
    family: 'Bose,Chandra,Desai,Iyer,Kapoor,Menon,Nair,Patel,Rao,Shah,Verma'.split(','),
  },
  arabic: {
    given: 'Amina,Bilal,Dana,Faisal,Hala,Karim,Layla,Nasser,Omar,Rania,Salma,Yousef'.split(','),
    family: 'Al Hashimi,Darwish,Farouk,Haddad,Khalil,Mansour,Nasser,Qasim,Rahman,Saleh'.split(','),
  },
};
