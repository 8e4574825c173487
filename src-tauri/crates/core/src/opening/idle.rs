//! How long nobody has done anything, and what follows. A pure rule: whoever asks brings the instants.

use crate::settings::LockSettings;

const MINUTE: i64 = 60 * 1000;

/// One moment on two clocks, in milliseconds: one that also runs while the computer sleeps and is never set, and the
/// one on the wall. Whoever sets the wall clock back must not keep a screen open, and a sleep counts as idle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instants {
    /// Since the computer was started, sleep included.
    pub running: i64,
    /// On the wall (UTC milliseconds).
    pub wall: i64,
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Nothing yet.
    Nothing,
    /// The screen is covered, and the keyboard has to be taken again.
    Rest,
    /// The records are closed and the keys wiped.
    Lock,
}

/// What is due when somebody last did something at `since` and it is `now`.
pub fn due(since: Instants, now: Instants, settings: &LockSettings) -> Due {
    let idle = (now.running - since.running).max(now.wall - since.wall);
    if idle >= i64::from(settings.lock_minutes) * MINUTE {
        Due::Lock
    } else if idle >= i64::from(settings.rest_minutes) * MINUTE {
        Due::Rest
    } else {
        Due::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_of_two_clocks_counts() {
        let settings = LockSettings { rest_minutes: 5, lock_minutes: 60, version: 1 };
        let since = Instants { running: 1_000_000, wall: 50_000_000 };
        let after = |running: i64, wall: i64| {
            let now =
                Instants { running: since.running + running * MINUTE, wall: since.wall + wall * MINUTE };
            due(since, now, &settings)
        };
        for (running, wall, expected, why) in [
            (4, 4, Due::Nothing, "not yet"),
            (5, 5, Due::Rest, "to the minute"),
            (60, 60, Due::Lock, "an hour"),
            (5, -600, Due::Rest, "the wall clock was put back"),
            (0, 480, Due::Lock, "the computer slept, and its own clock with it"),
            (0, 0, Due::Nothing, "just now"),
        ] {
            assert_eq!(after(running, wall), expected, "{why}");
        }
    }
}
