//! The people around a client: whom to call, who answers for a child, who may sign or gets copies, and who must not.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::checks::{Checks, FieldProblem};
use crate::error::Result;
use crate::ids::ClientId;
use crate::practice::Practice;
use crate::reader::Reader;

use super::contact::{PhoneAllows, few};
use super::own::Whose;
use super::view::{self, ClientRow};
use super::{name, store};

/// How many people there may be around a client.
const MOST: u32 = 20;

/// Somebody around a client. They need not be a client, and may be without a name: "the school, 555-0100".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RelationInput {
    /// Their full name.
    pub name: String,
    /// What they are to the client: mother, partner, carer.
    pub relation: String,
    /// Their telephone number.
    pub phone: String,
    /// Their email address.
    pub email: String,
    /// Their own record, where they are a client too; else empty. Their name is the one of their record then.
    pub other: String,
    /// To be called in an emergency.
    pub emergency: bool,
    /// Answers for the client before the law: a parent of a child, a guardian of an adult.
    pub guardian: bool,
    /// May sign for the client.
    pub may_sign: bool,
    /// Gets copies of what is sent to the client.
    pub gets_copies: bool,
    /// Must not be told anything: neither called, nor signing, nor getting copies.
    pub must_not: bool,
    /// Whatever else there is to say: a court's order, when to call.
    pub note: String,
}

impl RelationInput {
    /// Somebody to be called in an emergency.
    #[must_use]
    pub fn in_emergency(
        name: impl Into<String>,
        relation: impl Into<String>,
        phone: impl Into<String>,
    ) -> Self {
        let (name, relation, phone) = (name.into(), relation.into(), phone.into());
        Self { name, relation, phone, emergency: true, ..Self::default() }
    }

    /// Names nobody.
    fn is_nobody(&self) -> bool {
        [&self.name, &self.relation, &self.phone, &self.email, &self.other].iter().all(|text| text.is_empty())
    }

    /// Says nothing at all.
    fn is_blank(&self) -> bool {
        let says = [self.guardian, self.may_sign, self.gets_copies, self.must_not].contains(&true);
        self.is_nobody() && self.note.is_empty() && !says
    }
}

/// The people who were typed, without the blank lines.
pub(super) fn relations(checks: &mut Checks, typed: &[RelationInput]) -> Vec<RelationInput> {
    few(checks, "relations", typed.len(), MOST);
    typed
        .iter()
        .enumerate()
        .map(|(at, person)| one(checks, at, person))
        .filter(|person| !person.is_blank())
        .collect()
}

fn one(checks: &mut Checks, at: usize, typed: &RelationInput) -> RelationInput {
    let path = |field: &str| format!("relations.{at}.{field}");
    let person = RelationInput {
        name: checks.line(path("name"), &typed.name, 200),
        relation: checks.line(path("relation"), &typed.relation, 100),
        phone: checks.phone(path("phone"), &typed.phone),
        email: checks.email(path("email"), &typed.email),
        note: checks.line(path("note"), &typed.note, 500),
        ..typed.clone()
    };
    if person.is_nobody() && !person.is_blank() {
        checks.note(path("name"), FieldProblem::Required);
    }
    if !person.other.is_empty() && ClientId::parse(&person.other).is_err() {
        checks.note(path("other"), FieldProblem::UnknownValue);
    }
    if person.must_not && (person.emergency || person.may_sign || person.gets_copies) {
        checks.note(path("must_not"), FieldProblem::Contradictory);
    }
    person
}

/// The people as they are kept: who is newly linked is called as their record calls them. Refuses records that are not
/// there, are not the person's at the keyboard to see, or are the client's own. A link that this person could not see was not
/// taken out by them; it stays with the line that has that name.
pub(super) async fn linked(
    practice: &Practice,
    reader: &impl Reader,
    of: Option<ClientId>,
    typed: &[RelationInput],
    before: &[RelationInput],
) -> Result<Vec<RelationInput>> {
    let mut checks = Checks::default();
    let unseen = unseen(practice, reader, before).await?;
    let mut people = Vec::new();
    for (at, person) in typed.iter().enumerate() {
        let mut person = person.clone();
        if !person.other.is_empty() {
            // Whoever was typed before may be part of another record by now.
            person.other = store::record_of(reader, ClientId::parse(&person.other)?).await?.to_string();
        }
        if person.other.is_empty() {
            let was = unseen.iter().find(|was| was.name == person.name);
            person.other = was.map(|was| was.other.clone()).unwrap_or_default();
        } else if let Some(was) = before.iter().find(|was| was.other == person.other) {
            // Another's new name is no change of this record.
            person.name.clone_from(&was.name);
        } else {
            let other = ClientId::parse(&person.other)?;
            let whose = Whose::may_be_seen_by(practice.actor());
            match store::rows(reader, whose, &[other]).await?.first() {
                Some(row) if of != Some(other) => person.name = name::full(&row.given_name, &row.family_name),
                _ => checks.note(format!("relations.{at}.other"), FieldProblem::UnknownValue),
            }
        }
        people.push(person);
    }
    checks.finish()?;
    Ok(people)
}

/// Those whose own records are not the person's at the keyboard to see.
async fn unseen<'p>(
    practice: &Practice,
    reader: &impl Reader,
    people: &'p [RelationInput],
) -> Result<Vec<&'p RelationInput>> {
    let seen = seen(practice, reader, people).await?;
    let linked = people.iter().filter(|person| !person.other.is_empty());
    Ok(linked.filter(|person| !seen.iter().any(|row| row.id == person.other)).collect())
}

async fn seen(
    practice: &Practice,
    reader: &impl Reader,
    people: &[RelationInput],
) -> Result<Vec<store::ListRow>> {
    let others = people.iter().filter(|person| !person.other.is_empty());
    let others: Vec<ClientId> = others.map(|person| ClientId::parse(&person.other)).collect::<Result<_>>()?;
    store::rows(reader, Whose::may_be_seen_by(practice.actor()), &others).await
}

/// Somebody around a client who is one too, as their own record has them.
#[derive(Debug, Clone, Serialize, Type)]
pub struct LinkedPerson {
    /// Their record.
    pub id: String,
    /// Their preferred telephone number.
    pub phone: Option<String>,
    /// What they allow there.
    pub phone_allows: PhoneAllows,
    /// Their preferred email address.
    pub email: Option<String>,
}

/// The people as the person at the keyboard may see them: who is a client too is called as their record calls them now, and a
/// record that is not theirs to see is not told of.
pub(super) async fn shown(practice: &Practice, people: &mut [RelationInput]) -> Result<Vec<LinkedPerson>> {
    let rows = view::rows(practice, seen(practice, practice, people).await?);
    for person in people {
        match rows.iter().find(|row| row.id == person.other) {
            Some(row) => person.name.clone_from(&row.name),
            None => person.other.clear(),
        }
    }
    let linked = |row: ClientRow| LinkedPerson {
        id: row.id,
        phone: row.phone,
        phone_allows: row.phone_allows,
        email: row.email,
    };
    Ok(rows.into_iter().map(linked).collect())
}
