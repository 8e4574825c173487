//! A message that is written here and sent by the mail program of the computer. Nothing is sent by the program.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use specta::Type;

use crate::audit::Action;
use crate::checks::Checks;
use crate::clients;
use crate::error::{Error, Result};
use crate::ids::ClientId;
use crate::people::Permission;
use crate::practice::Practice;

/// Longer addresses are cut by some mail programs.
const LONGEST: u32 = 1_000;

/// What stands as it is in the address of a message (RFC 6068). A "+" would be read as a space by some.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A message to write.
#[derive(Debug, Clone, Deserialize, Type)]
pub struct WriteMail {
    /// To whom.
    pub client: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub text: String,
}

/// The address that opens the message in the system's mail program, ready to be sent: `mailto:` with the client's own
/// address from their record. [`Error::NotFound`] for a client without one.
pub async fn mail(practice: &Practice, input: WriteMail) -> Result<String> {
    practice.permit(Permission::EditBookings).await?;
    let client = ClientId::parse(&input.client)?;
    let client = clients::permit(practice, client).await?;
    let mut checks = Checks::default();
    let subject = checks.required("subject", &input.subject, 150);
    let text = checks.required_lines("text", &input.text, LONGEST);
    checks.finish()?;
    let row = clients::rows_of(practice, &[client]).await?.into_iter().next();
    let email = row.and_then(|row| row.email).ok_or(Error::NotFound)?;
    Ok(address(&email, &subject, &text))
}

/// Notes in the audit that a message was handed to the mail program; called once it was.
pub async fn mail_went_out(practice: &Practice, client: &str) -> Result<()> {
    practice.change(Action::MailWritten).await?.commit(ClientId::parse(client)?).await
}

fn address(email: &str, subject: &str, text: &str) -> String {
    let (local, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    let encoded = |text: &str| utf8_percent_encode(text, KEPT).to_string();
    // A line of a message ends in both characters, whatever the system's own lines end in.
    let text = encoded(&text.replace('\n', "\r\n"));
    format!("mailto:{}@{}?subject={}&body={text}", encoded(local), encoded(domain), encoded(subject))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn nothing_that_somebody_typed_becomes_another_field_of_the_message() {
        let mailto =
            address("may+1?cc=x@example.org", "Your visit & more", "Hello May,\nsee you: 10 % off?&bcc=y");
        assert_eq!(
            mailto,
            "mailto:may%2B1%3Fcc%3Dx@example.org?subject=Your%20visit%20%26%20more\
             &body=Hello%20May%2C%0D%0Asee%20you%3A%2010%20%25%20off%3F%26bcc%3Dy"
        );
    }
}
