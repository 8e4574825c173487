//! The opened practice: database, clock, ids, and the person at the keyboard.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex as BriefMutex};

use chrono_tz::Tz;
use hegu_vault::{AuditKey, MasterKey, VaultFile};
use tokio::sync::{Mutex, OwnedMutexGuard, broadcast};
use uuid::Uuid;

use crate::audit::{self, Action, Outcome};
use crate::change::Change;
use crate::clients::CardIndex;
use crate::clock::Clock;
use crate::db::Connection;
use crate::error::{Error, Result};
use crate::ids::{IdSource, PersonId};
use crate::opening::{self, Damage, Effort, FolderLock, Found};
use crate::people::{Actor, Keyring, Permission};
use crate::seats::{Pin, Seat};
use crate::slice::Slice;

mod days;

/// First parameter of every use case. Cheap to clone; all clones share one connection and close together.
#[derive(Debug, Clone)]
pub struct Practice {
    shared: Arc<Shared>,
    actor: Arc<Actor>,
    /// Acts for the door, where nobody sits: the records are open, and somebody is about to take the keyboard.
    at_door: bool,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    clock: Clock,
    /// The zone of the practice's wall, once it keeps one.
    zone: Arc<BriefMutex<Option<Tz>>>,
    ids: IdSource,
    effort: Effort,
    keyring: Keyring,
    live: Arc<Mutex<Option<Live>>>,
    /// Held while keys are changed: reading the key file, making the next one and writing it take a second.
    keys: Arc<Mutex<()>>,
    /// Held while a backup is made.
    backing_up: Arc<Mutex<()>>,
    changed: broadcast::Sender<Vec<Slice>>,
}

impl Drop for Shared {
    /// A practice that is let go of without being locked is closed all the same, and closed when this returns:
    /// SQLCipher clears its memory at the end of the process, and a connection still closing then would crash it.
    fn drop(&mut self) {
        let last = Arc::strong_count(&self.live) == 1;
        let Some(live) = self.live.try_lock().ok().filter(|_| last).and_then(|mut live| live.take()) else {
            return;
        };
        // On a thread and a runtime of its own, because the one this runs on may be shutting down.
        let closing = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().build()?;
            Ok::<_, std::io::Error>(runtime.block_on(live.connection.close()))
        });
        if !matches!(closing.join(), Ok(Ok(Ok(())))) {
            tracing::error!("a practice that was let go of could not be closed");
        }
    }
}

/// What exists only while the practice is open, and goes away whole when it is locked.
#[derive(Debug)]
pub(crate) struct Live {
    pub(crate) connection: Connection,
    pub(crate) master: MasterKey,
    pub(crate) audit_key: AuditKey,
    /// Who is at the keyboard, with the key that signs for them; nobody while the practice rests.
    pub(crate) seat: Option<Seat>,
    /// Signing keys under the PINs that were set since the practice was opened.
    pub(crate) pins: HashMap<PersonId, Pin>,
    pub(crate) vault: VaultFile,
    /// What was found to be wrong when it was opened.
    pub(crate) found: Found,
    /// Whether a page of it went bad since.
    pub(crate) damage: Damage,
    /// What clients are found by, read when somebody is first looked for.
    pub(crate) cards: CardIndex,
    /// Held for as long as the database is: another process is refused before it touches a file.
    pub(crate) _folder_lock: Option<FolderLock>,
}

/// How long a passphrase proves who sits there: somebody who stepped in front of an open screen cannot sign.
const PROOF_LASTS: i64 = 5 * 60 * 1000;

/// The exclusive use of what is open.
pub(crate) type LiveGuard = OwnedMutexGuard<Option<Live>>;

/// What [`Practice::over`] is made of.
pub(crate) struct Parts {
    pub(crate) folder: PathBuf,
    pub(crate) clock: Clock,
    pub(crate) ids: IdSource,
    pub(crate) effort: Effort,
    pub(crate) keyring: Keyring,
    pub(crate) live: Live,
    pub(crate) actor: Actor,
}

impl Practice {
    pub(crate) fn over(parts: Parts) -> Self {
        let (changed, _) = broadcast::channel(64);
        Self {
            shared: Arc::new(Shared {
                folder: parts.folder,
                clock: parts.clock,
                zone: Arc::default(),
                ids: parts.ids,
                effort: parts.effort,
                keyring: parts.keyring,
                live: Arc::new(Mutex::new(Some(parts.live))),
                keys: Arc::default(),
                backing_up: Arc::default(),
                changed,
            }),
            actor: Arc::new(parts.actor),
            at_door: false,
        }
    }

    /// The same practice on another clock: tests and demonstration data live on days of their own.
    #[cfg(feature = "testing")]
    pub fn at(&self, clock: Clock) -> Self {
        let shared = Shared {
            folder: self.shared.folder.clone(),
            clock,
            zone: Arc::clone(&self.shared.zone),
            ids: self.shared.ids.clone(),
            effort: self.shared.effort,
            keyring: self.shared.keyring.clone(),
            live: Arc::clone(&self.shared.live),
            keys: Arc::clone(&self.shared.keys),
            backing_up: Arc::clone(&self.shared.backing_up),
            changed: self.shared.changed.clone(),
        };
        Self { shared: Arc::new(shared), actor: Arc::clone(&self.actor), at_door: self.at_door }
    }

    /// The same practice with somebody at the keyboard.
    pub(crate) fn with_actor(&self, actor: Actor) -> Self {
        Self { shared: Arc::clone(&self.shared), actor: Arc::new(actor), at_door: false }
    }

    /// The same practice as the door sees it, while nobody or somebody else sits: for what is written about tries at
    /// the door, and for locking. Nothing that a person does goes this way.
    pub(crate) fn at_door(&self, actor: Actor) -> Self {
        Self { at_door: true, ..self.with_actor(actor) }
    }

    /// The person at the keyboard.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The folder everything is kept in.
    pub fn folder(&self) -> &Path {
        &self.shared.folder
    }

    /// Where this computer keeps what belongs to the practice and lies outside of it.
    pub(crate) fn keyring(&self) -> &Keyring {
        &self.shared.keyring
    }

    /// Where time comes from.
    pub(crate) fn clock(&self) -> Clock {
        self.shared.clock
    }

    /// What trying a passphrase costs.
    pub(crate) fn effort(&self) -> Effort {
        self.shared.effort
    }

    /// Waits until nobody else is changing keys.
    pub(crate) async fn keys(&self) -> OwnedMutexGuard<()> {
        Arc::clone(&self.shared.keys).lock_owned().await
    }

    /// Waits until no other backup is being made.
    pub(crate) async fn backing_up(&self) -> OwnedMutexGuard<()> {
        Arc::clone(&self.shared.backing_up).lock_owned().await
    }

    /// Hears of every committed change, as the parts of the practice it touched.
    pub fn changes(&self) -> broadcast::Receiver<Vec<Slice>> {
        self.shared.changed.subscribe()
    }

    /// Refuses what this person's role does not allow, and writes the refusal into the audit.
    pub async fn permit(&self, permission: Permission) -> Result<()> {
        if self.actor.role.may(permission) {
            return Ok(());
        }
        let mut change = self.change(Action::Refused).await?;
        change.note("permission", permission.name());
        change.end(Outcome::Refused).await?;
        Err(Error::NotPermitted)
    }

    /// Refuses what asks for proof of who sits there, when their passphrase was given too long ago. A clock that was
    /// put back proves nothing.
    pub(crate) async fn proved(&self) -> Result<()> {
        let guard = self.live().await?;
        let seat = guard.as_ref().and_then(|live| live.seat.as_ref()).ok_or(Error::Locked)?;
        let proved_at = seat.proved_at;
        let age = self.now().saturating_sub(proved_at);
        if (0..=PROOF_LASTS).contains(&age) { Ok(()) } else { Err(Error::ProofNeeded) }
    }

    /// Has the database take in the log of the last changes, in which what was erased still lies. It is committed already: what
    /// fails is done at the next chance, and said in the program's log.
    pub(crate) async fn settle(&self) -> Result<()> {
        let mut guard = self.live().await?;
        let connection = &mut guard.as_mut().ok_or(Error::Locked)?.connection;
        if let Err(error) = sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut **connection).await
        {
            tracing::warn!(%error, "the log of the last changes stays for now");
        }
        Ok(())
    }

    /// Locks the practice: says so in the audit, closes, and notes outside how far the audit has come. In this order: a
    /// keyring may keep us waiting, and the keys are wiped before that. It is closed whatever the disk says to the entry:
    /// what fails is said afterwards.
    pub async fn lock(&self) -> Result<()> {
        let door = self.at_door(Actor::clone(&self.actor));
        let said = async { door.change(Action::Locked).await?.commit(self.actor.id).await };
        let said = said.await;
        let note = audit::note_at_closing(&door).await;
        let closed = self.close().await;
        match said {
            // Nothing is written into damaged records, and closing them is what is asked for then.
            Ok(()) | Err(Error::RecordsDamaged) => {}
            Err(error) => return Err(error),
        }
        closed?;
        // The note is a precaution; nothing keeps the practice from closing.
        match note {
            Ok(Some(note)) => note.keep(self.keyring()).await,
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "note outside how far the audit has come"),
        }
        Ok(())
    }

    /// Closes the database, moves everything into its main file and wipes the keys. Other clones are locked too.
    pub async fn close(&self) -> Result<()> {
        let live = self.shared.live.lock().await.take();
        match live {
            Some(live) => live.connection.close().await,
            None => Ok(()),
        }
    }

    /// Whether it was closed: by a lock, or because going on would have lost what was written next.
    pub async fn is_closed(&self) -> bool {
        self.shared.live.lock().await.is_none()
    }

    /// Refuses to go on while the records are not where they were opened: what is written into a file that was moved away
    /// or removed is lost. The screens hear of it, and again once the records are back.
    pub(crate) fn in_place(&self, live: &mut Live) -> Result<()> {
        let away = !live.connection.is_in_place();
        if std::mem::replace(&mut live.found.away, away) != away {
            self.tell(vec![Slice::Settings]);
        }
        if away { Err(Error::FolderGone) } else { Ok(()) }
    }

    /// Starts a change; it writes its audit entry when committed, and nothing when dropped.
    pub(crate) async fn change(&self, action: Action) -> Result<Change> {
        Change::begin(self, action).await
    }

    pub(crate) fn new_id(&self) -> Result<Uuid> {
        self.shared.ids.next(self.now())
    }

    /// Waits for the connection and settles what a dropped change left. Whoever has left the keyboard is locked out,
    /// even with a clone of the practice from before.
    pub(crate) async fn live(&self) -> Result<LiveGuard> {
        let mut guard = Arc::clone(&self.shared.live).lock_owned().await;
        let live = guard.as_mut().ok_or(Error::Locked)?;
        let seated = live.seat.as_ref().is_some_and(|seat| seat.session == self.actor.session);
        if !seated && !self.at_door {
            return Err(Error::Locked);
        }
        live.connection.settle().await?;
        self.look_for_damage(live).await;
        // The door still closes them.
        if !self.at_door {
            live.undamaged()?;
        }
        Ok(guard)
    }

    /// Writes the key file anew, for what stands on the door.
    pub(crate) async fn rewrite_vault(&self, change: impl FnOnce(&VaultFile) -> VaultFile) -> Result<()> {
        let _keys = self.keys().await;
        let mut guard = self.live().await?;
        let live = guard.as_mut().ok_or(Error::Locked)?;
        let vault = change(&live.vault);
        opening::write_vault(&self.shared.folder, &vault, &live.master, &mut live.connection).await?;
        live.vault = vault;
        Ok(())
    }

    pub(crate) fn tell(&self, slices: Vec<Slice>) {
        if slices.is_empty() {
            return;
        }
        // Nobody listening is fine: tests and the command line have no screens to redraw.
        drop(self.shared.changed.send(slices));
    }
}
