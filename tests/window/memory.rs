//! What the process behind the page still knows when the page has left.

use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::testing::PASSPHRASE;
use hegu_tests::memory::{count, memory_of};
use hegu_tests::window::{Machine, Seeded, Undriven, files_below};

/// In no word list and in no program, and never typed here.
const NAME: &str = "Zwickelwurz";
const CONTROL: u32 = 0xffe3;
const ENTER: u32 = 0xff0d;

/// How often the client's name stands in the memory of the pages, in the forms an engine writes.
fn times_named(pages: &[u32]) -> usize {
    let wide: Vec<u8> = NAME.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let memories = pages.iter().filter_map(|page| memory_of(*page).ok());
    memories.map(|memory| count(&memory, NAME.as_bytes()) + count(&memory, &wide)).sum()
}

/// Whether the program has the records open: it keeps a journal beside them then.
fn is_open(machine: &Machine) -> bool {
    let files = files_below(&machine.practice());
    files.iter().any(|(path, _)| path.extension() == Some("db-wal".as_ref()))
}

#[test]
fn what_a_page_knew_of_a_client_is_gone_with_its_process_after_the_lock_and_the_door_opens_again() {
    let machine = Machine::new();
    drop(Seeded::with(&machine, async |practice| {
        let client = ClientInput {
            given_name: "Ada".to_owned(),
            family_name: NAME.to_owned(),
            ..ClientInput::default()
        };
        let register = RegisterClient { client, despite_twins: true, draft: None };
        clients::register(&practice, register).await.map(drop)
    }));
    let window = Undriven::open(&machine);
    let all = || window.press(&[CONTROL, u32::from('a')]);
    let unlock = || {
        all();
        window.type_text(PASSPHRASE);
        window.press(&[ENTER]);
    };
    window.keep_trying(unlock, || is_open(&machine));
    let find = || {
        window.press(&[CONTROL, u32::from('k')]);
        all();
        window.type_text("ada");
    };
    window.keep_trying(find, || times_named(&window.pages()) > 0);
    window.press(&[CONTROL, u32::from('l')]);
    window.expect_of_pages(|pages| match (pages.len(), times_named(pages)) {
        (1, 0) => Ok(()),
        other => Err(format!("so many pages, naming the client so often: {other:?}")),
    });
    assert!(!is_open(&machine), "and the records are closed");
    window.keep_trying(unlock, || is_open(&machine));
}
