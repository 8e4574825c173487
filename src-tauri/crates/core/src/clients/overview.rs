//! The person at a glance, with everything that happened, newest first.

use serde::Serialize;
use specta::Type;

use crate::audit::{self, Action};
use crate::correspondence::{self, CorrespondenceView};
use crate::drafts;
use crate::error::Result;
use crate::files::{self, ClientFile};
use crate::handouts;
use crate::health;
use crate::ids::ClientId;
use crate::moment::Moment;
use crate::notes;
use crate::people::{self, Permission};
use crate::practice::Practice;

use super::merging::{self, MergedRecord};
use super::own::{self, Whose};
use super::put_away::RecordPlace;
use super::store;
use super::view::{self, ClientRow, ClientView};

/// A client's page.
#[derive(Debug, Serialize, Type)]
pub struct ClientOverview {
    /// The person.
    pub client: ClientView,
    /// What happened, newest first.
    pub timeline: Vec<TimelineEntry>,
}

/// Something that happened with a client.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TimelineEntry {
    /// They were registered.
    Registered {
        /// Names this entry.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// By whom.
        by: String,
    },
    /// Their details were changed.
    DetailsChanged {
        /// Names this entry.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// By whom.
        by: String,
        /// Names of the changed fields, in the order of the form.
        fields: Vec<String>,
    },
    /// Another record of theirs became part of this one.
    Merged {
        /// Names this entry.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// What became part of it.
        record: MergedRecord,
    },
    /// A treatment note was signed.
    NoteSigned {
        /// The note.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// By whom.
        by: String,
        /// The day of the treatment, ISO.
        visit_date: String,
        /// Codes of the points, in their order.
        points: Vec<String>,
        /// The first line of the assessment, or of what the client said.
        summary: String,
        /// How often something was added.
        addenda: i32,
    },
    /// A note was left unsigned by somebody who has left the practice.
    UnsignedLeft {
        /// The closed draft.
        draft: String,
        /// When it was closed (UTC milliseconds).
        at: Moment,
        /// Whose words they are.
        by: String,
    },
    /// Something passed without a visit.
    Corresponded {
        /// The entry.
        id: String,
        /// When (UTC milliseconds): as it was written down, or at noon of an earlier day.
        at: Moment,
        /// What it says.
        view: CorrespondenceView,
    },
    /// A file was added.
    FileAdded {
        /// The file.
        id: String,
        /// When (UTC milliseconds): as it was added, or at noon of the earlier day that it is of.
        at: Moment,
        /// It.
        file: ClientFile,
    },
    /// Their health history was taken down or changed.
    HealthChanged {
        /// Names this entry.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// By whom.
        by: String,
        /// Names of the parts that changed, in the order of the form.
        fields: Vec<String>,
    },
    /// Somebody went through their health history, and nothing had changed.
    HealthUnchanged {
        /// Names this entry.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// By whom.
        by: String,
    },
    /// They were given a sheet.
    SheetGiven {
        /// Names the given sheet, for its exact bytes.
        id: String,
        /// When (UTC milliseconds).
        at: Moment,
        /// By whom.
        by: String,
        /// The sheet it was made from.
        sheet: String,
        /// Its title then.
        title: String,
        /// Its version then.
        sheet_version: i32,
        /// BCP 47.
        language: String,
        /// Paper.
        paper: handouts::PaperChoice,
        /// Points.
        text_size: i32,
        /// Pages.
        pages: i32,
        /// Size of the PDF in bytes.
        bytes: i32,
    },
}

impl TimelineEntry {
    fn at(&self) -> Moment {
        match self {
            Self::Registered { at, .. }
            | Self::DetailsChanged { at, .. }
            | Self::Merged { at, .. }
            | Self::NoteSigned { at, .. }
            | Self::UnsignedLeft { at, .. }
            | Self::Corresponded { at, .. }
            | Self::FileAdded { at, .. }
            | Self::HealthChanged { at, .. }
            | Self::HealthUnchanged { at, .. }
            | Self::SheetGiven { at, .. } => *at,
        }
    }
}

/// Opens a client's record; one that is part of another opens that. The look is written into the audit, once for as long as the page stays open.
pub async fn overview(practice: &Practice, id: &str) -> Result<ClientOverview> {
    practice.permit(Permission::ReadClients).await?;
    let id = own::permit(practice, ClientId::parse(id)?).await?;
    let client = view::of(practice, id).await?;
    if !audit::was_just_done(practice, &id.into(), Action::ClientViewed).await? {
        practice.change(Action::ClientViewed).await?.commit(id).await?;
    }
    let names = people::names(practice).await?;
    let by = |person: &str| names.get(person).cloned().unwrap_or_default();
    let mut timeline = Vec::new();
    for given in handouts::given_to(practice, id).await? {
        timeline.push(TimelineEntry::SheetGiven {
            id: given.id,
            at: given.given_at.into(),
            by: by(&given.given_by),
            sheet: given.sheet,
            title: given.title,
            sheet_version: given.sheet_version,
            language: given.language,
            paper: handouts::PaperChoice::from_name(&given.paper),
            text_size: given.text_size,
            pages: given.pages,
            bytes: given.bytes,
        });
    }
    // The desk sees that somebody is treated here, and not for what.
    let (notes, left) = match practice.actor().role.may(Permission::ReadNotes) {
        true => (notes::of_client(practice, id).await?, drafts::left_about(practice, &id.to_string()).await?),
        false => (Vec::new(), Vec::new()),
    };
    if practice.actor().role.may(Permission::ReadNotes) {
        let acts = health::acts_of(practice, id).await?;
        timeline.extend(acts.changed.into_iter().map(|(at, person, fields)| TimelineEntry::HealthChanged {
            id: format!("health-{at}"),
            at: at.into(),
            by: by(&person),
            fields,
        }));
        timeline.extend(acts.unchanged.into_iter().map(|(at, by)| TimelineEntry::HealthUnchanged {
            id: format!("health-unchanged-{at}"),
            at: at.into(),
            by,
        }));
    }
    timeline.extend(left.into_iter().map(|draft| TimelineEntry::UnsignedLeft {
        draft: draft.id,
        at: draft.closed_at.into(),
        by: by(&draft.person),
    }));
    timeline.extend(notes.into_iter().map(|note| TimelineEntry::NoteSigned {
        id: note.id,
        at: note.signed_at.into(),
        by: note.by,
        visit_date: note.visit_date,
        points: note.points,
        summary: note.summary,
        addenda: note.addenda,
    }));
    for (at, view) in correspondence::of_client(practice, id).await? {
        timeline.push(TimelineEntry::Corresponded { id: view.id.clone(), at, view });
    }
    for (at, file) in files::of_client(practice, id).await? {
        timeline.push(TimelineEntry::FileAdded { id: file.id.clone(), at, file });
    }
    for act in audit::of_client(practice, id, Action::ClientEdited).await? {
        timeline.push(TimelineEntry::DetailsChanged {
            id: format!("edited-{}", act.seq),
            at: act.at.into(),
            by: by(&act.person),
            fields: act.fields(),
        });
    }
    for record in merging::merged_into(practice, id).await? {
        timeline.push(TimelineEntry::Merged { id: record.id.clone(), at: record.at, record });
    }
    timeline.push(TimelineEntry::Registered {
        id: format!("registered-{id}"),
        at: client.registered_at,
        by: client.registered_by.clone(),
    });
    // Stable, so that of what happened in the same millisecond the registration stays last.
    timeline.sort_by_key(|entry| std::cmp::Reverse(entry.at()));
    Ok(ClientOverview { client, timeline })
}

/// Whose pages were opened last, newest first.
pub(crate) async fn opened_lately(practice: &Practice, limit: i32) -> Result<Vec<ClientRow>> {
    let ids = audit::clients_lately(practice, Action::ClientViewed, limit).await?;
    let ids: Vec<ClientId> = ids.iter().map(|id| ClientId::parse(id)).collect::<Result<_>>()?;
    let whose = Whose::may_be_seen_by(practice.actor());
    let mut rows = view::rows(practice, store::rows(practice, whose, &ids).await?);
    rows.retain(|row| row.put_away != Some(RecordPlace::Trash));
    Ok(rows)
}
