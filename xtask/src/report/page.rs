//! The report as a page of its own, with nothing that it loads.

use std::fmt::Write as _;

use super::section::ReportSection;

/// The page for a site of this name.
pub(super) fn html(site: &str, sections: &[ReportSection]) -> String {
    let title = format!("What can be improved in {}", escaped(site));
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>:root {{ color-scheme: light dark; font-family: system-ui }} \
         body {{ max-inline-size: 60rem; margin: auto; padding: 1rem }} \
         li {{ overflow-wrap: anywhere }}</style>\n<h1>{title}</h1>\n"
    );
    for ReportSection { title, advice, items } in sections {
        let open = if items.is_empty() { "" } else { " open" };
        let _ = writeln!(html, "<details{open}><summary>{title}: {}</summary>", items.len());
        if !items.is_empty() {
            let _ = writeln!(html, "<p>To do: {}.</p>\n<ul>", escaped(advice));
            for item in items {
                let _ = writeln!(html, "<li>{}</li>", escaped(item));
            }
            html.push_str("</ul>\n");
        }
        html.push_str("</details>\n");
    }
    html.push_str("</html>\n");
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_content_are_text() {
        let items = vec!["acme, line 3: “<script>a && b</script>”".to_owned()];
        let found = ReportSection { title: "Weak", advice: "write <x>", items };
        let none = ReportSection { title: "Dead links", advice: "none", items: Vec::new() };
        let html = html("A & B", &[found, none]);
        assert!(html.contains("<title>What can be improved in A &amp; B</title>"), "{html}");
        assert!(
            html.contains("<li>acme, line 3: “&lt;script&gt;a &amp;&amp; b&lt;/script&gt;”</li>")
        );
        assert!(html.contains("<details open><summary>Weak: 1</summary>"), "{html}");
        assert!(html.contains("<details><summary>Dead links: 0</summary>\n</details>"), "{html}");
        assert!(!html.contains("<script>"), "{html}");
    }
}
