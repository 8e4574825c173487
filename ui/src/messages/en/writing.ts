// What is written to people: by the clinic's phone, by the mail program, and in the practice's own words.
import { isolate } from '../isolate';

export const writing = {
  text: {
    title: (who: string) => `Text to ${isolate(who)}`,
    number: 'Number',
    message: 'Message',
    hint: 'Scan it with the clinic’s phone: the message opens there, ready to send. Nothing is sent from here.',
    code: (who: string) => `Code that opens a message to ${isolate(who)} on a phone`,
    sent: 'It was sent',
    /** `{name}` is what they are called, `{practice}` the practice; written for the phone of the client. */
    waiting: (name: string, practice: string) =>
      `Hello ${name}, a time has become free at ${practice}. Please call us if you would like to come.`,
    recall: (name: string, practice: string) =>
      `Hello ${name}, it is time for another visit at ${practice}. Please call us if you would like to come.`,
    called_off: (name: string, practice: string, when: string) =>
      `Hello ${name}, we are sorry: your visit at ${practice} on ${when} cannot take place. Please call us for another time.`,
    late: (name: string, practice: string, when: string) =>
      `Hello ${name}, we are sorry: ${practice} is running late. Your visit today begins at ${when} instead.`,
    reminder: (name: string, practice: string, when: string) =>
      `Hello ${name}, a reminder of your visit at ${practice} on ${when} – please call us if you cannot come.`,
  },

  mail: {
    title: (who: string) => `Email to ${isolate(who)}`,
    to: 'To',
    subject: 'Subject',
    message: 'Message',
    /** The subject a message begins with. */
    about: (practice: string) => `Your visit at ${practice}`,
    open: 'Open in the mail program',
    sent: 'It was sent',
    hint: 'The mail program opens it, ready to send. Nothing is sent from here, and email can be read on its way: write nothing about health.',
    opened: 'It is open in the mail program. Send it there, then say so here.',
    say: 'Email…',
  },

  codes: {
    showAll: 'Show a code beside each name',
    none: 'no code for this number',
  },

  own: {
    open: 'Texts…',
    title: 'What the practice writes',
    kinds: {
      reminder: 'Before a visit',
      waiting: 'When a time became free',
      recall: 'To ask somebody to come again',
      called_off: 'When a visit cannot take place',
    },
    hint: 'Empty: the usual text. {name}, {practice}, {phone} and, about a visit, {when} are filled in.',
    save: 'Save',
    saved: 'The texts are saved.',
  },
};
