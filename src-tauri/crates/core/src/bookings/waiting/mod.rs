//! Who waits for a time, who is due again, and whom somebody tried to reach.
//!
//! [`keep_wait`] and [`stop_waiting`] keep the waiting list, [`waiting_list`] reads it, and [`who_fits`] says who of it could
//! come at a time that is free. [`recall_list`] names those who are due or have not come for long. Whoever calls them says
//! what came of it with [`say_contact`].

mod contact;
mod fits;
mod keep_wait;
mod list;
mod model;
mod recall;
mod stop;

pub use contact::{ContactMade, SayContact, say_contact, take_back_contact};
pub use fits::{FittingWait, WhoFits, who_fits};
pub use keep_wait::{KeepWait, WaitInput, keep_wait};
pub use list::{GivenUp, WaitView, waiting_list};
pub use model::{ContactAbout, ContactOutcome};
pub use recall::{
    AskAgain, KeepRecall, ListRecalls, RecallReason, RecallSaid, RecallView, keep_recall, recall_list,
    recall_said,
};
pub use stop::{SeenWait, stop_waiting, wait_again};

pub(super) use contact::{about, made_since};
pub(super) use model::Wait;
pub(super) use stop::given;
