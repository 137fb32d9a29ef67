//! Whole documents: index.html with a page in it.

use anyhow::{Context, Result, bail};
use catalog::{Base, FEED, Route};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use prerendered::Html;

use super::assets::Shipped;
use super::files::read;
use super::policy::Policy;
use crate::project;
use crate::setup::Tools;

/// The files that hold a page: hosts look for `/company/netflix` in the first and for
/// `/company/netflix/` in the second.
pub(super) fn paths(route: &str) -> Vec<String> {
    if route.is_empty() {
        vec!["index.html".to_owned()]
    } else {
        vec![format!("{route}.html"), format!("{route}/index.html")]
    }
}

/// public/boot/first.js, bundled to be inlined in every page.
pub(super) fn first_script(
    tools: &Tools,
    base: Base,
    boot: &str,
    query_keys: &[String],
) -> Result<String> {
    let base = base.without_origin();
    let defines = [
        ("BOOT", base.file(boot)),
        ("WORKER", base.file("sw.js")),
        ("QUERY_KEYS", query_keys.join("|")),
    ];
    let script = super::assets::bundle(tools, &project::path("public/boot/first.js"), &defines)?;
    if script.contains("</") || script.contains("<!--") {
        bail!(
            "public/boot/first.js is inlined in <script>: it must contain neither `</` nor `<!--`"
        );
    }
    Ok(script)
}

/// index.html with two placeholders: a page's head and its body.
pub(super) struct Template {
    before_head: String,
    between: String,
    after_body: String,
}

impl Template {
    /// Completes index.html with everything that all pages share.
    pub(super) fn read(
        base: Base,
        policy: &Policy,
        first_script: &str,
        shipped: &Shipped,
    ) -> Result<Self> {
        let base = base.without_origin().page(&Route::Home);
        let policy = policy.for_meta();
        let Shipped { style, font, touch_icon, .. } = shipped;
        let icon = data_url(&read("public/icons/favicon.svg")?);
        let assets = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />\n\
             <script>{first_script}</script>\n\
             <link rel=\"stylesheet\" href=\"{base}{style}\" />\n\
             <link rel=\"preload\" href=\"{base}{font}\" as=\"font\" type=\"font/woff2\" \
             crossorigin />\n\
             <link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\" />\n\
             <link rel=\"apple-touch-icon\" href=\"{base}{touch_icon}\" />\n\
             <link rel=\"alternate\" type=\"application/atom+xml\" href=\"{base}{FEED}\" \
             title=\"Case studies\" />\n"
        );
        let base = format!("<meta name=\"base-path\" content=\"{base}\" />\n");
        Self::new(&read("index.html")?, &base, &assets)
    }

    fn new(html: &str, base: &str, assets: &str) -> Result<Self> {
        let html = replace(html, "base", base)?;
        let html = replace(&html, "assets", assets)?;
        let (before_head, rest) = cut(&html, "page")?;
        let (between, after_body) = cut(&rest, "content")?;
        let plain = |html: &str| without_comments(html).trim().to_owned();
        Ok(Self {
            before_head: plain(&before_head),
            between: plain(&between),
            after_body: plain(&after_body),
        })
    }

    /// The document of a page.
    pub(super) fn fill(&self, Html { head, body }: &Html) -> String {
        let Self { before_head, between, after_body } = self;
        format!("{before_head}\n{head}{between}{body}{after_body}\n")
    }
}

/// What the URL standard forbids in a URL, and `&`, which an attribute would take for a character
/// reference.
const NOT_IN_URL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// An SVG as a `data:` URL: as a file it would be requested before the first paint.
fn data_url(svg: &str) -> String {
    let svg = svg.trim().replace('"', "'");
    format!("data:image/svg+xml,{}", utf8_percent_encode(&svg, NOT_IN_URL))
}

/// Replaces the text between `<!-- name -->` and `<!-- /name -->` by `new`.
fn replace(html: &str, name: &str, new: &str) -> Result<String> {
    let (before, after) = cut(html, name)?;
    Ok(format!("{before}{new}{after}"))
}

/// The text before `<!-- name -->` and the text after `<!-- /name -->`.
fn cut(html: &str, name: &str) -> Result<(String, String)> {
    let fault =
        || format!("index.html needs `<!-- {name} -->` followed by `<!-- /{name} -->`, once");
    let (before, rest) = html.split_once(&format!("<!-- {name} -->")).with_context(fault)?;
    let (_, after) = rest.split_once(&format!("<!-- /{name} -->")).with_context(fault)?;
    if after.contains(&format!("<!-- {name} -->")) {
        bail!(fault());
    }
    Ok((before.to_owned(), after.to_owned()))
}

/// Removes comments and indentation, which only its editors need.
fn without_comments(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        plain.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let lines = plain.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head>\n  <!-- for editors -->\n  <!-- assets -->dev<!-- /assets -->\n  \
        <!-- base -->dev<!-- /base -->\n  <!-- page --><title>dev</title><!-- /page -->\n\
        </head>\n<div id=\"app\">\n <!-- content -->dev<!-- /content -->\n</div>\n";

    fn page() -> Html {
        Html { head: "<title>A</title>\n".to_owned(), body: "<p>B</p>".to_owned() }
    }

    #[test]
    fn placeholders_are_filled_and_comments_dropped() {
        let template = Template::new(HTML, "<base>", "<assets>").unwrap();
        assert_eq!(
            template.fill(&page()),
            "<head>\n<assets>\n<base>\n<title>A</title>\n</head>\n<div id=\"app\"><p>B</p></div>\n"
        );
    }

    #[test]
    fn the_policy_governs_all_but_charset_and_viewport() {
        let shipped = Shipped {
            font: "assets/heading.woff2".to_owned(),
            style: "assets/casebook.css".to_owned(),
            boot: "assets/boot.js".to_owned(),
            favicon: "assets/favicon.svg".to_owned(),
            touch_icon: "assets/touch-icon.png".to_owned(),
            icons: Vec::new(),
            maskable_icon: "assets/icon-maskable.png".to_owned(),
        };
        let template =
            Template::read(Base::from_path("/"), &Policy::new(""), "", &shipped).unwrap();
        let html = template.fill(&page());
        assert!(
            html.starts_with(
                "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n\
                 <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            ),
            "{html}"
        );
    }

    #[test]
    fn an_svg_becomes_a_data_url_that_fits_an_attribute() {
        assert_eq!(
            data_url("<a b=\"#1\">50% & é</a>\n"),
            "data:image/svg+xml,%3Ca%20b='%231'%3E50%25%20%26%20%C3%A9%3C/a%3E"
        );
    }

    #[test]
    fn a_missing_or_repeated_placeholder_is_named() {
        for html in [HTML.replace("<!-- page -->", ""), HTML.repeat(2)] {
            let error = Template::new(&html, "", "").map(|_| ()).unwrap_err().to_string();
            assert!(error.starts_with("index.html needs `<!-- "), "{error}");
        }
    }

    #[test]
    fn a_page_answers_with_and_without_a_slash_at_its_end() {
        assert_eq!(paths(""), ["index.html"]);
        assert_eq!(
            paths("company/netflix"),
            ["company/netflix.html", "company/netflix/index.html"]
        );
    }
}
