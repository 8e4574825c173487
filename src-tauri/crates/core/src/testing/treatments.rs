//! Years of signed notes, each signed as a person would sign it, many in one transaction.

use chrono::{DateTime, Duration, FixedOffset};

use crate::audit::{Action, Subject};
use crate::error::Result;
use crate::ids::{ClientId, NoteId};
use crate::notes::{self, NeedledPoint, NoteText};
use crate::practice::Practice;

use super::courses::{COURSES, Course};
use super::demonstration::on;

/// Notes that are written before the disk is waited for.
const AT_A_TIME: usize = 400;

/// A visit, in the order in which they happened.
#[derive(Debug)]
struct Visit {
    at: DateTime<FixedOffset>,
    client: ClientId,
    course: &'static Course,
    nth: i32,
    pain: i32,
}

/// Signs the notes of every client's visits, from their registration to now.
pub(super) async fn treat(
    practice: &Practice,
    clients: &[(ClientId, DateTime<FixedOffset>)],
    now: DateTime<FixedOffset>,
    random: &mut fastrand::Rng,
) -> Result<()> {
    let mut visits = Vec::new();
    for (client, registered) in clients {
        let course = &COURSES[random.usize(0..COURSES.len())];
        let mut at = *registered + Duration::minutes(50);
        let mut pain = random.i32(5..9);
        for nth in 0..random.i32(0..9) {
            if at >= now {
                break;
            }
            visits.push(Visit { at, client: *client, course, nth, pain });
            // Weekly at first, then when it comes back.
            at += Duration::days(if nth < 5 { random.i64(6..9) } else { random.i64(30..300) });
            pain = (pain - random.i32(-1..3)).clamp(0, 9);
        }
    }
    visits.sort_by_key(|visit| (visit.at, visit.client));
    for some in visits.chunks(AT_A_TIME) {
        sign(practice, some, random).await?;
    }
    Ok(())
}

async fn sign(practice: &Practice, visits: &[Visit], random: &mut fastrand::Rng) -> Result<()> {
    let Some(first) = visits.first() else { return Ok(()) };
    let mut change = on(practice, first.at).change(Action::NoteSigned).await?;
    let mut before: Option<Subject> = None;
    for visit in visits {
        if let Some(subject) = before.take() {
            change.next(subject, visit.at.timestamp_millis()).await?;
        }
        let practice = on(practice, visit.at);
        let id = NoteId::new(practice.new_id()?);
        let body = written(visit, random).validate(practice.today())?;
        notes::put_down(&mut change, id, visit.client, body, None).await?;
        before = Some(Subject::from(id).of_client(visit.client));
    }
    match before {
        Some(subject) => change.commit(subject).await,
        None => Ok(()),
    }
}

fn written(visit: &Visit, random: &mut fastrand::Rng) -> NoteText {
    let course = visit.course;
    let scale = format!("{} of 10", visit.pain);
    let subjective = match visit.nth {
        0 => format!("{} {scale} today.", course.complaint),
        _ => format!("{} {scale} today.", course.later[random.usize(0..course.later.len())]),
    };
    let points = course
        .points
        .iter()
        .map(|(code, side, needles)| NeedledPoint {
            code: (*code).to_owned(),
            side: *side,
            needles: *needles,
        })
        .collect();
    NoteText {
        visit_date: visit.at.date_naive().to_string(),
        subjective,
        objective: if visit.nth % 3 == 0 { course.findings.to_owned() } else { String::new() },
        assessment: course.assessment.to_owned(),
        plan: course.plan.to_owned(),
        points,
    }
}
