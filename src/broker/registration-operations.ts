const typeOperations = [
  'retrieveEntityTypes',
  'retrieveEntityTypeDetails',
  'retrieveEntityTypeInfo',
  'retrieveAttrTypes',
  'retrieveAttrTypeDetails',
  'retrieveAttrTypeInfo',
]
const subscriptionOperations = [
  'createSubscription',
  'updateSubscription',
  'retrieveSubscription',
  'querySubscription',
  'deleteSubscription',
]
const mapOperations = [
  'retrieveEntityMap',
  'updateEntityMap',
  'deleteEntityMap',
  'createEntityMapQueryEntity',
]
const associationOperations = [
  'retrieveEntity',
  'queryEntity',
  'queryBatch',
  ...typeOperations,
  ...subscriptionOperations,
  'retrieveContextSourceIdentity',
]

/** The groups of operations that a registration may name, with their members (CIM 009 4.20). */
export const operationGroups: Readonly<Record<string, readonly string[]>> = {
  federationOps: [...associationOperations, ...mapOperations],
  associationOps: associationOperations,
  retrieveOps: ['retrieveEntity', 'queryEntity'],
  updateOps: ['updateEntity', 'updateAttrs', 'replaceEntity', 'replaceAttrs'],
  redirectionOps: [
    'createEntity',
    'updateEntity',
    'appendAttrs',
    'updateAttrs',
    'deleteAttrs',
    'deleteEntity',
    'mergeEntity',
    'replaceEntity',
    'replaceAttrs',
    'retrieveEntity',
    'queryEntity',
    'purgeEntity',
    ...typeOperations,
    ...mapOperations,
    'retrieveContextSourceIdentity',
  ],
}

const batchAndTemporal = [
  'createBatch',
  'upsertBatch',
  'updateBatch',
  'deleteBatch',
  'mergeBatch',
  'upsertTemporal',
  'appendAttrsTemporal',
  'deleteAttrsTemporal',
  'updateAttrInstanceTemporal',
  'deleteAttrInstanceTemporal',
  'deleteTemporal',
  'retrieveTemporal',
  'queryTemporal',
  'createEntityMapQueryTemporal',
]

/** Every name that `operations` of a registration may hold. */
export const operationNames: ReadonlySet<string> = new Set([
  ...Object.keys(operationGroups),
  ...Object.values(operationGroups).flat(),
  ...batchAndTemporal,
])
