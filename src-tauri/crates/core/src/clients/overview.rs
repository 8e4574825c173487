//! The person at a glance, with everything that happened, newest first.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use specta::Type;

use crate::audit::{self, Action};
use crate::bookings::{self, ClientVisit};
use crate::correspondence;
use crate::drafts;
use crate::error::Result;
use crate::files;
use crate::handouts;
use crate::health;
use crate::ids::ClientId;
use crate::moment::Moment;
use crate::notes::{self, SignedEntry};
use crate::people::{self, Permission};
use crate::practice::Practice;

use super::merging;
use super::own::{self, Whose};
use super::put_away::RecordPlace;
use super::store;
use super::timeline::TimelineEntry;
use super::view::{self, ClientRow, ClientView};

/// A client's page.
#[derive(Debug, Serialize, Type)]
pub struct ClientOverview {
    /// The person.
    pub client: ClientView,
    /// What happened, newest first.
    pub timeline: Vec<TimelineEntry>,
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
    let mut visits = Vec::new();
    if practice.actor().role.may(Permission::ReadBookings) {
        visits = bookings::visits_of(practice, id).await?;
        let tries = bookings::tries_of(practice, id).await?;
        timeline.extend(tries.into_iter().map(|(at, tried)| TimelineEntry::Contacted {
            id: tried.id.clone(),
            at,
            tried,
        }));
    }
    let mut noted = visits_with_notes(&mut visits, &notes);
    timeline.extend(visits.into_iter().map(|(at, visit)| TimelineEntry::Visit {
        id: visit.id.clone(),
        at,
        visit,
    }));
    timeline.extend(notes.into_iter().map(|note| TimelineEntry::NoteSigned {
        visit: noted.remove(&note.id),
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

/// Takes out of the visits those that have their note, and says of which note each is. A note is of a day; where there were several
/// visits on it, it is of the signer's, and of the first that has no note yet.
fn visits_with_notes(
    visits: &mut Vec<(Moment, ClientVisit)>,
    notes: &[SignedEntry],
) -> HashMap<String, ClientVisit> {
    let mut on: HashMap<String, Vec<(Moment, ClientVisit)>> = HashMap::new();
    let days: HashSet<&str> = notes.iter().map(|note| note.visit_date.as_str()).collect();
    let was = |visit: &ClientVisit| visit.status.takes_time() && days.contains(visit.day());
    for (at, visit) in visits.extract_if(.., |(_, visit)| was(visit)) {
        on.entry(visit.day().to_owned()).or_default().push((at, visit));
    }
    let mut found = HashMap::new();
    for signers in [true, false] {
        // Notes and visits come newest first; on one day the earlier note is of the earlier visit.
        for note in notes.iter().rev() {
            if found.contains_key(&note.id) {
                continue;
            }
            let Some(there) = on.get_mut(&note.visit_date) else { continue };
            let theirs = there.iter().rposition(|(_, visit)| !signers || visit.practitioner == note.by);
            if let Some(place) = theirs {
                found.insert(note.id.clone(), there.remove(place).1);
            }
        }
    }
    visits.extend(on.into_values().flatten());
    found
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
