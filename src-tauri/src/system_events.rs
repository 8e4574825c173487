//! What the operating system says about whoever sits there: the screen was locked, somebody else logged in, the
//! computer is about to sleep.
//!
//! On Linux logind says it on the system's bus, and screen savers on the session's. Without a bus nothing is heard, and
//! the idle time does the work. Before a sleep the records are closed: logind waits for whoever holds a delay, which we
//! do until they are.

use std::pin::Pin;

use tokio::task::JoinSet;
use zbus::export::futures_core::Stream;
use zbus::message::Type;
use zbus::{Connection, MatchRule, Message, MessageStream};

use crate::session::Shell;

/// A signal we act on: its interface, its name, and what it means.
type Signal = (&'static str, &'static str, Meaning);

#[derive(Debug, Clone, Copy)]
enum Meaning {
    /// Whatever it carries.
    Always,
    /// When it carries true.
    WhenTrue,
}

/// The system's bus: the session was locked.
const LOGIND: [Signal; 1] = [("org.freedesktop.login1.Session", "Lock", Meaning::Always)];

/// The session's bus: the screen saver of the desktop came on.
const SCREEN_SAVERS: [Signal; 4] = [
    ("org.freedesktop.ScreenSaver", "ActiveChanged", Meaning::WhenTrue),
    ("org.gnome.ScreenSaver", "ActiveChanged", Meaning::WhenTrue),
    ("org.cinnamon.ScreenSaver", "ActiveChanged", Meaning::WhenTrue),
    ("org.mate.ScreenSaver", "ActiveChanged", Meaning::WhenTrue),
];

/// Listens for as long as the program runs.
pub(crate) async fn listen(shell: Shell) {
    let mut ears = JoinSet::new();
    if let Ok(system) = Connection::system().await {
        for signal in LOGIND {
            ears.spawn(rest_at(shell.clone(), system.clone(), signal));
        }
        ears.spawn(rest_when_switched(shell.clone(), system.clone()));
        ears.spawn(lock_before_sleep(shell.clone(), system));
    }
    if let Ok(session) = Connection::session().await {
        for signal in SCREEN_SAVERS {
            ears.spawn(rest_at(shell.clone(), session.clone(), signal));
        }
    }
    while let Some(ended) = ears.join_next().await {
        if let Ok(Err(error)) = ended {
            tracing::warn!(%error, "the system's signals are not heard");
        }
    }
}

async fn rest_at(shell: Shell, bus: Connection, (interface, member, meaning): Signal) -> zbus::Result<()> {
    let mut signals = signals(&bus, interface, member).await?;
    while let Some(message) = next(&mut signals).await {
        let counts = match meaning {
            Meaning::Always => true,
            Meaning::WhenTrue => message.body().deserialize::<bool>().unwrap_or(true),
        };
        if counts {
            shell.ask_to_rest();
        }
    }
    Ok(())
}

/// Another account took the screen: logind says that our session is not the active one any more.
async fn rest_when_switched(shell: Shell, bus: Connection) -> zbus::Result<()> {
    use std::collections::HashMap;
    use zbus::zvariant::Value;
    type Changed<'a> = (&'a str, HashMap<&'a str, Value<'a>>, Vec<&'a str>);
    let mut signals = signals(&bus, "org.freedesktop.DBus.Properties", "PropertiesChanged").await?;
    while let Some(message) = next(&mut signals).await {
        let body = message.body();
        let Ok((interface, changed, _)) = body.deserialize::<Changed<'_>>() else { continue };
        let left = matches!(changed.get("Active"), Some(Value::Bool(false)));
        if interface == "org.freedesktop.login1.Session" && left {
            shell.ask_to_rest();
        }
    }
    Ok(())
}

async fn lock_before_sleep(shell: Shell, bus: Connection) -> zbus::Result<()> {
    let mut signals = signals(&bus, "org.freedesktop.login1.Manager", "PrepareForSleep").await?;
    let mut delay = hold_sleep(&bus).await;
    while let Some(message) = next(&mut signals).await {
        if message.body().deserialize::<bool>().unwrap_or(true) {
            shell.lock_with_the_page().await;
            // The sleep goes on as soon as nobody holds it.
            drop(delay.take());
        } else {
            delay = hold_sleep(&bus).await;
        }
    }
    Ok(())
}

/// Asks logind to wait for us before a sleep; nothing where there is no logind.
async fn hold_sleep(bus: &Connection) -> Option<zbus::zvariant::OwnedFd> {
    let words = ("sleep", "Hegu", "The records are closed first", "delay");
    let manager = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager");
    let answer =
        bus.call_method(Some(manager.0), manager.1, Some(manager.2), "Inhibit", &words).await.ok()?;
    answer.body().deserialize::<zbus::zvariant::OwnedFd>().ok()
}

async fn signals(
    bus: &Connection,
    interface: &'static str,
    member: &'static str,
) -> zbus::Result<MessageStream> {
    let rule = MatchRule::builder().msg_type(Type::Signal).interface(interface)?.member(member)?.build();
    MessageStream::for_match_rule(rule, bus, None).await
}

/// The next message, or nothing when the bus is gone.
async fn next(stream: &mut MessageStream) -> Option<Message> {
    loop {
        let polled = std::future::poll_fn(|context| Pin::new(&mut *stream).poll_next(context)).await?;
        if let Ok(message) = polled {
            return Some(message);
        }
    }
}
