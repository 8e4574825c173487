//! Signatures under notes, consents and the audit.

use hegu_vault::verify;

use crate::support::practice;

#[test]
fn a_signature_is_one_persons_under_one_text() {
    let (made, other) = (practice(), practice());
    let note = b"LI4 and LR3, both sides, twenty minutes";
    let signature = made.opened.signing.sign(note);
    let public = made.file.people()[0].signing_key();
    assert!(verify(public, note, &signature), "anyone with the file can verify");
    assert!(!verify(public, b"LI4 and LR3, both sides, thirty minutes", &signature), "another text");
    assert!(!verify(other.file.people()[0].signing_key(), note, &signature), "another signer");
    for index in 0..signature.len() {
        let mut altered = signature;
        altered[index] ^= 1;
        assert!(!verify(public, note, &altered), "byte {index} of the signature does not matter");
    }
}

#[test]
fn a_key_that_signs_everything_verifies_nothing() {
    // The neutral point of the curve: with it, one signature holds for every message.
    let mut neutral = [0; 32];
    neutral[0] = 1;
    let mut signature = [0; 64];
    signature[0] = 1;
    assert!(!verify(&neutral, b"any consent", &signature));
}
