//! How quickly the real window answers (`make bench`): from a key to the paint while a note is typed, and from a
//! choice to the new page while a sheet is shown. Measured in the page, asserted nowhere; the goals stand beside. The
//! program is built as it ships.

use std::error::Error;
use std::io::Write;

use hegu_core::clients::{self, ClientInput, RegisterClient};
use hegu_core::testing::PASSPHRASE;
use hegu_tests::full_clinic;
use hegu_tests::goals::{goal, percentile};
use hegu_tests::window::{Machine, Seeded, Window};

const KEYS: &str =
    "Dull ache across the low back since Tuesday, worse on sitting, easier after walking. Sleep is broken.";
/// As many as a slow computer draws before the driver gives a script up.
const REDRAWS: usize = 60;
/// From one day to another.
const STEPS: usize = 30;

/// Notes for every key how long it took until the page with its letter was painted.
const LISTEN_TO_KEYS: &str = "
    window.took = [];
    addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => window.took.push(performance.now() - timeStamp);
        painted.port2.postMessage(null);
    }), true);";

/// Chooses the other text size again and again, and notes how long it took until the new page stood there.
const REDRAW: &str = "
    const [again, done] = [REDRAWS, arguments[arguments.length - 1]];
    const painted = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    const sizes = [...document.querySelectorAll('input[type=radio]')].filter((radio) =>
        ['12', '14'].includes(radio.closest('label')?.textContent.trim()));
    const replaced = () => new Promise((go) => {
        const watch = new MutationObserver((changes) => {
            const drawn = changes.some(({ addedNodes }) => [...addedNodes].some((node) => node.nodeName === 'CANVAS'));
            if (drawn) { watch.disconnect(); go(); }
        });
        watch.observe(document.body, { childList: true, subtree: true });
    });
    (async () => {
        const took = [];
        for (let turn = 0; turn < again; turn++) {
            const drawn = replaced();
            const begun = performance.now();
            sizes.find((radio) => !radio.checked).click();
            await drawn;
            took.push(performance.now() - begun);
            await painted();
        }
        done(took);
    })();";

/// Steps from one full day to the next and back, and notes how long it took until all bookings of it were painted.
const STEP: &str = "
    const [all, again, done] = [ALL, AGAIN, arguments[arguments.length - 1]];
    const painted = () => new Promise((go) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = go;
        channel.port2.postMessage(null);
    }));
    const blocks = () => [...document.querySelectorAll('[data-booking]')].map((block) => block.dataset.booking);
    const button = (label) => document.querySelector(`button[aria-label=\"${label}\"]`);
    (async () => {
        const took = [];
        for (let turn = 0; turn < again; turn++) {
            const before = new Set(blocks());
            const begun = performance.now();
            button(turn % 2 ? 'Previous day' : 'Next day').click();
            for (;;) {
                await painted();
                const now = blocks();
                if (now.length === all && !now.some((id) => before.has(id))) break;
            }
            took.push(performance.now() - begun);
        }
        done(took);
    })();";

fn main() -> Result<(), Box<dyn Error>> {
    let machine = Machine::new();
    drop(Seeded::with(&machine, async |practice| {
        let client = ClientInput { given_name: "Margaret".to_owned(), ..ClientInput::default() };
        clients::register(&practice, RegisterClient { client, despite_twins: true, draft: None })
            .await
            .map(drop)
    }));
    let window = Window::open(&machine);
    window.fill("textbox", "Passphrase", PASSPHRASE);
    window.press("Enter");
    window.see("link", "Handouts");
    let keys = while_typing(&window);
    let redraws = while_choosing(&window);
    drop(window);
    let days = while_stepping();
    let mut out = std::io::stdout().lock();
    writeln!(out, "in the window               median ms      p95 ms      p99 ms")?;
    let measured = [
        ("key to paint in a note", keys, 50.0),
        ("redraw of a page", redraws, 100.0),
        ("a day of 120 bookings", days, 100.0),
    ];
    for (name, took, _) in &measured {
        let [middle, slow, slowest] = [50, 95, 99].map(|percent| percentile(took, percent));
        writeln!(out, "{name:<24}{middle:>13.1}{slow:>12.1}{slowest:>12.1}  of {}", took.len())?;
    }
    for (name, took, most) in &measured {
        writeln!(out, "{}", goal(&format!("{name}, p95"), *most, "ms", percentile(took, 95)))?;
    }
    Ok(())
}

fn while_typing(window: &Window<'_>) -> Vec<f64> {
    window.press("Control+K");
    window.type_text("margaret");
    window.read("option", "Margaret");
    window.press("Enter");
    window.click("button", "New note");
    window.click("textbox", "S Complaint");
    window.run(LISTEN_TO_KEYS);
    for key in KEYS.chars() {
        window.type_text(&key.to_string());
    }
    window.rest();
    times(&window.run("return window.took"))
}

fn while_choosing(window: &Window<'_>) -> Vec<f64> {
    window.click("link", "Handouts");
    window.read("img", "");
    times(&window.run_and_wait(&REDRAW.replace("REDRAWS", &REDRAWS.to_string())))
}

fn while_stepping() -> Vec<f64> {
    let machine = Machine::new();
    drop(Seeded::with(&machine, async |practice| {
        full_clinic::clinic(&practice).await?;
        full_clinic::book(&practice, full_clinic::BUSY, "date('now', '+1 day')", 2).await
    }));
    let window = Window::open(&machine);
    window.click("radio", &window.whole_name("radio", "Ines Marlow"));
    window.fill("textbox", "Passphrase", PASSPHRASE);
    window.press("Enter");
    window.click("link", "Calendar");
    window.click("button", "Next day");
    window.read("button", "Client");
    let all = (full_clinic::PEOPLE * full_clinic::BUSY).to_string();
    times(&window.run_and_wait(&STEP.replace("ALL", &all).replace("AGAIN", &STEPS.to_string())))
}

fn times(took: &serde_json::Value) -> Vec<f64> {
    took.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect()
}
