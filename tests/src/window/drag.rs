//! A file dragged onto the window by another program, as the drag and drop of the desktop (XDND 5) has it.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT, CURRENT_TIME, NONE};

use super::frame::shown_windows;

/// How long the window may take to answer. Reached only by a test that fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program that the file is dragged from.
pub(super) struct Drag {
    connection: RustConnection,
    source: Window,
    target: Window,
    /// The middle of the target on the screen.
    at: (i16, i16),
    files: Vec<u8>,
}

impl Drag {
    /// Takes hold of a file, and has the window at the middle of the screen told that it is held over it.
    pub(super) fn over(screen: &str, file: &Path) -> Result<Self, Box<dyn Error>> {
        let (connection, number) = x11rb::connect(Some(screen))?;
        let root = connection.setup().roots.get(number).ok_or("no such screen")?.root;
        let source = connection.generate_id()?;
        connection.create_window(
            COPY_DEPTH_FROM_PARENT,
            source,
            root,
            -10,
            -10,
            1,
            1,
            0,
            WindowClass::INPUT_ONLY,
            COPY_FROM_PARENT,
            &CreateWindowAux::new(),
        )?;
        let aware = atom(&connection, "XdndAware")?;
        let mut target = None;
        for window in shown_windows(&connection, root)? {
            let known = connection.get_property(false, window, aware, AtomEnum::ATOM, 0, 1)?.reply()?;
            if known.value_len > 0 {
                target = Some(window);
            }
        }
        let target = target.ok_or("no window takes what is dropped")?;
        let size = connection.get_geometry(target)?.reply()?;
        let corner = connection.translate_coordinates(target, root, 0, 0)?.reply()?;
        let middle = |from: i16, length: u16| from.saturating_add_unsigned(length / 2);
        let at = (middle(corner.dst_x, size.width), middle(corner.dst_y, size.height));
        let files = format!("file://{}\r\n", file.display()).into_bytes();
        let drag = Self { connection, source, target, at, files };
        drag.connection.set_selection_owner(source, drag.atom("XdndSelection")?, CURRENT_TIME)?.check()?;
        let list = drag.atom("text/uri-list")?;
        drag.tell("XdndEnter", [5 << 24, list, NONE, NONE])?;
        drag.hold()?;
        Ok(drag)
    }

    /// Lets go of the file, and waits until the window has taken it.
    pub(super) fn drop(self) -> Result<(), Box<dyn Error>> {
        // The window answers only what it has looked at, and it looks when the file is held still over it.
        self.hold()?;
        self.tell("XdndDrop", [0, CURRENT_TIME, NONE, NONE])?;
        self.answer("XdndFinished").map(drop)
    }

    fn hold(&self) -> Result<(), Box<dyn Error>> {
        let (x, y) = (u32::from(self.at.0.cast_unsigned()), u32::from(self.at.1.cast_unsigned()));
        let copy = self.atom("XdndActionCopy")?;
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            self.tell("XdndPosition", [0, x << 16 | y, CURRENT_TIME, copy])?;
            if self.answer("XdndStatus")?[1] & 1 == 1 {
                return Ok(());
            }
        }
        Err("the window does not want the file".into())
    }

    /// Hands over the file's address when the window asks for it, until it sends this message.
    fn answer(&self, message: &str) -> Result<[u32; 5], Box<dyn Error>> {
        let wanted = self.atom(message)?;
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            match self.connection.poll_for_event()? {
                Some(Event::ClientMessage(said)) if said.type_ == wanted => return Ok(said.data.as_data32()),
                Some(Event::SelectionRequest(request)) => self.hand_over(&request)?,
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        }
        Err(format!("no {message}").into())
    }

    fn hand_over(&self, request: &SelectionRequestEvent) -> Result<(), Box<dyn Error>> {
        let SelectionRequestEvent { requestor, selection, target, property, time, .. } = *request;
        self.connection.change_property8(PropMode::REPLACE, requestor, property, target, &self.files)?;
        let notify = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time,
            requestor,
            selection,
            target,
            property,
        };
        self.connection.send_event(false, requestor, EventMask::NO_EVENT, notify)?.check()?;
        Ok(())
    }

    fn tell(&self, message: &str, [first, second, third, fourth]: [u32; 4]) -> Result<(), Box<dyn Error>> {
        let data = [self.source, first, second, third, fourth];
        let message = ClientMessageEvent::new(32, self.target, self.atom(message)?, data);
        self.connection.send_event(false, self.target, EventMask::NO_EVENT, message)?.check()?;
        Ok(())
    }

    fn atom(&self, name: &str) -> Result<Atom, Box<dyn Error>> {
        atom(&self.connection, name)
    }
}

fn atom(connection: &RustConnection, name: &str) -> Result<Atom, Box<dyn Error>> {
    Ok(connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
}
