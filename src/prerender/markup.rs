//! Changes to HTML that Leptos has rendered.

/// Removes the markers for hydration, which the app does not use. Leptos escapes `<` in text and in
/// attribute values, so `<!` is always a comment.
pub(super) fn without_markers(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!") {
        kept.push_str(before);
        // `<!>` is the marker, `<!--…-->` a comment.
        let end = if comment.starts_with("--") { "-->" } else { ">" };
        rest = comment.split_once(end).map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

/// Replaces the content of `<main>`.
pub(super) fn with_main(html: &str, content: &str) -> String {
    let parts = html.split_once("<main").and_then(|(before, rest)| {
        let (attributes, rest) = rest.split_once('>')?;
        let (_, after) = rest.split_once("</main>")?;
        Some(format!("{before}<main{attributes}>{content}</main>{after}"))
    });
    parts.unwrap_or_else(|| html.to_owned())
}

/// Escapes text for elements and quoted attribute values.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_removed_and_text_is_kept() {
        assert_eq!(without_markers("<p>a<!>b<!---->c&lt;!&gt;</p><!>"), "<p>abc&lt;!&gt;</p>");
        assert_eq!(without_markers("<p>a</p>"), "<p>a</p>");
    }

    #[test]
    fn the_content_of_main_is_replaced() {
        assert_eq!(
            with_main("<header></header><main id=\"main\"><p>old</p></main>", "new"),
            "<header></header><main id=\"main\">new</main>"
        );
    }

    #[test]
    fn what_is_escaped_is_text() {
        assert_eq!(escape("<a b=\"c\">&"), "&lt;a b=&quot;c&quot;&gt;&amp;");
    }
}
