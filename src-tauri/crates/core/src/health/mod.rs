//! What is known of a client's health: conditions, surgeries, medicines, allergies, pregnancy, and what makes a treatment
//! unsafe.
//!
//! [`keep`] saves it whole, [`take_back`] undoes the last saving, [`review`] says that somebody went through it and nothing
//! changed, [`read`] shows it as it stands and [`on_day`] as it stood on an earlier day. All of it is for those who treat.
//! What makes a treatment unsafe raises an alert as long as it holds ([`Raised`]).
//!
//! Left out on purpose, until the slices that bring them: warnings at single points and techniques of a note, and the printed
//! form.

mod check;
mod keep;
mod merging;
mod model;
mod raised;
mod read;
mod review;
mod store;
mod when;

pub use keep::{KeepHealth, SeenHealth, keep, take_back};
pub use model::{
    Fertility, HealthFlag, HealthFlagKind, HealthHistory, HealthLine, HealthSection, Pregnancy,
    PregnancyState, Sport,
};
pub use raised::{Allergy, Raised};
pub use read::{HealthReviewView, HealthSaved, HealthView, HistoryBeside, on_day, read};
pub use review::{SeenReview, review, take_review_back};

pub(crate) use merging::{ATTACHED, DATED, ERASING, changed_since, history_of, say_again, unite, version_of};
pub(crate) use raised::{RaisedAlert, raised_by};
pub(crate) use read::acts_of;
