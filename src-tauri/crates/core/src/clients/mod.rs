//! The people who are treated: registered with a name, found by anything known about them, seen at a glance.
//!
//! [`register`] shows likely twins before it makes a second record, [`edit`] refuses to overwrite what somebody
//! else saved, [`edit_many`] changes the same of many at once, [`find`] answers while one types, and [`overview`] puts the person and their timeline on one page.
//! [`known`] offers what was said of others before, [`custom_fields`] are what the practice asks beside every record.
//! [`put_away`] takes records out of daily use, whole, and [`take_out`] brings them back; [`lying`] shows which lie where.
//! [`likely_twins`] are those who may be registered twice; [`merge`] makes one record of two, and [`unmerge`] two of one again.

mod contact;
mod custom;
mod edit;
mod edit_many;
mod erasing;
mod filter;
mod find;
mod index;
mod known;
mod likely_twins;
mod lists;
mod lying;
mod merging;
mod model;
mod name;
mod overview;
mod own;
mod put_away;
mod register;
mod relation;
mod rows;
mod standing;
mod store;
mod timeline;
mod twins;
mod view;

pub use contact::{
    AddressInput, AddressKind, Allowed, EmailInput, EmailKind, PhoneAllows, PhoneInput, PhoneKind,
};
pub use custom::{
    CustomField, CustomKind, CustomValue, DefineField, DefineFields, custom_fields, define_fields,
};
pub use edit::{EditClient, edit};
pub use edit_many::{EditManyClients, EditedMany, Same, SameChange, Stands, edit_many};
pub use filter::{Ages, ClientColumn, ClientFilter, ClientOrder};
pub use find::{FindClients, FoundClients, find, find_ids};
pub use known::{KnownPractice, KnownWords, known};
pub use likely_twins::{LikelyTwins, TwinPair, likely_twins, take_back_apart, tell_apart};
pub use lists::{SaveList, SavedList, remove_list, save_list, saved_lists};
pub use lying::{LyingClient, LyingClients, lying};
pub use merging::{
    AttachedCounts, ComparedRecord, ComparedRecords, MergeClients, MergedClients, MergedRecord,
    MergingRecord, UnmergeHindrance, UnmergedClients, compare, merge, unmerge,
};
pub use model::{ClientInput, FundInput};
pub use overview::{ClientOverview, overview};
pub use put_away::{
    InUse, PutAway, PutAwayClients, PutAwayDone, RecordPlace, StaysInUse, put_away, take_out,
};
pub use register::{RegisterClient, register};
pub use relation::{LinkedPerson, RelationInput};
pub use rows::rows;
pub use standing::{ClientStatus, Sex};
pub use timeline::TimelineEntry;
pub use twins::Alike;
pub use view::{ClientRow, ClientView, NamedBy};

pub(crate) use erasing::{ERASING, UNLINKING, details, only_keep};
pub(crate) use index::CardIndex;
pub(crate) use overview::opened_lately;
pub(crate) use own::{hand_over, parts_of, permit, record_of, records_in};
pub(crate) use put_away::{back_in_use, unfinished};
pub(crate) use rows::{count, registered_on, rows_ever_of, rows_of};
pub(crate) use view::{cards_of, identified, names_of, salutation};
