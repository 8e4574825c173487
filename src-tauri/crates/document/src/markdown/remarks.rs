//! Remarks to whoever edits a text: `<!-- … -->`.

/// What a remark says, when the text is one and nothing else.
pub(super) fn read(html: &str) -> Option<&str> {
    let inside = html.strip_prefix("<!--")?.strip_suffix("-->")?;
    let open = inside.contains("-->") || inside.contains("<!--") || inside.contains('\0');
    // `<!-->` and `<!--->` are whole remarks already.
    (!open && !inside.starts_with(['>', '-']) && !inside.ends_with('-')).then_some(inside)
}

/// The remark as it is written.
pub(super) fn print(says: &str) -> String {
    format!("<!--{says}-->")
}

/// The lines of an HTML block as one remark, without the blanks at their ends.
pub(super) fn read_block(html: &str) -> Option<String> {
    let lines: Vec<&str> = html.trim_matches('\n').lines().map(str::trim_end).collect();
    read(lines.join("\n").trim_start()).map(str::to_owned)
}
