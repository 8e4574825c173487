use super::*;

/// The shape of a web article copied as plain text.
const ARTICLE: &str = "Needles for Knees: A Gentle Look

by | May 22, 2023

Knee pain is a common condition that affects many people. It’s often caused by “wear and tear”.

What Is Acupuncture?

Acupuncture involves inserting thin needles into specific points. It costs $5 * 2 and [1] is a note.

• warm the knee before walking
• rest it afterwards

Spherical Wellness

Feel Better

Book a session with us today!
";

#[test]
fn an_article_gives_title_date_headings_and_text() {
    let found = to_markdown(ARTICLE);
    assert_eq!(found.title.as_deref(), Some("Needles for Knees: A Gentle Look"));
    assert_eq!(found.author, None);
    assert_eq!(found.written.as_deref(), Some("2023-05-22"));
    assert!(found.byline_found, "the empty byline is there and can be pointed out");
    let expected =
        "Knee pain is a common condition that affects many people. It’s often caused by “wear and tear”.

## What Is Acupuncture?

Acupuncture involves inserting thin needles into specific points. It costs $5 * 2 and [1] is a note.

- warm the knee before walking
- rest it afterwards

Spherical Wellness

Feel Better

Book a session with us today!
";
    assert_eq!(found.markdown, expected);
}

#[test]
fn no_character_is_lost_and_markdown_misreads_nothing() {
    let cases = [
        "Plain line that goes on and on until it ends.",
        "# not a heading. * not a list. _not_ *italic* [not](a link) <b>not html</b> `not code`",
        "1986. A great year for needles.",
        "> quoted once, in a mail from a friend of ours.",
        "    indented, once upon a time, by a typewriter.",
        "[1]: https://example.org/source of the first claim.",
        "A\\B &amp; C &copy; D ~~E~~ {{client.name}} and | a | b |.",
        "---",
        "Name: ______ Date: ______ in blank spaces to fill in.",
    ];
    for text in cases {
        let found = to_markdown(text);
        assert_eq!(found.title, None, "{text}");
        let [Block::Paragraph(runs)] = &crate::markdown::parse(&found.markdown)[..] else {
            panic!("{text} became {:?}", crate::markdown::parse(&found.markdown));
        };
        assert_eq!(crate::model::plain(runs), text.trim(), "{}", found.markdown);
    }
}

#[test]
fn wrapped_lines_are_joined_and_wanted_lines_are_kept() {
    let wrapped = "A line that a mail program wrapped because it grew\ntoo long for its window.";
    let joined = to_markdown(wrapped).markdown;
    assert_eq!(joined, "A line that a mail program wrapped because it grew too long for its window.\n");
    let address = to_markdown("Willow Lane\n214 Cook Street\nVictoria").markdown;
    assert_eq!(address, "Willow Lane\\\n214 Cook Street\\\nVictoria\n");
}

#[test]
fn lists_with_numbers_keep_their_numbers() {
    let text = "Steps for each and every morning of the week:\n\n3. walk\n\n4. stretch\n\nA closing sentence that is long enough.";
    let expected = "Steps for each and every morning of the week:\n\n3. walk\n4. stretch\n\nA closing sentence that is long enough.\n";
    assert_eq!(to_markdown(text).markdown, expected);
}

#[test]
fn a_markdown_file_gives_up_its_head() {
    let text =
        "---\ntitle: \"Sleep\"\nauthor: Ines Marlow\ndate: 2026-03-03\n---\n\n## Tonight\n\nRest *well*.\n";
    let found = recognise_markdown(text);
    assert_eq!(found.title.as_deref(), Some("Sleep"));
    assert_eq!(found.author.as_deref(), Some("Ines Marlow"));
    assert_eq!(found.written.as_deref(), Some("2026-03-03"));
    assert_eq!(found.markdown, "## Tonight\n\nRest *well*.\n");
}

#[test]
fn a_markdown_file_without_head_gives_its_first_heading_and_byline() {
    let found = recognise_markdown("# *Sleep*\n\nby Ines Marlow | 3 March 2026\n\nRest.\n");
    assert_eq!(found.title.as_deref(), Some("Sleep"));
    assert_eq!(found.author.as_deref(), Some("Ines Marlow"));
    assert_eq!(found.written.as_deref(), Some("2026-03-03"));
    assert_eq!(found.markdown, "Rest.\n");
}

#[test]
fn front_matter_that_says_more_stays_in_the_text() {
    let text = "---\ntitle: Sleep\nwarning: call 911 when numb\n---\n\nRest.\n";
    let found = recognise_markdown(text);
    assert_eq!(found.title.as_deref(), Some("Sleep"));
    assert_eq!(found.markdown, text);
}

#[test]
fn an_empty_text_gives_nothing() {
    assert_eq!(to_markdown(" \n\n"), Recognised::default());
    assert_eq!(recognise_markdown(""), Recognised::default());
}
