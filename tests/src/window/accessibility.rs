//! What axe-core finds wrong with a page.

use serde_json::{Value, json};

use super::window::Window;
use crate::project::Project;

const RUN: &str = concat!(
    include_str!("rest.js"),
    "const done = arguments[arguments.length - 1];
    rest.then(() => axe.run(document, { resultTypes: ['violations'] }))
      .then(({ violations, passes }) => done({ violations, passes: passes.length }), (error) => done(String(error)));"
);

/// Rules that the page breaks, each with the places that break it.
///
/// # Panics
/// When axe-core is not installed or does not run.
#[must_use]
pub fn faults(window: &Window<'_>) -> Vec<String> {
    if window.run("return typeof axe").as_str() == Some("undefined") {
        let file = Project::root().join("ui/node_modules/axe-core/axe.min.js");
        let axe =
            std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        window.run(&axe);
    }
    let found = window.run_and_wait(RUN);
    assert!(found["passes"].as_u64() > Some(5), "axe has looked at nothing: {found}");
    let violations = found["violations"].as_array().cloned().unwrap_or_default();
    violations.iter().flat_map(places).collect()
}

fn places(violation: &Value) -> Vec<String> {
    let nodes = violation["nodes"].as_array().cloned().unwrap_or_default();
    let place = |node: &Value| json!([violation["id"], node["target"], node["failureSummary"]]).to_string();
    nodes.iter().map(place).collect()
}
