// What was done with the records of clients, in sentences.

/** The acts in the records of clients. */
export const recordActs = {
  client_registered: { record: '{person} registered {client}', alone: '{person} registered somebody' },
  client_edited: { record: '{person} changed {client}’s details', alone: '{person} changed details' },
  clients_merged: {
    record: '{person} made one record of {client} and another',
    alone: '{person} made one record of two',
  },
  clients_unmerged: {
    record: '{person} made {client} and another two records again',
    alone: '{person} made two records again of what was made one',
  },
  twins_told_apart: {
    record: '{person} said that {client} and another are two people',
    alone: '{person} said that two records are two people',
  },
  twins_told_apart_taken_back: {
    record: '{person} took back that {client} and another are two people',
    alone: '{person} took back that two records are two people',
  },
};
