//! What a person does with the window itself: its cross, its menu bar, and the keyboard that it has or has not.

use std::error::Error;

use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ClientMessageEvent, ConfigureWindowAux,
    ConnectionExt, EventMask, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, Keysym, MOTION_NOTIFY_EVENT,
    MapState, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
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

/// Presses keys of the keyboard itself, each after the other, and lets go of them. The driver's keys go straight to the
/// page; these go to the window, whose menu bar hears them first.
pub(super) fn press_keys(screen: &str, chord: &[Keysym]) -> Result<(), Box<dyn Error>> {
    let (connection, number) = x11rb::connect(Some(screen))?;
    let setup = connection.setup();
    let root = setup.roots.get(number).ok_or("no such screen")?.root;
    let window = shown_windows(&connection, root)?.pop().ok_or("no window is there")?;
    connection.set_input_focus(InputFocus::PARENT, window, CURRENT_TIME)?.check()?;
    let (first, last) = (setup.min_keycode, setup.max_keycode);
    let known = connection.get_keyboard_mapping(first, last - first + 1)?.reply()?;
    let per_key = usize::from(known.keysyms_per_keycode);
    let code = |wanted: &Keysym| -> Result<u8, Box<dyn Error>> {
        let at = known.keysyms.chunks(per_key).position(|symbols| symbols.first() == Some(wanted));
        Ok(first + u8::try_from(at.ok_or("no such key")?)?)
    };
    let codes = chord.iter().map(code).collect::<Result<Vec<_>, _>>()?;
    let down = codes.iter().map(|code| (KEY_PRESS_EVENT, *code));
    let up = codes.iter().rev().map(|code| (KEY_RELEASE_EVENT, *code));
    for (kind, code) in down.chain(up) {
        connection.xtest_fake_input(kind, code, CURRENT_TIME, root, 0, 0, 0)?.check()?;
    }
    Ok(())
}

/// Moves the mouse to a place on the page, which is so high and lies below the menu bar, and presses its right button.
pub(super) fn press_right_button(
    screen: &str,
    (x, y): (f64, f64),
    page_height: f64,
) -> Result<(), Box<dyn Error>> {
    const RIGHT: u8 = 3;
    let (connection, number) = x11rb::connect(Some(screen))?;
    let root = connection.setup().roots.get(number).ok_or("no such screen")?.root;
    let window = shown_windows(&connection, root)?.pop().ok_or("no window is there")?;
    let frame = connection.get_geometry(window)?.reply()?;
    let below_the_bar = f64::from(frame.height) - page_height + y;
    let at = |from: i16, by: f64| from + num_of_pixels(by);
    let (x, y) = (at(frame.x, x), at(frame.y, below_the_bar));
    for (kind, button) in
        [(MOTION_NOTIFY_EVENT, 0), (BUTTON_PRESS_EVENT, RIGHT), (BUTTON_RELEASE_EVENT, RIGHT)]
    {
        connection.xtest_fake_input(kind, button, CURRENT_TIME, root, x, y, 0)?.check()?;
    }
    Ok(())
}

/// A screen has fewer than 32,000 pixels each way.
#[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
fn num_of_pixels(length: f64) -> i16 {
    length.round() as i16
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
