import type {
  AddressInput,
  Allowed,
  ClientStatus,
  EmailInput,
  PhoneAllows,
  PhoneInput,
  RecordField,
  RelationInput,
  Sex,
} from '../../ipc/bindings';
import { isolate } from '../isolate';
import { common } from './common';

type Word = keyof typeof common.people;

const { people } = common;

/** What somebody around a client may do, in the order of the form. */
export type RelationRole = Extract<
  keyof RelationInput,
  'emergency' | 'guardian' | 'may_sign' | 'gets_copies' | 'must_not'
>;

const phoneKinds: Record<PhoneInput['kind'], string> = {
  mobile: 'Mobile',
  home: 'Home',
  work: 'Work',
  other: 'Other',
};
const emailKinds: Record<EmailInput['kind'], string> = { personal: 'Personal', work: 'Work', other: 'Other' };
const addressKinds: Record<AddressInput['kind'], string> = {
  home: 'Home',
  work: 'Work',
  postal: 'For letters',
  other: 'Other',
};
const sexes: Record<Sex, string> = {
  unsaid: 'Not said',
  female: 'Female',
  male: 'Male',
  intersex: 'Intersex',
};
const statuses: Record<ClientStatus, string> = {
  active: 'Active',
  inactive: 'Inactive',
  discharged: 'Discharged',
  deceased: 'Deceased',
};
const allowed: Record<Allowed, string> = { unasked: 'Not asked', yes: 'Yes', no: 'No' };
const roles: Record<RelationRole, string> = {
  emergency: 'Call in an emergency',
  guardian: 'Guardian',
  may_sign: 'May sign',
  gets_copies: 'Gets copies',
  must_not: 'Must not be told anything',
};
/** The same in a list of what somebody may do. */
const roleSaid: Record<RelationRole, string> = {
  emergency: 'emergency contact',
  guardian: 'guardian',
  may_sign: 'may sign',
  gets_copies: 'gets copies',
  must_not: 'must not be told anything',
};

/** What a practice need not ask. */
const hideable: Record<RecordField, string> = {
  preferred_name: 'Preferred name',
  pronouns: 'Pronouns',
  sex: 'Sex',
  gender: 'Gender',
  occupation: 'Occupation',
  addresses: 'Address',
  language: 'Language',
  family_doctor: 'Family doctor (GP)',
  referrer: 'Referred by',
  funds: 'Health funds',
  tags: 'Tags',
};

export const record = {
  phoneKinds,
  emailKinds,
  addressKinds,
  sexes,
  statuses,
  allowed,
  roles,
  roleSaid,
  hideable,

  preferred: 'preferred',
  prefer: (what: string) => `Prefer ${isolate(what)}`,
  removeTip: 'Remove',
  preferTip: 'Prefer',
  remove: (what: string) => `Remove ${isolate(what)}`,
  removed: (what: string) => `${isolate(what)} is taken out.`,
  line: (name: string, index: number) => (index === 1 ? name : `${name} ${index}`),
  kind: (name: string) => `Kind: ${name}`,

  phone: 'Phone',
  addPhone: 'Add a phone',
  email: 'Email',
  addEmail: 'Add an email',
  address: 'Address',
  addAddress: 'Add an address',

  allows: {
    voicemail: 'Voicemail',
    text: 'Text messages',
    clinic_name: 'Say who is calling',
  } satisfies Record<keyof PhoneAllows, string>,
  /** What must not be done at a number, and what may. */
  forbidden: {
    voicemail: 'no voicemail',
    text: 'no texts',
    clinic_name: 'do not say who is calling',
  } satisfies Record<keyof PhoneAllows, string>,
  fine: {
    voicemail: 'voicemail is fine',
    text: 'texts are fine',
    clinic_name: 'may say who is calling',
  } satisfies Record<keyof PhoneAllows, string>,

  languagePlaceholder: 'Find a language',
  languageNone: (text: string) => `No language called “${isolate(text)}”.`,

  person: (index: number) => `Person ${index}`,
  relationName: 'Name',
  relation: 'Relation',
  relationHint: 'Mother, partner, carer',
  relationPhone: 'Their phone',
  relationEmail: 'Their email',
  relationNote: 'Note',
  relationRoles: (name: string) => `What ${isolate(name)} may do`,
  relations: [
    'Mother',
    'Father',
    'Parent',
    'Partner',
    'Wife',
    'Husband',
    'Daughter',
    'Son',
    'Sister',
    'Brother',
    'Grandmother',
    'Grandfather',
    'Legal guardian',
    'Carer',
    'Friend',
    'Neighbour',
  ],
  ownRecord: 'with a record of their own',
  asInTheirRecord: 'As in their own record',
  addEmergency: 'Add an emergency contact',
  addGuardian: 'Add a guardian',
  addSomeone: 'Add someone else',
  peopleHint: (word: Word) => `They need not be ${people[word].many} here.`,
  minorHint: 'Under eighteen: name who answers for them and who may sign.',
  linkRecord: (word: Word) => `They are a ${people[word].one} here`,
  linked: (word: Word) => `A ${people[word].one} here`,
  unlink: (word: Word) => `Not this ${people[word].one}`,
  whose: (word: Word) => `Which ${people[word].one}`,

  gpName: 'Family doctor (GP)',
  gpPhone: 'Phone of the doctor',
  gpAddress: 'Address of the doctor',
  referrer: 'Referred by',
  fund: 'Health fund',
  fundNumber: 'Number',
  addFund: 'Add a health fund',

  tags: 'Tags',
  tagsHint: 'Words of your own to find people by. Enter adds one.',
  status: 'Status',
  since: 'Since',
  diedOn: 'Died on',
  sinceDay: (status: string, day: string) => `${status} since ${day}`,
  died: (day: string) => `Died ${day}`,
  suggestions: (label: string) => `${label}: used before`,

  rail: {
    people: 'People around them',
    noEmergency: 'No emergency contact yet.',
    care: 'Care elsewhere',
    about: 'About',
    custom: 'Also known',
    tags: 'Tags',
    gp: 'Family doctor (GP)',
    referrer: (name: string) => `Referred by ${isolate(name)}`,
    namedBy: (relation: string, name: string) =>
      relation ? `${isolate(relation)} of ${isolate(name)}` : `Named by ${isolate(name)}`,
    notTold: 'Must not be told anything',
  },
  guardian: (name: string) => `Guardian: ${isolate(name)}`,
  noGuardian: 'No guardian named',
};
