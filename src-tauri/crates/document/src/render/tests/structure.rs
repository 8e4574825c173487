use lopdf::Object;

use super::reader::Reader;
use super::*;

const SHEET: &str = "> Maggie, keep the knee rolls.

### What helps

Keep *moving*.

1. Walk.
2. Rest.

> [!WARNING]
> # Call 911
>
> - numb skin
";

#[test]
fn a_screen_reader_finds_headings_lists_and_callouts_in_order() {
    let pdf = render(&document("Back pain", SHEET), &sheet()).unwrap();
    let shape = Reader::new(&pdf.bytes).tree().shape();
    let expected = "Document(P P P H1 BlockQuote(P) H2 P L(LI(Lbl LBody(P)) LI(Lbl LBody(P))) \
                    Div(H2 L(LI(Lbl LBody(P)))) P)";
    assert_eq!(shape, expected);
}

#[test]
fn the_letterhead_is_read_first_and_the_footer_once_at_the_end() {
    let long = "A paragraph of some length.\n\n".repeat(60);
    let pdf = render(&document("Back pain", &long), &sheet()).unwrap();
    assert!(pdf.pages > 1);
    let reader = Reader::new(&pdf.bytes);
    let text = reader.tree().text;
    assert!(text.starts_with("Willow Lane Acupuncture214 Cook Street"), "{text}");
    assert!(text.ends_with("Back pain and acupuncture, version 3"), "{text}");
    assert_eq!(text.matches("version 3").count(), 1);
    let last = format!("Page {0} of {0}", pdf.pages);
    assert!(reader.artifacts.last().unwrap().contains(&last), "{:?}", reader.artifacts);
}

#[test]
fn addresses_can_be_clicked_and_a_screen_reader_finds_them_in_their_sentence() {
    let text = "Read [the guideline](https://www.nice.org.uk/ng59), write to [a@b.org](mailto:a@b.org) or see http://c.org/d.";
    let pdf = render(&document("", text), &Sheet::default()).unwrap();
    let reader = Reader::new(&pdf.bytes);
    let tree = reader.tree();
    assert_eq!(tree.shape(), "Document(P(Link Span Link Span Link Span))");
    let said = "the guideline (https://www.nice.org.uk/ng59)";
    assert_eq!(tree.kids[0].text, format!("Read {said}, write to a@b.org or see http://c.org/d."));
    assert_eq!(tree.kids[0].kids[0].text, said);
    let link = |to: &str, said: &str| (to.to_owned(), said.to_owned());
    let expected = [
        link("https://www.nice.org.uk/ng59", said),
        link("mailto:a@b.org", "a@b.org"),
        link("http://c.org/d", "http://c.org/d"),
    ];
    assert_eq!(reader.links(), expected);
}

#[test]
fn an_address_that_runs_something_stays_text() {
    let text = "[Do not](javascript:alert) [open](file:///etc/passwd) [this](data:text/html,a).";
    let pdf = render(&document("", text), &Sheet::default()).unwrap();
    let reader = Reader::new(&pdf.bytes);
    assert_eq!(reader.links(), []);
    assert_eq!(reader.tree().shape(), "Document(P)");
    assert!(reader.tree().text.contains("Do not (javascript:alert)"), "{}", reader.tree().text);
}

#[test]
fn a_link_over_two_pages_can_be_clicked_on_both() {
    let words = "words of a long link ".repeat(400);
    let pdf = render(&document("", &format!("[{words}](https://a.org)")), &Sheet::default()).unwrap();
    let reader = Reader::new(&pdf.bytes);
    assert_eq!(reader.tree().shape(), "Document(P(Link))");
    assert_eq!(reader.links().len(), pdf.pages);
    assert!(pdf.pages > 1);
}

#[test]
fn the_file_says_that_it_is_tagged_titled_and_in_a_language() {
    let pdf = render(&document("Kreuzschmerz & “Akupunktur” 足三里", SHEET), &sheet()).unwrap();
    let reader = Reader::new(&pdf.bytes);
    let catalog = reader.pdf.catalog().unwrap();
    let marked = reader.dictionary(catalog, b"MarkInfo").get(b"Marked").unwrap();
    assert_eq!(marked, &Object::Boolean(true));
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-CA");
    let preferences = reader.dictionary(catalog, b"ViewerPreferences");
    assert_eq!(preferences.get(b"DisplayDocTitle").unwrap(), &Object::Boolean(true));
    let metadata = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
    let metadata = reader.pdf.get_object(metadata).unwrap().as_stream().unwrap();
    let metadata = String::from_utf8(metadata.content.clone()).unwrap();
    for part in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "Kreuzschmerz &amp; “Akupunktur” 足三里</rdf:li>",
        "<rdf:li>Ines Marlow</rdf:li>",
        "<xmp:CreateDate>2026-05-12T09:30:00Z</xmp:CreateDate>",
    ] {
        assert!(metadata.contains(part), "{part} in {metadata}");
    }
}

#[test]
fn pages_have_the_exact_size_of_the_paper() {
    for (paper, width, height) in [(Paper::A4, 595.276, 841.89), (Paper::Letter, 612.0, 792.0)] {
        let pdf = render(&document("Back pain", SHEET), &Sheet { paper, ..sheet() }).unwrap();
        let reader = Reader::new(&pdf.bytes);
        let page = *reader.pdf.get_pages().values().next().unwrap();
        let page = reader.pdf.get_dictionary(page).unwrap();
        let media_box = page.get(b"MediaBox").unwrap().as_array().unwrap();
        let size: Vec<f32> = media_box[2..].iter().map(|side| side.as_float().unwrap()).collect();
        assert_eq!(size, [width, height]);
        assert_eq!(page.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
    }
}

#[test]
fn larger_text_takes_more_pages_and_an_empty_sheet_takes_one() {
    let long = "A paragraph of some length that fills a good part of a line.\n\n".repeat(20);
    let pages =
        |size| render(&document("", &long), &Sheet { text_size: size, ..Sheet::default() }).unwrap().pages;
    assert!(pages(12.0) < pages(20.0));
    assert_eq!(render(&Document::default(), &Sheet::default()).unwrap().pages, 1);
}

#[test]
fn only_the_glyphs_in_use_are_embedded() {
    let pdf = render(&document("Back pain", SHEET), &sheet()).unwrap();
    assert!(pdf.bytes.len() < 30_000, "{} bytes", pdf.bytes.len());
}
