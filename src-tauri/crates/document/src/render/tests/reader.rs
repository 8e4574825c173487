//! Reads a sheet back the way a screen reader does: through the structure tree, the marked content and
//! the fonts' ToUnicode maps.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

/// One structure element with the text inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) tag: String,
    /// All text in reading order, that of the kids included.
    pub(super) text: String,
    pub(super) kids: Vec<Element>,
}

impl Element {
    /// The tags of the tree, such as `L(LI(Lbl LBody(P)))`.
    pub(super) fn shape(&self) -> String {
        let kids: Vec<String> = self.kids.iter().map(Element::shape).collect();
        if kids.is_empty() { self.tag.clone() } else { format!("{}({})", self.tag, kids.join(" ")) }
    }
}

pub(super) struct Reader {
    pub(super) pdf: Document,
    /// Per page: the text of each piece of marked content.
    contents: Vec<BTreeMap<i64, String>>,
    /// Text that screen readers pass over.
    pub(super) artifacts: Vec<String>,
}

impl Reader {
    pub(super) fn new(bytes: &[u8]) -> Self {
        let pdf = Document::load_mem(bytes).unwrap();
        let mut reader = Reader { contents: Vec::new(), artifacts: Vec::new(), pdf };
        let pages: Vec<_> = reader.pdf.get_pages().into_values().collect();
        for page in pages {
            let content = Content::decode(&reader.pdf.get_page_content(page)).unwrap();
            let fonts = reader.fonts(page);
            let (pieces, artifact) = read_page(&content, &fonts);
            reader.contents.push(pieces);
            reader.artifacts.push(artifact);
        }
        reader
    }

    /// The structure tree's root element.
    pub(super) fn tree(&self) -> Element {
        let root = self.dictionary(self.pdf.catalog().unwrap(), b"StructTreeRoot");
        let kids = root.get(b"K").unwrap().as_array().unwrap();
        self.element(kids[0].as_reference().unwrap())
    }

    fn element(&self, id: lopdf::ObjectId) -> Element {
        let element = self.pdf.get_dictionary(id).unwrap();
        let tag = String::from_utf8_lossy(element.get(b"S").unwrap().as_name().unwrap()).into_owned();
        let mut read = Element { tag, text: String::new(), kids: Vec::new() };
        let none = Vec::new();
        for kid in element.get(b"K").and_then(Object::as_array).unwrap_or(&none) {
            match kid {
                Object::Reference(kid) => {
                    let parent = self.pdf.get_dictionary(*kid).unwrap().get(b"P").unwrap();
                    assert_eq!(parent.as_reference().unwrap(), id, "every element knows its parent");
                    let kid = self.element(*kid);
                    read.text.push_str(&kid.text);
                    read.kids.push(kid);
                }
                Object::Dictionary(link) if link.has(b"Obj") => {
                    let annotation = self.dictionary(link, b"Obj");
                    let key = annotation.get(b"StructParent").unwrap();
                    assert_eq!(self.parent_of(key.as_i64().unwrap()), id, "every link leads back");
                }
                Object::Dictionary(content) => read.text.push_str(&self.content(content)),
                other => panic!("unexpected kid {other:?}"),
            }
        }
        read
    }

    /// What the structure tree notes under the number of an annotation.
    fn parent_of(&self, key: i64) -> lopdf::ObjectId {
        let root = self.dictionary(self.pdf.catalog().unwrap(), b"StructTreeRoot");
        let numbers = self.dictionary(root, b"ParentTree").get(b"Nums").unwrap().as_array().unwrap();
        let entry = numbers.chunks(2).find(|entry| entry[0].as_i64().unwrap() == key).unwrap();
        entry[1].as_reference().unwrap()
    }

    /// The links of all pages: address and spoken text.
    pub(super) fn links(&self) -> Vec<(String, String)> {
        let pages = self.pdf.get_pages().into_values();
        let annotations = pages.flat_map(|page| self.pdf.get_page_annotations(page).unwrap());
        annotations
            .filter(|link| link.has(b"A"))
            .map(|link| {
                let action = self.dictionary(link, b"A").get(b"URI").unwrap();
                let said = link.get(b"Contents").unwrap();
                [action, said].map(|text| String::from_utf8_lossy(text.as_str().unwrap()).into_owned()).into()
            })
            .collect()
    }

    /// How many links lead to a place in the sheet that is on one of its pages.
    pub(super) fn places(&self) -> usize {
        let pages: Vec<_> = self.pdf.get_pages().into_values().collect();
        let annotations = pages.iter().flat_map(|page| self.pdf.get_page_annotations(*page).unwrap());
        let places = annotations.filter_map(|link| link.get(b"Dest").ok());
        places.filter(|place| pages.contains(&place.as_array().unwrap()[0].as_reference().unwrap())).count()
    }

    /// What the elements of the tree say under this key, in reading order.
    pub(super) fn attributes(&self, key: &[u8]) -> Vec<String> {
        let mut said = Vec::new();
        let root = self.dictionary(self.pdf.catalog().unwrap(), b"StructTreeRoot");
        let kids = root.get(b"K").unwrap().as_array().unwrap();
        self.push_attributes(kids[0].as_reference().unwrap(), key, &mut said);
        said
    }

    fn push_attributes(&self, id: lopdf::ObjectId, key: &[u8], said: &mut Vec<String>) {
        let element = self.pdf.get_dictionary(id).unwrap();
        let attributes = element.get(b"A").and_then(Object::as_dict);
        match element.get(key).or_else(|_| attributes.and_then(|own| own.get(key))) {
            Ok(Object::Name(name)) => said.push(String::from_utf8_lossy(name).into_owned()),
            Ok(Object::String(bytes, _)) if bytes.starts_with(&[0xFE, 0xFF]) => said.push(utf16(bytes)),
            Ok(Object::String(bytes, _)) => said.push(String::from_utf8_lossy(bytes).into_owned()),
            _ => {}
        }
        for kid in element.get(b"K").and_then(Object::as_array).into_iter().flatten() {
            if let Object::Reference(kid) = kid {
                self.push_attributes(*kid, key, said);
            }
        }
    }

    /// The outline of the file, such as `Title(One(Inner) Two)`.
    pub(super) fn outline(&self) -> String {
        self.outline_below(self.dictionary(self.pdf.catalog().unwrap(), b"Outlines"))
    }

    fn outline_below(&self, parent: &Dictionary) -> String {
        let mut entries = Vec::new();
        let mut next = parent.get(b"First").and_then(Object::as_reference).ok();
        while let Some(id) = next {
            let entry = self.pdf.get_dictionary(id).unwrap();
            let title = String::from_utf8_lossy(entry.get(b"Title").unwrap().as_str().unwrap()).into_owned();
            let below = self.outline_below(entry);
            entries.push(if below.is_empty() { title } else { format!("{title}({below})") });
            next = entry.get(b"Next").and_then(Object::as_reference).ok();
        }
        entries.join(" ")
    }

    /// The characters that spans of all pages stand for, in place of their glyphs.
    pub(super) fn replacements(&self) -> Vec<String> {
        let pages = self.pdf.get_pages().into_values();
        let contents = pages.map(|page| Content::decode(&self.pdf.get_page_content(page)).unwrap());
        let operations = contents.flat_map(|content| content.operations);
        let spans = operations.filter(|operation| operation.operator == "BDC");
        let properties = spans.map(|span| span.operands[1].as_dict().unwrap().clone());
        properties.filter_map(|span| Some(utf16(span.get(b"ActualText").ok()?.as_str().unwrap()))).collect()
    }

    /// How wide and high the pictures of all pages are printed, in points.
    pub(super) fn pictures(&self) -> Vec<(f32, f32)> {
        let pages = self.pdf.get_pages().into_values();
        let contents = pages.map(|page| Content::decode(&self.pdf.get_page_content(page)).unwrap());
        let operations = contents.flat_map(|content| content.operations);
        let scales = operations.filter(|operation| operation.operator == "cm");
        scales
            .map(|scale| (scale.operands[0].as_float().unwrap(), scale.operands[3].as_float().unwrap()))
            .collect()
    }

    fn content(&self, content: &Dictionary) -> String {
        let page = content.get(b"Pg").unwrap().as_reference().unwrap();
        let number = self.pdf.get_pages().into_values().position(|id| id == page).unwrap();
        let mcid = content.get(b"MCID").unwrap().as_i64().unwrap();
        self.contents[number].get(&mcid).unwrap().clone()
    }

    pub(super) fn dictionary<'a>(&'a self, from: &'a Dictionary, key: &[u8]) -> &'a Dictionary {
        let object = from.get(key).unwrap();
        match object {
            Object::Reference(id) => self.pdf.get_dictionary(*id).unwrap(),
            other => other.as_dict().unwrap(),
        }
    }

    fn fonts(&self, page: lopdf::ObjectId) -> BTreeMap<Vec<u8>, BTreeMap<u16, String>> {
        let page = self.pdf.get_dictionary(page).unwrap();
        let resources = self.dictionary(page, b"Resources");
        let fonts = self.dictionary(resources, b"Font");
        fonts
            .iter()
            .map(|(name, font)| {
                let font = self.pdf.get_dictionary(font.as_reference().unwrap()).unwrap();
                let map = font.get(b"ToUnicode").unwrap().as_reference().unwrap();
                let stream = self.pdf.get_object(map).unwrap().as_stream().unwrap();
                let map = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                (name.clone(), to_unicode(&String::from_utf8(map).unwrap()))
            })
            .collect()
    }
}

/// The `<code> <text>` lines of a ToUnicode map.
fn to_unicode(map: &str) -> BTreeMap<u16, String> {
    map.lines()
        .filter_map(|line| {
            let (code, text) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
            let units: Vec<u16> = text
                .as_bytes()
                .chunks(4)
                .map(|hex| u16::from_str_radix(std::str::from_utf8(hex).unwrap(), 16).unwrap())
                .collect();
            Some((u16::from_str_radix(code, 16).ok()?, String::from_utf16(&units).unwrap()))
        })
        .filter(|(_, text)| text != "\u{FFFF}")
        .collect()
}

/// What a stretch of marked content means for the text inside it.
enum Mark {
    Content(i64),
    Artifact,
    Instead(String),
}

fn read_page(
    content: &Content,
    fonts: &BTreeMap<Vec<u8>, BTreeMap<u16, String>>,
) -> (BTreeMap<i64, String>, String) {
    let mut pieces: BTreeMap<i64, String> = BTreeMap::new();
    let mut artifact = String::new();
    let mut marks: Vec<Mark> = Vec::new();
    let mut font = None;
    for operation in &content.operations {
        match operation.operator.as_str() {
            "BMC" => marks.push(Mark::Artifact),
            "BDC" => {
                let tag = operation.operands[0].as_name().unwrap();
                let properties = operation.operands[1].as_dict().unwrap();
                if let Ok(actual) = properties.get(b"ActualText") {
                    marks.push(Mark::Instead(utf16(actual.as_str().unwrap())));
                } else if tag == b"Artifact" {
                    marks.push(Mark::Artifact);
                } else {
                    let mcid = properties.get(b"MCID").unwrap().as_i64().unwrap();
                    assert!(!pieces.contains_key(&mcid), "each piece of content is marked once");
                    pieces.insert(mcid, String::new());
                    marks.push(Mark::Content(mcid));
                }
            }
            "EMC" => {
                if let Some(Mark::Instead(text)) = marks.pop() {
                    add(&marks, &mut pieces, &mut artifact, &text);
                }
            }
            "Tf" => font = fonts.get(operation.operands[0].as_name().unwrap()),
            "Tj" | "TJ" if !matches!(marks.last(), Some(Mark::Instead(_))) => {
                let text = shown(&operation.operands[0], font.unwrap());
                add(&marks, &mut pieces, &mut artifact, &text);
            }
            _ => {}
        }
    }
    assert!(marks.is_empty(), "every mark is closed");
    (pieces, artifact)
}

fn add(marks: &[Mark], pieces: &mut BTreeMap<i64, String>, artifact: &mut String, text: &str) {
    match marks.last() {
        Some(Mark::Content(mcid)) => pieces.get_mut(mcid).unwrap().push_str(text),
        Some(Mark::Artifact) => artifact.push_str(text),
        _ => panic!("text outside marked content: {text}"),
    }
}

fn shown(operand: &Object, font: &BTreeMap<u16, String>) -> String {
    match operand {
        Object::Array(items) => items.iter().map(|item| shown(item, font)).collect(),
        Object::String(bytes, _) => bytes
            .chunks(2)
            .map(|code| {
                font.get(&u16::from_be_bytes([code[0], code[1]])).expect("every glyph has its text").as_str()
            })
            .collect(),
        _ => String::new(),
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes[2..].chunks(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect();
    String::from_utf16(&units).unwrap()
}
