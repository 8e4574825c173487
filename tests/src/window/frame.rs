//! What a person does with the window itself: its cross, and the keyboard that it has or has not.

use std::error::Error;

use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConfigureWindowAux, ConnectionExt, EventMask, InputFocus, MapState, Window,
};
use x11rb::rust_connection::RustConnection;

/// Asks every window that can be seen on the screen to close, as a window manager does. The driver's own way of
/// closing a window kills the program, which is another thing.
pub(super) fn press_cross(screen: &str) -> Result<(), Box<dyn Error>> {
    let (connection, number) = x11rb::connect(Some(screen))?;
    let root = connection.setup().roots.get(number).ok_or("no such screen")?.root;
    let atom =
        |name: &str| Ok::<_, Box<dyn Error>>(connection.intern_atom(false, name.as_bytes())?.reply()?.atom);
    let (protocols, close) = (atom("WM_PROTOCOLS")?, atom("WM_DELETE_WINDOW")?);
    let mut asked = 0;
    for window in shown_windows(&connection, root)? {
        let known = connection.get_property(false, window, protocols, AtomEnum::ATOM, 0, 16)?.reply()?;
        let listens = known.value32().is_some_and(|mut atoms| atoms.any(|atom| atom == close));
        if listens {
            let message = ClientMessageEvent::new(32, window, protocols, [close, CURRENT_TIME, 0, 0, 0]);
            connection.send_event(false, window, EventMask::NO_EVENT, message)?.check()?;
            asked += 1;
        }
    }
    if asked == 0 { Err("no window is there".into()) } else { Ok(()) }
}

/// The windows that can be seen, lowest first.
pub(super) fn shown_windows(
    connection: &RustConnection,
    root: Window,
) -> Result<Vec<Window>, Box<dyn Error>> {
    let mut shown = Vec::new();
    for window in connection.query_tree(root)?.reply()?.children {
        if connection.get_window_attributes(window)?.reply()?.map_state == MapState::VIEWABLE {
            shown.push(window);
        }
    }
    Ok(shown)
}

/// Makes the window as large as a person who drags its corner.
pub(super) fn resize(screen: &str, width: u32, height: u32) -> Result<(), Box<dyn Error>> {
    let (connection, number) = x11rb::connect(Some(screen))?;
    let root = connection.setup().roots.get(number).ok_or("no such screen")?.root;
    let window = shown_windows(&connection, root)?.pop().ok_or("no window is there")?;
    let size = ConfigureWindowAux::new().width(width).height(height);
    connection.configure_window(window, &size)?.check()?;
    Ok(())
}

/// Takes the keyboard from every window, as when the person works with another program.
pub(super) fn take_keyboard(screen: &str) -> Result<(), Box<dyn Error>> {
    let (connection, _) = x11rb::connect(Some(screen))?;
    connection.set_input_focus(InputFocus::NONE, x11rb::NONE, CURRENT_TIME)?.check()?;
    Ok(())
}

/// Whether a window has the keyboard.
pub(super) fn has_keyboard(screen: &str) -> Result<bool, Box<dyn Error>> {
    let (connection, _) = x11rb::connect(Some(screen))?;
    let focus = connection.get_input_focus()?.reply()?.focus;
    // None and "wherever the pointer is" are the two small numbers.
    Ok(focus > 1)
}
