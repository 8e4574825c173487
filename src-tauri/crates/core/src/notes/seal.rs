//! What a signature covers, byte for byte. A change here would break every signature there is: it needs a new purpose
//! ("hegu/note/v2") beside the old one.
//!
//! Everything is written as fields: eight bytes of length, big-endian, then the bytes, so that nothing can move from
//! one field to the next. Text is UTF-8 as it is stored (line breaks are `\n`, nothing behind the last word), a number
//! is eight bytes, big-endian, and the first field names the purpose. Ids are hyphenated UUIDs.
//!
//! * The body of a note: `hegu/note-body/v1`, visit date (ISO), subjective, objective, assessment, plan, how many
//!   points, and for each point its position, code, pinyin, Han, English, side and needles.
//! * A note: `hegu/note/v1`, vault, note, version, client, SHA-256 of the body, template, then the signer's part.
//! * An addendum: `hegu/addendum/v1`, vault, addendum, note, SHA-256 of the note (of all its fields above), number,
//!   SHA-256 of the text, then the signer's part.
//! * The signer's part: person, printed name, credentials, registration, meaning, instant (UTC milliseconds), time
//!   zone, version of the program, number of the audit entry.
//!
//! The signature is Ed25519 over these fields by the signer's key.

use sha2::{Digest, Sha256};

use super::model::{Addendum, Body, Note};
use super::signed::Signer;

/// Bytes that can be read in one way only.
struct Fields(Vec<u8>);

impl Fields {
    fn of(purpose: &str) -> Self {
        Self(Vec::new()).text(purpose)
    }

    fn bytes(mut self, field: &[u8]) -> Self {
        self.0.extend_from_slice(&(field.len() as u64).to_be_bytes());
        self.0.extend_from_slice(field);
        self
    }

    fn text(self, field: &str) -> Self {
        self.bytes(field.as_bytes())
    }

    fn number(self, field: i64) -> Self {
        self.bytes(&field.to_be_bytes())
    }

    fn signer(self, signer: &Signer) -> Self {
        let Signer { person, name, credentials, registration, meaning, at, zone, app_version, audit_seq } =
            signer;
        self.text(person)
            .text(name)
            .text(credentials)
            .text(registration)
            .text(meaning)
            .number(*at)
            .text(zone)
            .text(app_version)
            .number(*audit_seq)
    }
}

/// Something that can be signed.
pub(super) trait Sealable {
    /// Everything the signature covers.
    fn payload(&self, vault_id: &str, signer: &Signer) -> Vec<u8>;
}

impl Sealable for Note {
    fn payload(&self, vault_id: &str, signer: &Signer) -> Vec<u8> {
        let Note { id, client, version, template, body } = self;
        Fields::of("hegu/note/v1")
            .text(vault_id)
            .text(&id.to_string())
            .number(*version)
            .text(&client.to_string())
            .bytes(&body.sha256())
            .text(template)
            .signer(signer)
            .0
    }
}

impl Sealable for Addendum {
    fn payload(&self, vault_id: &str, signer: &Signer) -> Vec<u8> {
        let Addendum { id, note, note_sha256, number, text } = self;
        Fields::of("hegu/addendum/v1")
            .text(vault_id)
            .text(&id.to_string())
            .text(&note.to_string())
            .bytes(note_sha256)
            .number(*number)
            .bytes(&Sha256::digest(text.as_bytes()))
            .signer(signer)
            .0
    }
}

impl Body {
    /// The fingerprint of what a note says, whoever signs it.
    pub(super) fn sha256(&self) -> [u8; 32] {
        let Body { visit_date, subjective, objective, assessment, plan, points } = self;
        let mut fields = Fields::of("hegu/note-body/v1")
            .text(visit_date)
            .text(subjective)
            .text(objective)
            .text(assessment)
            .text(plan)
            .number(i64::try_from(points.len()).unwrap_or(i64::MAX));
        for point in points {
            fields = fields
                .number(point.position)
                .text(&point.code)
                .text(&point.pinyin)
                .text(&point.hanzi)
                .text(&point.english)
                .text(point.side.name())
                .number(point.needles);
        }
        Sha256::digest(&fields.0).into()
    }
}
