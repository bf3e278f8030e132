// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { serviceRequests as check } from './validators.js'

/** A report or request of a citizen, as Open311 shapes it */
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

/** ServiceRequests, normalized. */
export interface ServiceRequestsNormalized extends Normalized<ServiceRequests, {
  GeoProperty: 'location'
  Relationship: 'device_id' | 'account_id'
}> {}

/** A partial ServiceRequests. */
export type ServiceRequestsUpdate = Update<ServiceRequests>

/** The model of ServiceRequests. */
export const ServiceRequests: Model<ServiceRequests, ServiceRequestsNormalized> = defineModel(
  {
    type: 'service_requests',
    source: 'dataModel.IssueTracking/service_requests',
    version: '0.1.0',
    attributes: {
      ...commons,
      ...place,
      service_request_id: { type: 'string' },
      jurisdiction_id: { type: 'string' },
      service_code: { type: 'string' },
      service_name: { type: 'string' },
      agency_responsible: { type: 'string' },
      service_notice: { type: 'string' },
      status: { iri: 'https://uri.etsi.org/ngsi-ld/status', type: 'string', enum: ['closed', 'open'] },
      status_notes: { type: 'string' },
      requested_datetime: { type: 'string' },
      updated_datetime: { type: 'string' },
      expected_datetime: { type: 'string' },
      media_url: { type: 'string' },
      email: { iri: 'https://smartdatamodels.org/email', type: 'string', format: 'idn-email' },
      first_name: { type: 'string' },
      last_name: { type: 'string' },
      phone: { type: 'string' },
      device_id: { kind: 'Relationship', type: 'string' },
      account_id: { kind: 'Relationship', type: 'string' },
      address_string: { type: 'string' },
      attributes: { iri: 'https://uri.etsi.org/ngsi-ld/attributes', type: 'object', many: true },
    },
  },
  check,
)
