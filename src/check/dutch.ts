type Row = readonly [english: RegExp, dutch: string]

/** JSON kinds, as words in a sentence. */
const words: Readonly<Record<string, string>> = {
  string: 'tekst',
  number: 'getal',
  integer: 'geheel getal',
  boolean: 'ja/nee-waarde',
  object: 'object',
  array: 'lijst',
  null: 'null',
  'a string': 'tekst',
  'a number': 'een getal',
  'a boolean': 'een ja/nee-waarde',
  'a list': 'een lijst',
  'an object': 'een object',
  personal: 'persoonlijk',
  secret: 'geheim',
  none: 'geen',
  'not exactly one': 'niet precies één',
  'at least': 'ten minste',
  'more than': 'meer dan',
  'at most': 'ten hoogste',
  'less than': 'minder dan',
  'a multiple of': 'een veelvoud van',
  purpose: 'doel',
  legalBasis: 'grondslag',
  contact: 'contact',
}

const messages: readonly Row[] = [
  [/^is missing$/, 'ontbreekt'],
  [/^is missing; the profile demands it$/, 'ontbreekt; het profiel eist het'],
  [/^is missing; the profile recommends it$/, 'ontbreekt; het profiel raadt het aan'],
  [/^is missing; the profile limits the age$/, 'ontbreekt; het profiel begrenst de ouderdom'],
  [/^is missing; (.+) requires it$/, 'ontbreekt; $1 eist het'],
  [/^is null$/, 'is null'],
  [/^is empty$/, 'is leeg'],
  [/^is NGSIv2$/, 'is NGSIv2'],
  [/^cannot be read$/, 'is niet te lezen'],
  [/^is not JSON: (.*)$/s, 'is geen JSON: $1'],
  [/^is (.*), no JSON object$/s, 'is $1, geen JSON-object'],
  [/^has neither "type" nor a value$/, 'heeft "type" noch waarde'],
  [/^occurs more than once$/, 'komt meer dan eens voor'],
  [/^(".*"|.*) is no URI$/s, '$1 is geen URI'],
  [/^"(.*)" is no type name$/s, '"$1" is geen typenaam'],
  [/^"(.*)" is no attribute name$/s, '"$1" is geen attribuutnaam'],
  [/^"(.*)" is no UN\/CEFACT code$/s, '"$1" is geen UN/CEFACT-code'],
  [/^"(.*)" is no known model$/s, '"$1" is geen bekend model'],
  [/^"(.*)" is no attribute kind; use (.*)$/s, '"$1" is geen attribuutsoort; gebruik $2'],
  [/^"(.*)" is no DateTime; write (.*) \(UTC, with Z\)$/s, '"$1" is geen DateTime; schrijf $2 (UTC, met Z)'],
  [/^"(.*)" is no geometry type; use (.*)$/s, '"$1" is geen geometrietype; gebruik $2'],
  [/^is no URL, term map or list of them$/, 'is geen URL, lijst van termen of combinatie daarvan'],
  [/^has several instances without datasetId$/, 'heeft meer exemplaren zonder datasetId'],
  [/^repeats datasetId (.*)$/s, 'herhaalt datasetId $1'],
  [/^must be a URI or a list of URIs$/, 'moet een URI of een lijst van URI’s zijn'],
  [/^must be a UN\/CEFACT code text$/, 'moet een UN/CEFACT-code als tekst zijn'],
  [/^must be an array$/, 'moet een lijst zijn'],
  [/^must map language tags \(or @none\) to texts$/, 'moet van taalcodes (of @none) naar teksten wijzen'],
  [/^a (\w+) has no unitCode$/, 'een $1 heeft geen unitCode'],
  [/^a (\w+) needs "(.*)"$/, 'een $1 heeft "$2" nodig'],
  [/^an? (\w+) carries "(.*)", not "(.*)"$/, 'een $1 draagt "$2", niet "$3"'],
  [
    /^a GeoJSON geometry is an object with type and coordinates$/,
    'een GeoJSON-geometrie is een object met type en coordinates',
  ],
  [
    /^(coordinates\S*) is no position \[longitude, latitude\]$/,
    '$1 is geen positie [lengtegraad, breedtegraad]',
  ],
  [/^(coordinates\S*) must be a non-empty array$/, '$1 moet een lijst met inhoud zijn'],
  [
    /^(coordinates\S*) has (\d+) positions; a closed ring needs at least 4$/,
    '$1 heeft $2 posities; een gesloten ring heeft er ten minste 4',
  ],
  [
    /^(coordinates\S*) is out of range: longitude (\S+) must be (\S+), latitude (\S+) (\S+?)(?:; longitude and latitude look swapped)?$/,
    '$1 valt buiten de aarde: lengtegraad $2 moet $3 zijn, breedtegraad $4 $5',
  ],
  [
    /^(coordinates\S*) is not closed.*$/,
    '$1 is niet gesloten: de eerste en de laatste positie moeten gelijk zijn',
  ],
  [/^is an? "?(\w+)"?; the (model|profile) has a (\w+)$/, 'is een $1; afgesproken is een $3'],
  [/^is (.*), (\w+); the model asks for (.*)$/s, 'is $1, {$2}; het model vraagt {$3}'],
  [/^is (.*); the model asks for a list$/s, 'is $1; het model vraagt een lijst'],
  [/^is (.*); the profile asks for (?:a list of )?(\w+)$/s, 'is $1; het profiel vraagt {$2}'],
  [/^is (.*); the model means (\w+)$/s, 'is $1; het model bedoelt $2'],
  [/^is (.*); the check is for (.*)$/s, 'is $1; getoetst wordt $2'],
  [/^(.*) is not in the model's list$/s, '$1 staat niet in de lijst van het model'],
  [/^(.*) is not one of the allowed values$/s, '$1 is geen van de toegestane waarden'],
  [/^(.*) is not allowed by the profile$/s, '$1 mag niet volgens het profiel'],
  [/^is forbidden by the profile$/, 'is verboden door het profiel'],
  [/^is neither in the model nor in the profile$/, 'staat in het model noch in het profiel'],
  [/^the profile does not name (.*)$/, 'het profiel noemt $1 niet'],
  [/^(\S+) is outside the profile's (\S+) to (\S+)$/, '$1 ligt buiten $2 tot $3 van het profiel'],
  [/^(\S+) is outside (\S+) to (\S+)$/, '$1 ligt buiten $2 tot $3'],
  [/^(.*) is older than (\S+)$/, '$1 is ouder dan $2'],
  [/^(.*) has fewer than (\d+) digits after the point$/s, '$1 heeft minder dan $2 cijfers achter de komma'],
  [/^(.*) does not follow the profile's pattern$/s, '$1 volgt het patroon van het profiel niet'],
  [/^(.*) does not match (.*)$/s, '$1 past niet op $2'],
  [/^(.*) fits (none|not exactly one) of the allowed shapes$/s, '$1 past op {$2} van de toegestane vormen'],
  [/^(.*) does not fit the schema \((.*)\)$/s, '$1 past niet in het schema ($2)'],
  [/^needs the member "(.*)"$/s, 'heeft het onderdeel "$1" nodig'],
  [/^has a member that is not described$/, 'heeft een onderdeel dat niet is beschreven'],
  [/^has the same item twice$/, 'heeft hetzelfde onderdeel tweemaal'],
  [/^(.*) must be (at least|more than|at most|less than|a multiple of) (\S+)$/s, '$1 moet {$2} $3 zijn'],
  [/^(.*) must have a length of (at least|at most) (\d+)$/s, '$1 moet {$2} $3 tekens lang zijn'],
  [/^(.*) must have this many items (at least|at most): (\d+)$/s, '$1 moet {$2} $3 onderdelen hebben'],
  [/^(.*) must have this many members (at least|at most): (\d+)$/s, '$1 moet {$2} $3 leden hebben'],
  [/^is the (\w+) (.*) and must be (.*)$/s, 'is {$1} $2 en moet {$3} zijn'],
  [/^is (an? \w+|null) and must be (.*)$/s, 'is {$1} en moet {$2} zijn'],
  [/^is not an attribute of (.*)$/, 'is geen attribuut van $1'],
  [/^(\w+) has no attribute "(.*)"$/s, '$1 heeft geen attribuut "$2"'],
  [
    /^(.*) means? (\S+) in the payload's context; the model means (\S+)$/,
    '$1 betekent $2 in de context van het bericht; het model bedoelt $3',
  ],
  [
    /^means (\S+) in the payload's context; the model means (\S+)$/,
    'betekent $1 in de context van het bericht; het model bedoelt $2',
  ],
  [/^(.*) is obsolete$/s, '$1 is verouderd'],
  [/^(.*) is a web address$/s, '$1 is een webadres'],
  [/^lies at \(0, 0\)$/, 'ligt op (0, 0)'],
  [/^(\[.*\]) has latitude before longitude$/, '$1 heeft de breedtegraad voor de lengtegraad'],
  [/^(\[.*?\]) lies outside (\[.*\])$/, '$1 ligt buiten $2'],
  [/^(\S+) looks like "no value"$/, '$1 lijkt "geen waarde" te betekenen'],
  [/^(.*) is in the future$/s, '$1 ligt in de toekomst'],
  [/^(\S+) is more than (\S+), (\S+)$/, '$1 is meer dan $2, $3'],
  [
    /^"(.*)" looks (personal|secret): its name is that of (?:a key or password|personal data)$/s,
    '"$1" lijkt {$2}: de naam wijst erop',
  ],
  [/^it holds an e-mail address$/, 'bevat een e-mailadres'],
  [/^it holds a MAC address$/, 'bevat een MAC-adres'],
  [/^it holds what reads like a licence plate$/, 'bevat wat op een kenteken lijkt'],
  [/^it holds a private key or token$/, 'bevat een geheime sleutel of token'],
  [/^says (\w[\w:]*) and holds (a \w+|an \w+|null), (.*)$/s, 'zegt $1 en bevat {$2}, $3'],
  [/^(\S+) gives no context: it answers (\d+)$/, '$1 geeft geen context: het antwoord is $2'],
  [/^(\S+) gives no context: it is no JSON$/, '$1 geeft geen context: het is geen JSON'],
  [/^(\S+) gives no context: it holds no "@context"$/, '$1 geeft geen context: "@context" ontbreekt'],
  [/^(\S+) gives no context: (.*)$/s, '$1 geeft geen context: $2'],
  [/^(\S+) is neither in the source nor in the broker$/, '$1 staat in de bron noch in de broker'],
  [/^(\S+) is a (.+); a (.+) is meant$/, '$1 is een $2; bedoeld is een $3'],
  [/^states no licence$/, 'vermeldt geen licentie'],
  [/^holds personal data and states no retention$/, 'bevat persoonsgegevens en vermeldt geen bewaartermijn'],
  [/^lacks (.*)$/, 'mist {$1}'],
  [/^(\S+) has passed$/, '$1 is voorbij'],
  [/^the waiver of (\S+) expired on (\S+)$/, 'de ontheffing van $1 liep af op $2'],
  [/^(.*) is no (\S+)$/s, '$1 is geen $2'],
]

const hints: readonly Row[] = [
  [/^did you mean "(.*)"\?$/s, 'bedoeld is "$1"?'],
  [/^use one of (.*)$/s, 'gebruik een van $1'],
  [/^use (.*)$/s, 'gebruik $1'],
  [/^allowed: (.*)$/s, 'toegestaan: $1'],
  [/^write (.*) without quotes$/s, 'schrijf $1 zonder aanhalingstekens'],
  [/^write UTC with Z, (.*)$/, 'schrijf UTC met Z, $1'],
  [/^write a code such as (.*)$/, 'schrijf een code zoals $1'],
  [/^write (.*)$/s, 'schrijf $1'],
  [/^send it without quotes$/, 'stuur het zonder aanhalingstekens'],
  [/^send a number, or leave the attribute out$/, 'stuur een getal, of laat het attribuut weg'],
  [/^send a value of its type$/, 'stuur een waarde van het vermelde type'],
  [/^send NGSI-LD$/, 'stuur NGSI-LD'],
  [/^put it in \[ \]$/, 'zet het tussen [ ]'],
  [/^convert the value, or correct the code$/, 'reken de waarde om, of verbeter de code'],
  [/^leave the term out of your own context$/, 'laat de term uit uw eigen context weg'],
  [/^leave an unknown location out$/, 'laat een onbekende locatie weg'],
  [/^leave the attribute out where there is no value$/, 'laat het attribuut weg waar geen waarde is'],
  [/^leave the attribute out$/, 'laat het attribuut weg'],
  [/^leave it out$/, 'laat het weg'],
  [
    /^leave it out, or give it a class in the profile$/,
    'laat het weg, of geef het een klasse in het profiel',
  ],
  [/^leave it out, or agree on it in the profile$/, 'laat het weg, of spreek het af in het profiel'],
  [/^the pattern is (.*)$/s, 'het patroon is $1'],
  [/^a share of one is meant: (\S+)$/, 'bedoeld is een deel van één: $1'],
  [/^refer to the entity by its id, (.*)$/, 'verwijs met het id van de entiteit, $1'],
  [
    /^publish the context where everybody can fetch it, or name the official one$/,
    'publiceer de context waar iedereen haar kan ophalen, of noem de officiële',
  ],
  [
    /^deliver the entity that is referred to, or correct the id$/,
    'lever de entiteit waarnaar wordt verwezen, of verbeter het id',
  ],
  [/^refer to an entity of the right type$/, 'verwijs naar een entiteit van het juiste type'],
  [/^check the coordinate system of the source$/, 'controleer het coördinatenstelsel van de bron'],
  [/^use the context of the data model itself$/, 'gebruik de context van het datamodel zelf'],
  [/^say license: CC0-1\.0, or another SPDX id$/, 'schrijf license: CC0-1.0, of een ander SPDX-id'],
  [/^say retention: P1Y$/, 'schrijf retention: P1Y'],
  [/^stop the collecting, or decide on a new date$/, 'stop met verzamelen, of besluit tot een nieuwe datum'],
  [
    /^mend the data, or decide on a new waiver$/,
    'verbeter de gegevens, of besluit tot een nieuwe ontheffing',
  ],
]

const mims: readonly Row[] = [
  [/^Each entity has a unique id$/, 'Elke entiteit heeft een uniek id'],
  [/^Ids can be resolved in a system$/, 'Id’s zijn op te zoeken in een systeem'],
  [/^Models are explicit and documented$/, 'Modellen zijn expliciet en beschreven'],
  [/^Standard models are used$/, 'Standaardmodellen worden gebruikt'],
  [/^Units and time formats are explicit$/, 'Eenheden en tijden zijn expliciet'],
  [/^Purpose and legal basis of personal data$/, 'Doel en grondslag van persoonsgegevens'],
  [/^Locations are in an open encoding$/, 'Locaties staan in een open vorm'],
  [/^The coordinate system is named$/, 'Het coördinatenstelsel is genoemd'],
  [/^there were no payloads$/, 'er waren geen berichten'],
  [/^(\d+) findings of (.*)$/, '$1 bevindingen van $2'],
  [/^every id is a URI and occurs once$/, 'elk id is een URI en komt één keer voor'],
  [
    /^a check of payloads asks no broker for them$/,
    'een toets van berichten vraagt ze niet op bij een broker',
  ],
  [
    /^every attribute is in a published model or the profile$/,
    'elk attribuut staat in een gepubliceerd model of het profiel',
  ],
  [/^every payload follows its Smart Data Model$/, 'elk bericht volgt zijn Smart Data Model'],
  [/^instants are UTC, units are UN\/CEFACT codes$/, 'tijdstippen zijn UTC, eenheden UN/CEFACT-codes'],
  [/^the profile states both$/, 'het profiel vermeldt beide'],
  [/^no profile states purpose and legal basis$/, 'geen profiel vermeldt doel en grondslag'],
  [/^no payload has a location$/, 'geen bericht heeft een locatie'],
  [/^locations are GeoJSON in WGS84$/, 'locaties zijn GeoJSON in WGS84'],
  [/^NGSI-LD fixes WGS84 \(EPSG:4326\)$/, 'NGSI-LD legt WGS84 vast (EPSG:4326)'],
]

const rows: readonly Row[] = [...mims, ...hints, ...messages]

const inWords = (text: string): string =>
  text
    .split(/( or |, )/)
    .map((part) => (part === ' or ' ? ' of ' : (words[part] ?? part)))
    .join('')

/** Sentences longer than this are nobody's to read; patterns stay cheap. */
const maxLength = 2000

/**
 * Says a finding's sentence in Dutch, what it quotes left as it is; undefined for a sentence that is not known (those of Ajv and
 * of JSON parsers).
 */
export const inDutch = (sentence: string): string | undefined => {
  if (sentence.length > maxLength) return undefined
  for (const [english, dutch] of rows) {
    const found = english.exec(sentence)
    if (found === null) continue
    return dutch.replace(/\{\$(\d)\}|\$(\d)/g, (_, word?: string, quoted?: string) =>
      word === undefined ? (found[Number(quoted)] ?? '') : inWords(found[Number(word)] ?? ''),
    )
  }
  return undefined
}
