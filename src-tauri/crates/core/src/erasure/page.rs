//! The words of the letter.

use chrono::NaiveDate;
use hegu_document::{Block, Document, Item, Run};

use crate::retention::{CountedFrom, Keeping};

use super::letter::{AskedBy, CheckedAsked};
use super::plan::{ErasurePlan, KeptParts, Reach};

/// The letter about what becomes of a record today; `called` is how it names whose it is.
pub(super) fn document(
    plan: &ErasurePlan,
    asked: CheckedAsked,
    called: &str,
    to: &str,
    signer: &str,
    today: NaiveDate,
) -> Document {
    // Of one that was erased in part before, the letter tells of that day.
    let before = plan.erased_on.as_ref().filter(|_| plan.only_kept && plan.reach == Reach::Part);
    let erased = before.and_then(|day| day.parse().ok()).unwrap_or(today);
    let mut blocks = vec![lines(to), text(&long(today)), text(&asked_for(called, asked))];
    match plan.reach {
        Reach::Nothing => blocks.push(text(
            "For now nothing is erased. The record may be needed to establish, exercise or defend a legal claim, or by an \
             authority that has asked for it, and until that is settled it must stay as it is.",
        )),
        Reach::Whole => {
            blocks.push(headed("What was erased"));
            blocks.push(text(&format!(
                "The whole record was erased on {}: personal details, bookings, health history, treatment notes, \
                 messages and everything else that was kept in it. No invitations or reminders are sent any more.",
                long(today)
            )));
        }
        Reach::Part => {
            blocks.push(headed("What was erased"));
            blocks.push(text(&format!("On {} these were erased:", long(erased))));
            blocks.push(list([
                "telephone numbers, email addresses, occupation, language, and other personal details that need not be kept",
                "the people named in the record, except for whoever may sign",
                "reminders, invitations to come again, places on the waiting list, and notes of calls about them",
                "bookings that did not take place, and what was written beside the others",
                "messages and notes that are not about treatment",
            ]));
            blocks.push(headed("What is kept, why, and until when"));
            blocks.push(text("These have to be kept:"));
            blocks.push(kept(&plan.kept));
            blocks.extend(why(&plan.keeping));
            blocks.push(text(
                "Until then it is locked away: it is not used for anything else, and only the owner of the practice can \
                 open it. After that day it is erased as well.",
            ));
        }
    }
    if plan.reach != Reach::Nothing {
        blocks.push(headed("Copies and the log"));
        // How long copies are kept is the rule of `backup::keep_rule`: the oldest of daily work is of six months ago.
        blocks.push(text(
            "Encrypted safety copies of the practice’s records that were made before that day still hold what was erased. They \
             are kept only to restore the records after a loss, and are replaced one after the other, within about half a \
             year of daily work. A log says that the record was opened, changed and erased, when and by whom; of signed notes \
             the seal stays, with when it was made. Neither says what the record said.",
        ));
    }
    if !signer.is_empty() {
        blocks.push(lines(signer));
    }
    Document {
        title: match asked.by {
            AskedBy::Nobody => "About the record that we keep",
            AskedBy::Client | AskedBy::SomebodyElse => "Your request to erase a record",
        }
        .to_owned(),
        language: "en".to_owned(),
        author: String::new(),
        blocks,
    }
}

fn asked_for(name: &str, asked: CheckedAsked) -> String {
    match (asked.by, asked.on) {
        (AskedBy::Client, Some(day)) => {
            format!("On {} you asked us to erase the record that we keep of you ({name}).", long(day))
        }
        (AskedBy::SomebodyElse, Some(day)) => {
            format!("On {} you asked us to erase the record that we keep of {name}.", long(day))
        }
        _ => format!("This is to tell you what becomes of the record that we keep of {name}."),
    }
}

/// What stays.
fn kept(parts: &KeptParts) -> Block {
    let some = |count: i32, one: &str, many: &str| match count {
        0 => None,
        1 => Some(one.to_owned()),
        count => Some(format!("{count} {many}")),
    };
    let rows = [
        Some("name, birth date, sex, address, number of the card, and who may sign".to_owned()),
        some(parts.notes, "1 signed treatment note", "signed treatment notes"),
        some(
            parts.unsigned,
            "1 treatment note that was left unsigned",
            "treatment notes that were left unsigned",
        ),
        some(parts.visits, "the date of 1 visit", "dates of visits"),
        parts.health.then(|| "the health history".to_owned()),
        some(parts.alerts, "1 warning for treatment", "warnings for treatment"),
        some(
            parts.correspondence,
            "1 entry about treatment by telephone or in writing",
            "entries about treatment by telephone or in writing",
        ),
        some(parts.files, "1 file about treatment", "files about treatment"),
        some(parts.sheets, "1 advice sheet as it was given", "advice sheets as they were given"),
    ];
    list(rows.into_iter().flatten())
}

/// By which rule, and until when.
fn why(keeping: &Keeping) -> Vec<Block> {
    let (Some(rule), Some(until)) = (&keeping.rule, &keeping.until) else { return Vec::new() };
    let source = if rule.source.is_empty() { String::new() } else { format!(" ({})", rule.source) };
    let counted = match rule.counted_from {
        CountedFrom::LastEntry => "the last entry",
        CountedFrom::LastVisit => "the last visit",
    };
    let child = match (keeping.as_child, rule.child_until) {
        (true, Some(age)) => format!(", and that of somebody who was a child until they are {age}"),
        _ => String::new(),
    };
    let years = if rule.years == 1 { "year" } else { "years" };
    vec![text(&format!(
        "Records of treatment have to be kept for {} {years} after {counted}{child}: {}{source}. This one is kept until {}.",
        rule.years,
        rule.name,
        until.parse().map_or_else(|_| until.clone(), long),
    ))]
}

fn long(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

fn words(text: &str) -> Vec<Run> {
    vec![Run::Text(text.to_owned())]
}

fn text(of: &str) -> Block {
    Block::Paragraph(words(of))
}

fn headed(of: &str) -> Block {
    Block::Heading { level: 2, runs: words(of) }
}

fn lines(of: &str) -> Block {
    let mut runs: Vec<Run> =
        of.lines().flat_map(|line| [Run::Text(line.trim().to_owned()), Run::LineBreak]).collect();
    runs.pop();
    Block::Paragraph(runs)
}

fn list(items: impl IntoIterator<Item: AsRef<str>>) -> Block {
    let item = |item: &str| Item { blocks: vec![text(item)], ..Item::default() };
    Block::List {
        ordered: false,
        start: 1,
        columns: false,
        items: items.into_iter().map(|said| item(said.as_ref())).collect(),
    }
}
