/** Something that a published schema says wrongly or not at all, and what was made of it. */
export interface Finding {
  /** Model or shared document, `dataModel.Parking/OffStreetParking`. */
  readonly model: string
  /** Document and JSON Pointer, `dataModel.Parking/OffStreetParking/schema.json#/allOf/2`. */
  readonly place: string
  /** Short name of the kind of finding, such as `schema.dead-reference`. */
  readonly rule: string
  readonly message: string
}

/** Takes findings as they are made. */
export type Report = (finding: Omit<Finding, 'model'>) => void
