//! The calendar with a finger on the screen of a workstation: a held finger moves, a passing one scrolls, a tap opens.

use hegu_tests::window::{Machine, Window};

use crate::waiting;

/// A finger in the page, as the webview tells of one; the driver of this webview has a mouse only.
const FINGER: &str = r"
    const done = arguments[arguments.length - 1];
    const block = (who) => [...document.querySelectorAll('.ec-event')].find((one) => one.textContent.includes(who));
    const middle = (who) => {
        const { x, y, width, height } = block(who).getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
    };
    const finger = (type, { x, y }) => document.elementFromPoint(x, y).dispatchEvent(new PointerEvent(type,
        { clientX: x, clientY: y, pointerType: 'touch', pointerId: 7, isPrimary: true, bubbles: true, cancelable: true }));
    const lifted = () => new Promise((seen) => {
        const look = () => document.querySelector('.ec-preview') ? seen() : requestAnimationFrame(look);
        look();
    });
    const from = middle('Alice Whitford');
    const onto = middle('Alice Novak');
    const between = { x: from.x, y: (from.y + onto.y) / 2 };
";

#[test]
fn a_held_finger_moves_a_visit_a_passing_one_does_not_and_a_tap_opens_it() {
    let machine = Machine::new();
    let window = waiting::open_tomorrow(&machine);
    let whitford = window.whole_name("button", "Alice Whitford");
    // Whoever scrolls passes over the visits: the webview takes the finger for itself.
    with_a_finger(
        &window,
        "finger('pointerdown', from); finger('pointermove', between); finger('pointercancel', between); done();",
    );
    window.see("button", &whitford);
    with_a_finger(
        &window,
        "finger('pointerdown', from);
         lifted().then(() => { finger('pointermove', between); finger('pointerup', between); done(); });",
    );
    window.read("region", "Alice Whitford moved to 10:00");
    window.press("Control+Z");
    window.see("button", &whitford);
    with_a_finger(
        &window,
        "finger('pointerdown', from); finger('pointerup', from); document.elementFromPoint(from.x, from.y).click(); done();",
    );
    window.see("heading", "Alice Whitford");
    window.click("button", "Move to…");
    window.see("button", "Next free");
    assert_eq!(window.complaints(), [""; 0]);
}

fn with_a_finger(window: &Window<'_>, does: &str) {
    window.run_and_wait(&format!("{FINGER}{does}"));
}
