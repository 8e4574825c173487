//! The cross of the window. The driver's own way of closing a window kills the program, which is another thing.

use std::error::Error;

use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState};

/// Asks every window that can be seen on the screen to close, as a window manager does.
pub(super) fn press_cross(screen: &str) -> Result<(), Box<dyn Error>> {
    let (connection, number) = x11rb::connect(Some(screen))?;
    let root = connection.setup().roots.get(number).ok_or("no such screen")?.root;
    let atom =
        |name: &str| Ok::<_, Box<dyn Error>>(connection.intern_atom(false, name.as_bytes())?.reply()?.atom);
    let (protocols, close) = (atom("WM_PROTOCOLS")?, atom("WM_DELETE_WINDOW")?);
    let mut asked = 0;
    for window in connection.query_tree(root)?.reply()?.children {
        let seen = connection.get_window_attributes(window)?.reply()?.map_state == MapState::VIEWABLE;
        let known = connection.get_property(false, window, protocols, AtomEnum::ATOM, 0, 16)?.reply()?;
        let listens = known.value32().is_some_and(|mut atoms| atoms.any(|atom| atom == close));
        if seen && listens {
            let message = ClientMessageEvent::new(32, window, protocols, [close, CURRENT_TIME, 0, 0, 0]);
            connection.send_event(false, window, EventMask::NO_EVENT, message)?.check()?;
            asked += 1;
        }
    }
    if asked == 0 { Err("no window is there".into()) } else { Ok(()) }
}
