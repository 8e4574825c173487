//! A transaction together with the audit entry that is written with it.

use std::ops::DerefMut;

use chrono_tz::Tz;
use hegu_vault::VaultFile;
use serde_json::{Map, Value};
use tokio::sync::Mutex;

use crate::audit::{self, Action, Entry, Outcome, Signer, Subject};
use crate::clients;
use crate::error::{Error, Result};
use crate::opening;
use crate::people::Actor;
use crate::practice::{Live, LiveGuard, Practice};
use crate::reader::{Held, Reader, Reading};
use crate::slice::Slice;

/// The only way to write. Committing writes the rows and the audit entry, or neither; dropping writes nothing.
#[derive(Debug)]
pub struct Change {
    practice: Practice,
    action: Action,
    detail: Map<String, Value>,
    at: i64,
    /// What else screens read again, beside what the act touches.
    touched: Vec<Slice>,
    /// The zone the practice keeps to once this is committed, where it is another than before.
    keeps_to: Option<Tz>,
    // A mutex nobody else waits for: it only lets a shared reference read through the one connection.
    live: Mutex<LiveGuard>,
}

impl Change {
    pub(crate) async fn begin(practice: &Practice, action: Action) -> Result<Self> {
        let mut live = practice.live().await?;
        practice.in_place(live.as_mut().ok_or(Error::Locked)?)?;
        live.as_ref().ok_or(Error::Locked)?.undamaged()?;
        let connection = &mut live.as_mut().ok_or(Error::Locked)?.connection;
        sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut **connection).await?;
        // From here on a drop without commit must roll back; the next user of the connection does it.
        connection.unfinished = true;
        let at = practice.now();
        Ok(Self {
            practice: practice.clone(),
            action,
            detail: Map::new(),
            at,
            touched: Vec::new(),
            keeps_to: None,
            live: Mutex::new(live),
        })
    }

    /// The instant of this change, in UTC milliseconds: one change has one time.
    pub(crate) fn at(&self) -> i64 {
        self.at
    }

    /// Who makes it.
    pub(crate) fn actor(&self) -> &Actor {
        self.practice.actor()
    }

    /// Adds a fact to the audit entry: an id, a count, a name of a field. Never what somebody wrote.
    pub(crate) fn note(&mut self, fact: &'static str, value: impl Into<Value>) {
        self.detail.insert(fact.to_owned(), value.into());
    }

    /// Names a signing key in the entry, which vouches for it as a key of the entry's subject from then on.
    pub(crate) fn vouch_for_key(&mut self, public_key: &[u8]) {
        self.note(audit::SIGNING_KEY, hex::encode(public_key));
    }

    /// The time zone this happens in.
    pub(crate) fn zone(&self) -> String {
        self.practice.clock().zone()
    }

    /// Has the wall of the practice be in this zone, once it is committed.
    pub(crate) fn keep_to(&mut self, zone: Tz) {
        self.keeps_to = Some(zone);
    }

    /// The key file in force.
    pub(crate) async fn vault(&self) -> Result<VaultFile> {
        Ok(self.connection().await?.live()?.vault.clone())
    }

    /// Signs for the person at the keyboard: their public key, and the signature.
    pub(crate) async fn sign(&self, message: &[u8]) -> Result<([u8; 32], [u8; 64])> {
        let reading = self.connection().await?;
        let signing = &reading.live()?.seat.as_ref().ok_or(Error::Locked)?.signing;
        Ok((signing.public(), signing.sign(message)))
    }

    /// Writes the audit entry about the subject and goes on to the same act on another, in the same transaction.
    pub(crate) async fn also(&mut self, subject: impl Into<Subject>) -> Result<()> {
        self.write_entry(Some(subject.into()), Outcome::Done).await
    }

    /// Goes on to the next act, at another instant, in the same transaction: demonstration data of years would
    /// otherwise wait for the disk at every act.
    #[cfg(feature = "testing")]
    pub(crate) async fn next(&mut self, subject: impl Into<Subject>, at: i64) -> Result<()> {
        self.also(subject).await?;
        self.at = at;
        Ok(())
    }

    /// Writes the audit entry about the subject and commits both.
    pub(crate) async fn commit(self, subject: impl Into<Subject>) -> Result<()> {
        self.finish(Some(subject.into()), Outcome::Done).await
    }

    /// Commits an entry about a subject with which something else became of the act.
    pub(crate) async fn refuse(self, subject: impl Into<Subject>, outcome: Outcome) -> Result<()> {
        self.finish(Some(subject.into()), outcome).await
    }

    /// Commits an entry that is about nobody in particular.
    pub(crate) async fn end(self, outcome: Outcome) -> Result<()> {
        self.finish(None, outcome).await
    }

    /// Writes the audit entry, puts the next key file in its place, and commits. The key file is what counts: should the
    /// program be killed between the two, the next opening brings the records up to it.
    pub(crate) async fn commit_with_keys(
        mut self,
        vault: VaultFile,
        subject: impl Into<Subject>,
    ) -> Result<()> {
        let generation = vault.generation();
        let folder = self.practice.folder().to_path_buf();
        self.write_entry(Some(subject.into()), Outcome::Done).await?;
        let live = self.live.get_mut().deref_mut().as_mut().ok_or(Error::Locked)?;
        opening::note_generation(&mut live.connection, generation).await?;
        opening::write_vault_file(&folder, &vault, &live.master)?;
        live.vault = vault;
        self.end_transaction().await
    }

    async fn finish(mut self, subject: Option<Subject>, outcome: Outcome) -> Result<()> {
        self.write_entry(subject, outcome).await?;
        self.end_transaction().await
    }

    async fn end_transaction(&mut self) -> Result<()> {
        let live = self.live.get_mut().deref_mut().as_mut().ok_or(Error::Locked)?;
        self.practice.in_place(live)?;
        sqlx::raw_sql("COMMIT").execute(&mut *live.connection).await?;
        live.connection.unfinished = false;
        if let Some(zone) = self.keeps_to {
            self.practice.keep_to(zone);
        }
        let mut touched = self.action.touches();
        touched.append(&mut self.touched);
        self.practice.tell(touched);
        Ok(())
    }

    /// Writes the entry; what people answer for is signed around it: the head of the day before by whoever acts first
    /// on a new day, and their own by whoever leaves.
    async fn write_entry(&mut self, subject: Option<Subject>, outcome: Outcome) -> Result<()> {
        // Whoever works with a record that was put away has it back in use.
        let worked_with = subject
            .as_ref()
            .and_then(|subject| subject.client)
            .filter(|_| outcome == Outcome::Done && self.action.works_with_the_record());
        let back_in_use = match worked_with {
            Some(client) if clients::back_in_use(self, client).await? => Some(client),
            _ => None,
        };
        let actor = self.practice.actor();
        let entry = Entry {
            at: self.at,
            session: actor.session.clone(),
            person: actor.id.to_string(),
            role: actor.role,
            action: self.action,
            subject,
            outcome,
            detail: Value::Object(std::mem::take(&mut self.detail)),
        };
        let Live { connection, audit_key, seat, vault, .. } =
            self.live.get_mut().deref_mut().as_mut().ok_or(Error::Locked)?;
        let vault_id = vault.vault_id().as_str();
        // What the door writes while somebody else sits there, or nobody, is signed by nobody.
        let own = seat.as_ref().filter(|seat| seat.session == entry.session);
        let signer = own.map(|seat| Signer { key: &seat.signing, person: &entry.person, vault_id });
        if let Some(signer) = &signer
            && let Some(before) = audit::last_at(connection).await?
            && self.practice.day_of(before) != self.practice.day_of(self.at)
        {
            audit::sign_head(connection, signer, self.at).await?;
        }
        audit::append(connection, audit_key, &entry).await?;
        if let Some(client) = back_in_use {
            let action = Action::ClientTakenOut;
            let detail = Value::Object(Map::new());
            audit::append(
                connection,
                audit_key,
                &Entry { action, subject: Some(client.into()), detail, ..entry.clone() },
            )
            .await?;
            self.touched.extend(action.touches());
        }
        if let Some(signer) = &signer
            && self.action.leaves_the_keyboard()
        {
            audit::sign_head(connection, signer, self.at).await?;
        }
        Ok(())
    }
}

impl Reader for Change {
    async fn connection(&self) -> Result<Reading<'_>> {
        Ok(Reading(Held::Change(self.live.lock().await)))
    }
}
