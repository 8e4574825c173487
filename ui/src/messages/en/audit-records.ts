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
  client_put_away: { record: '{person} put {client}’s record away', alone: '{person} put a record away' },
  client_taken_out: {
    record: '{person} has {client}’s record back in use',
    alone: '{person} has a record back in use',
  },
  record_held: {
    record: '{person} held {client}’s record, so that it is kept',
    alone: '{person} held a record, so that it is kept',
  },
  record_hold_lifted: {
    record: '{person} lifted the hold on {client}’s record',
    alone: '{person} lifted the hold on a record',
  },
  record_erased: { record: '{person} erased {client}’s record', alone: '{person} erased a record' },
  erasure_letter_saved: {
    record: '{person} saved the letter about erasing {client}’s record as a file',
    alone: '{person} saved the letter about erasing a record as a file',
  },
  file_added: {
    record: '{person} added a file to {client}’s record',
    alone: '{person} added a file to a record',
  },
  file_changed: {
    record: '{person} changed the details of a file of {client}',
    alone: '{person} changed the details of a file',
  },
  file_removed: {
    record: '{person} removed a file from {client}’s record',
    alone: '{person} removed a file from a record',
  },
  file_restored: {
    record: '{person} put a file back into {client}’s record',
    alone: '{person} put a file back into a record',
  },
  file_opened: { record: '{person} looked at a file of {client}', alone: '{person} looked at a file' },
  file_saved: {
    record: '{person} saved a copy of a file of {client}',
    alone: '{person} saved a copy of a file',
  },
  file_opened_outside: {
    record: '{person} opened a file of {client} in another program',
    alone: '{person} opened a file in another program',
  },
  portrait_set: { record: '{person} changed the photo of {client}', alone: '{person} changed a photo' },
  retention_rule_kept: { alone: '{person} saved a rule for how long records are kept' },
  retention_rule_removed: { alone: '{person} removed a rule for how long records are kept' },
  retention_rule_chosen: { alone: '{person} chose the rule for how long records are kept' },
  twins_told_apart: {
    record: '{person} said that {client} and another are two people',
    alone: '{person} said that two records are two people',
  },
  twins_told_apart_taken_back: {
    record: '{person} took back that {client} and another are two people',
    alone: '{person} took back that two records are two people',
  },
};
