//! Custom fields of every kind.

use hegu_core::clients::{self, ClientInput, CustomKind, CustomValue, DefineField, DefineFields};
use hegu_core::{Error, Practice};

/// Defines a field of each kind, and answers all of them in a record.
pub(crate) async fn with_custom(practice: &Practice, client: ClientInput) -> Result<ClientInput, Error> {
    let field = |name: &str, kind: CustomKind, choices: &[&str]| DefineField {
        id: None,
        name: name.to_owned(),
        kind,
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
    };
    let fields = vec![
        field("Número", CustomKind::Line, &[]),
        field("Way here", CustomKind::Lines, &[]),
        field("Insured until", CustomKind::Date, &[]),
        field("Table", CustomKind::Choice, &["By the window", "Low"]),
        field("Own towel", CustomKind::YesNo, &[]),
    ];
    let answers = ["00 417", "Bus 7,\nthen on foot", "2031-03-01", "Low", "yes"];
    let fields = clients::define_fields(practice, DefineFields { fields }).await?;
    let custom = fields.into_iter().zip(answers);
    let custom = custom.map(|(field, value)| CustomValue { field: field.id, value: value.to_owned() });
    Ok(ClientInput { custom: custom.collect(), ..client })
}
