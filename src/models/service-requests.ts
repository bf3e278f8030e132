// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { serviceRequests as check } from './validators.js'

/** A report or request of a citizen, as Open311 shapes it. dataModel.IssueTracking/service_requests 0.1.0 */
export interface ServiceRequests extends EntityHead<'service_requests'>, Commons, Place {
  /** Number of the request */
  service_request_id?: string
  /** Body that the request is addressed to */
  jurisdiction_id?: string
  /** Code of the request type */
  service_code?: string
  /** Name of the request type */
  service_name?: string
  /** Agency that handles the request */
  agency_responsible?: string
  /** What will be done */
  service_notice?: string
  /** State of it */
  status?: 'closed' | 'open'
  /** Why the state is what it is */
  status_notes?: string
  /** When the request was made */
  requested_datetime?: string
  /** When the request was last changed */
  updated_datetime?: string
  /** When the request should be done */
  expected_datetime?: string
  /** URL of a picture or recording */
  media_url?: string
  /** E-mail address; idn-email */
  email?: string
  /** Given name of the reporting person */
  first_name?: string
  /** Family name of the reporting person */
  last_name?: string
  /** Telephone number of the reporting person */
  phone?: string
  /** Device that the request was sent from */
  device_id?: string
  /** Account of the person who filed the request */
  account_id?: string
  /** Place as the reporting person wrote it */
  address_string?: string
  /** Further fields of the request type */
  attributes?: readonly {
    variable?: boolean
    code?: string
    datatype?: 'string' | 'number' | 'datetime' | 'singlevaluelist' | 'multivaluelist'
    required?: boolean
    datatype_description?: string
    order?: number
    description?: string
    values?: readonly {
      key?: number
      name?: string
    }[]
  }[]
}

/** ServiceRequests with every attribute in normalized form. */
export interface ServiceRequestsNormalized extends Normalized<ServiceRequests, {
  GeoProperty: 'location'
  Relationship: 'device_id' | 'account_id'
}> {}

/** What an update of a ServiceRequests takes: its id and any attributes. */
export type ServiceRequestsUpdate = Update<ServiceRequests>

/** The model of ServiceRequests: kinds, units, IRIs, and the check of its entities. */
export const ServiceRequests: Model<ServiceRequests, ServiceRequestsNormalized> = defineModel(
  {
    type: 'service_requests',
    iri: 'https://smartdatamodels.org/dataModel.IssueTracking/service_requests',
    source: 'dataModel.IssueTracking/service_requests',
    version: '0.1.0',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.IssueTracking/master/context.jsonld',
    required: [],
    attributes: {
      ...commons,
      ...place,
      service_request_id: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/service_request_id',
        type: 'string',
      },
      jurisdiction_id: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/jurisdiction_id',
        type: 'string',
      },
      service_code: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/service_code',
        type: 'string',
      },
      service_name: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/service_name',
        type: 'string',
      },
      agency_responsible: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/agency_responsible',
        type: 'string',
      },
      service_notice: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/service_notice',
        type: 'string',
      },
      status: {
        kind: 'Property',
        iri: 'https://uri.etsi.org/ngsi-ld/status',
        type: 'string',
        enum: ['closed', 'open'],
      },
      status_notes: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/status_notes',
        type: 'string',
      },
      requested_datetime: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/requested_datetime',
        type: 'string',
      },
      updated_datetime: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/updated_datetime',
        type: 'string',
      },
      expected_datetime: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/expected_datetime',
        type: 'string',
      },
      media_url: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/media_url',
        type: 'string',
      },
      email: { kind: 'Property', iri: 'https://smartdatamodels.org/email', type: 'string', format: 'idn-email' },
      first_name: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/first_name',
        type: 'string',
      },
      last_name: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/last_name',
        type: 'string',
      },
      phone: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.IssueTracking/phone', type: 'string' },
      device_id: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/device_id',
        type: 'string',
      },
      account_id: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/account_id',
        type: 'string',
      },
      address_string: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.IssueTracking/address_string',
        type: 'string',
      },
      attributes: { kind: 'Property', iri: 'https://uri.etsi.org/ngsi-ld/attributes', type: 'object', many: true },
    },
  },
  check,
)
