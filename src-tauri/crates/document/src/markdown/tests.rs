use proptest::prelude::*;

use super::{parse, print};
use crate::model::{Align, Block, CalloutKind, Dots, Item, Run, Table};

fn text(text: &str) -> Run {
    Run::Text(text.to_owned())
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![text(words)])
}

fn item(ticked: Option<bool>, words: &str) -> Item {
    Item { ticked, blocks: vec![paragraph(words)] }
}

#[test]
fn the_subset_is_read() {
    let cases: Vec<(&str, Vec<Block>)> = vec![
        ("## This week", vec![Block::Heading { level: 2, runs: vec![text("This week")] }]),
        ("This week\n---------", vec![Block::Heading { level: 2, runs: vec![text("This week")] }]),
        (
            "a **b** *c*\\\nd",
            vec![Block::Paragraph(vec![
                text("a "),
                Run::Bold(vec![text("b")]),
                text(" "),
                Run::Italic(vec![text("c")]),
                Run::LineBreak,
                text("d"),
            ])],
        ),
        (
            "3. walk\n4. rest",
            vec![Block::List {
                ordered: true,
                start: 3,
                columns: false,
                items: vec![item(None, "walk"), item(None, "rest")],
            }],
        ),
        (
            "> [!WARNING]\n> Call 911",
            vec![Block::Callout { kind: CalloutKind::Warning, blocks: vec![paragraph("Call 911")] }],
        ),
        ("> Maggie", vec![Block::Callout { kind: CalloutKind::Quote, blocks: vec![paragraph("Maggie")] }]),
        ("a\n\n***\n\n\\newpage\n\nb", vec![paragraph("a"), Block::Rule, Block::PageBreak, paragraph("b")]),
        (
            "<https://nice.org.uk>",
            vec![Block::Paragraph(vec![Run::Link {
                to: "https://nice.org.uk".to_owned(),
                runs: vec![text("https://nice.org.uk")],
            }])],
        ),
        (
            "Zusanli ST36 足三里",
            vec![Block::Paragraph(vec![
                text("Zusanli "),
                Run::Point { code: "ST36".to_owned(), han: "足三里".to_owned() },
            ])],
        ),
    ];
    for (markdown, blocks) in cases {
        assert_eq!(parse(markdown), blocks, "{markdown}");
    }
}

#[test]
fn our_own_lines_are_read() {
    let dots = |filled, caption: &str| Dots { filled, total: 100, caption: caption.to_owned() };
    let small = vec![text("Written by "), Run::Bold(vec![text("Ines")]), text(".")];
    let qr = Block::Qr { to: "https://a.org/b".to_owned(), caption: "Book a visit".to_owned() };
    let cases: Vec<(&str, Vec<Block>)> = vec![
        ("{lines 3 My goal}", vec![Block::Lines { label: "My goal".to_owned(), count: 3 }]),
        ("{lines 1}", vec![Block::Lines { label: String::new(), count: 1 }]),
        (
            "{dots 48/100 real}\n{dots 27/100 usual}\n\n{dots 0/100}",
            vec![Block::Dots(vec![dots(48, "real"), dots(27, "usual")]), Block::Dots(vec![dots(0, "")])],
        ),
        ("> {qr https://a.org/b Book a visit}", vec![quote(qr)]),
        ("{small Written by **Ines**.}", vec![Block::Small(small)]),
        (
            "{columns}\n\n- a",
            vec![Block::List { ordered: false, start: 1, columns: true, items: vec![item(None, "a")] }],
        ),
    ];
    for (markdown, blocks) in cases {
        assert_eq!(parse(markdown), blocks, "{markdown}");
        assert_eq!(print(&blocks), format!("{markdown}\n"));
    }
}

fn quote(block: Block) -> Block {
    Block::Callout { kind: CalloutKind::Quote, blocks: vec![block] }
}

#[test]
fn tables_pictures_boxes_references_and_remarks_are_read() {
    let cell = |words: &str| vec![text(words)];
    let table = Table {
        columns: vec![Align::None, Align::Right],
        head: vec![cell("Harm"), cell("How often")],
        rows: vec![vec![cell("A bruise"), cell("6 | 100")], vec![cell("Other"), vec![]]],
        ..Table::default()
    };
    let source = |label: &str, words: &str| Block::Source { label: label.to_owned(), runs: cell(words) };
    let list = |items| Block::List { ordered: false, start: 1, columns: false, items };
    let cases: Vec<(&str, Vec<Block>)> = vec![
        ("| Harm | How often |\n|---|--:|\n| A bruise | 6 \\| 100 |\n| Other | |", vec![Block::Table(table)]),
        (
            "![Where to press](point.png)",
            vec![Block::Picture { name: "point.png".to_owned(), shows: "Where to press".to_owned() }],
        ),
        (
            "- [ ] walk\n- [x] rest\n- \\[ ] typed",
            vec![list(vec![item(Some(false), "walk"), item(Some(true), "rest"), item(None, "[ ] typed")])],
        ),
        (
            "It helped.[^1]\n\n[^1]: Haake 2007.\n\n[^b]: NICE 2016.",
            vec![
                Block::Paragraph(vec![text("It helped."), Run::Reference("1".to_owned())]),
                source("1", "Haake 2007."),
                source("b", "NICE 2016."),
            ],
        ),
        (
            "<!-- a remark -->\n\nWords. <!-- another -->",
            vec![
                Block::Remark(" a remark ".to_owned()),
                Block::Paragraph(vec![text("Words. "), Run::Remark(" another ".to_owned())]),
            ],
        ),
    ];
    for (markdown, blocks) in cases {
        assert_eq!(parse(markdown), blocks, "{markdown}");
        assert_eq!(print(&blocks), format!("{markdown}\n"));
    }
    let remark = Block::Remark(" why ".to_owned());
    let lines = Block::Lines { label: "Goal".to_owned(), count: 1 };
    assert_eq!(parse("{lines 1 Goal} <!-- why -->"), [lines, remark.clone()], "behind one of our lines");
    assert_eq!(parse("{small a} <!-- why -->"), [Block::Small(vec![text("a")]), remark]);
    assert_eq!(parse("[^1]: a\n[^2]: b"), [source("1", "a"), source("2", "b")], "each on its own line");
}

#[test]
fn what_is_not_in_the_subset_stays_as_typed() {
    let cases = [
        "a <b>bold</b> word",
        "`code` and ``more `code` ``",
        "![a needle](needle.png) among words",
        "![a needle](needle.png \"title\")",
        "[with a title](https://example.org \"title\")",
        "[1]: https://example.org/first",
        "~~gone~~ and - [ ] undone",
        "{lines many}",
        "{dots 5/4 too many}",
        "{dots 1/101 too many}",
        "{qr javascript:alert}",
        "{columns}",
        "{small}",
        "a line: {lines 2 Goal}",
        "<!-- a remark --> before words",
        "| a | b |",
    ];
    for markdown in cases {
        assert_eq!(parse(markdown), [paragraph(markdown)], "{markdown}");
    }
}

#[test]
fn typed_blocks_keep_their_lines() {
    let lines = |lines: &[&str]| {
        let mut runs = Vec::new();
        for line in lines {
            if !runs.is_empty() {
                runs.push(Run::LineBreak);
            }
            runs.push(text(line));
        }
        vec![Block::Paragraph(runs)]
    };
    assert_eq!(parse("```\nlet x;\n```"), lines(&["```", "let x;", "```"]));
    assert_eq!(parse("<div>\nhi\n</div>"), lines(&["<div>", "hi", "</div>"]));
    // The head has two columns, so a third cell would be lost.
    let table = ["| a | b |", "|---|---|", "| 1 | 2 | é |"];
    assert_eq!(parse(&table.join("\n")), lines(&table));
}

#[test]
fn references_stay_beside_their_definitions() {
    let markdown = "It helped.[1]\n\n[1]: https://example.org/a\n[1]: https://example.org/b\n";
    let expected =
        vec![paragraph("It helped.[1]"), paragraph("[1]: https://example.org/a [1]: https://example.org/b")];
    assert_eq!(parse(markdown), expected);
}

#[test]
fn plain_words_are_printed_without_escapes() {
    let cases = [
        "5 * 3 = 15, snake_case, $5, [1], a & b, 50% <now>.\n",
        "- one\n- two\n  - three\n",
        "1. one\n2. two\n",
        "> [!WARNING]\n> ## Call 911\n>\n> - numb skin\n",
        "**bold** and *italic* and ***both***\n",
        "Name: ______\n",
        "{{client.first_name}}\n",
    ];
    for markdown in cases {
        assert_eq!(print(&parse(markdown)), markdown);
    }
}

#[test]
fn nesting_without_end_is_kept_as_text() {
    for markdown in
        [">".repeat(20_000), "- ".repeat(5_000) + "x", "*".repeat(20_000) + "x", "[".repeat(20_000)]
    {
        let blocks = parse(&markdown);
        assert_eq!(parse(&print(&blocks)), blocks);
    }
}

/// Pieces from which strange Markdown is made.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "*",
        "**",
        "_",
        "__",
        "`",
        "```\n",
        "~~~",
        "[",
        "]",
        "(",
        ")",
        "](u)",
        "\n",
        "\n\n",
        "\n    ",
        "> ",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "7) ",
        "0. ",
        "# ",
        "###### ",
        "#",
        "<b>",
        "</b>",
        "<div>",
        "<",
        ">",
        "&amp;",
        "&#32;",
        "&#10;",
        "&",
        ";",
        "\\",
        "\\\n",
        " ",
        "  ",
        "\t",
        "é",
        "é",
        "é é",
        "ST36 足三里",
        "足",
        "\n[é]: /u\n",
        "[é]",
        "![",
        "|",
        "\n---\n",
        "\n===\n",
        "{{a.b}}",
        "> [!NOTE]\n",
        "[!WARNING]",
        "\\newpage",
        "\r\n",
        "\0",
        "<https://é.org>",
        "!",
        "\"",
        "'",
        ".",
        "12345678901",
        "\u{A0}",
        "\u{200B}",
        "~",
        "=",
        "+",
        ":",
        "|-|\n",
        "www.é.org",
        "{lines 2 é}",
        "{dots 1/2 é}",
        "{columns}",
        "{small é",
        "}",
        "{qr https://é.org é}",
        "[^é]",
        "\n[^é]: é",
        "[ ] ",
        "[x] é",
        "<!-- é -->",
        "} <!--é-->",
        "<!--",
        "-->",
        "| é | é |\n|:-:|--:|\n",
        "\n| é |\n",
        "![é](é)",
        "a@é.org",
        "\u{B}",
        "\u{C}",
    ])
}

fn markdown() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_reads_back_the_same(text in markdown()) {
        let blocks = parse(&text);
        let printed = print(&blocks);
        prop_assert_eq!(parse(&printed), blocks, "{}", printed);
    }

    #[test]
    fn no_letter_is_dropped(text in markdown()) {
        let kept = format!("{:?}", parse(&text));
        let count = |text: &str| text.matches(['é', '足']).count();
        prop_assert!(count(&kept) >= count(&text), "{:?}", kept);
    }
}
