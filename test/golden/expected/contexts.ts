// Written by city-context generate; do not edit.

/** Terms whose IRI is the base with the term's own name behind it. */
const terms = (base: string, names: string): Record<string, string> =>
  Object.fromEntries(names.trim().split(/\s+/).map((name) => [name, base + name]))

/** JSON-LD context documents of the models by URL. */
export const bundledContexts: Readonly<Record<string, object>> = {
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Data/master/context.jsonld': {
    '@context': {

    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Identity/master/context.jsonld': {
    '@context': {
      sdm: 'https://smartdatamodels.org/',
      'N-TOT': 'sdm:dataModel.Identity/nitrogenTotal',
      'open311:type': 'sdm:dataModel.Identity/open311type',
      ...terms(
        'sdm:dataModel.Identity/',
        `
          3DPrinter Sensor reading`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Keywords/master/context.jsonld': {
    '@context': {

    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Prose/master/context.jsonld': {
    '@context': {

    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.References/master/context.jsonld': {
    '@context': {

    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Shape/master/context.jsonld': {
    '@context': {
      ...terms(
        'https://smartdatamodels.org/dataModel.Shape/',
        `
          Pump Sensor Box flow mode reading lid key`,
      ),
      ...terms(
        'https://smartdatamodels.org/',
        `
          name seeAlso address`,
      ),
    },
  },
}
