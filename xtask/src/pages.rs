//! The files of the site that Trunk does not write: one page for each route, so that a bookmark
//! answers 200 on a host that knows only files, and 404.html for what is no route.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use catalog::Catalog;

use crate::site::PublicUrl;

/// What the title of every page but the first ends in.
const SITE: &str = "Casebook";

/// A route with the title of its page.
#[derive(Debug, PartialEq, Eq)]
struct Page {
    /// Without slashes around it: `company/netflix`.
    route: String,
    title: String,
}

/// Every route but `/`.
fn pages_of(catalog: &Catalog) -> Vec<Page> {
    // The titles that the app itself sets: they must not change when it starts.
    let page = |route: String, title: &str| Page { route, title: format!("{title} · {SITE}") };
    let company_title = |name: &str| format!("{name}: data engineering");
    let companies = catalog
        .companies
        .iter()
        .map(|company| page(format!("company/{}", company.slug), &company_title(&company.name)));
    // An old address answers too; the app leads from it to the new one.
    let moved = catalog.redirects.iter().filter_map(|(old, new)| {
        let company = catalog.companies.iter().find(|company| company.slug == *new)?;
        Some(page(format!("company/{old}"), &company_title(&company.name)))
    });
    let technologies = catalog.technologies.iter().flat_map(|technology| {
        std::iter::once(&technology.slug).chain(&technology.formerly).map(|slug| {
            let title = format!("{}: who uses it", technology.name);
            page(format!("technology/{slug}"), &title)
        })
    });
    let fixed = [
        page("technologies".to_owned(), "Technologies: who uses what with what"),
        page("compare".to_owned(), "Compare companies"),
        page("saved".to_owned(), "Saved"),
        page("about".to_owned(), "About"),
    ];
    companies.chain(moved).chain(technologies).chain(fixed).collect()
}

/// Completes what Trunk wrote into `out`.
///
/// # Errors
/// When index.html lacks what is to be replaced, or a file cannot be written.
pub(crate) fn complete(out: &Path, public_url: &PublicUrl, catalog: &Catalog) -> Result<usize> {
    let index = out.join("index.html");
    let html =
        fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    let html = with_feed(&with_base_path(&html, public_url)?, public_url)?;
    write(&index, &html)?;
    write(
        &out.join("404.html"),
        &with_title(&html, &format!("Nothing here by that name · {SITE}"))?,
    )?;
    let pages = pages_of(catalog);
    for page in &pages {
        write(&out.join(&page.route).join("index.html"), &with_title(&html, &page.title)?)?;
    }
    Ok(pages.len() + 2)
}

/// Writes a file and the folders that it lies in.
///
/// # Errors
/// When the file or a folder cannot be written.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

/// Tells the app under which path it is served.
fn with_base_path(html: &str, public_url: &PublicUrl) -> Result<String> {
    replace_between(
        html,
        "<meta name=\"base-path\" content=\"",
        "\"",
        public_url.as_str(),
        "index.html needs `<meta name=\"base-path\" content=\"/\">`, written just so, once",
    )
}

/// Points to the feed from wherever a page lies.
fn with_feed(html: &str, public_url: &PublicUrl) -> Result<String> {
    replace_between(
        html,
        "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"",
        "\"",
        &format!("{}{}", public_url.as_str(), catalog::export::FEED),
        "index.html needs `<link rel=\"alternate\" type=\"application/atom+xml\" href=\"…\"`, written \
         just so, once",
    )
}

fn with_title(html: &str, title: &str) -> Result<String> {
    replace_between(
        html,
        "<title>",
        "</title>",
        &escape(title),
        "index.html needs one `<title>…</title>`",
    )
}

/// Replaces the text between the only `start` and the next `end`.
fn replace_between(html: &str, start: &str, end: &str, new: &str, fault: &str) -> Result<String> {
    let Some((before, rest)) = html.split_once(start) else { bail!("{fault}") };
    let Some((_, after)) = rest.split_once(end) else { bail!("{fault}") };
    if after.contains(start) {
        bail!("{fault}");
    }
    Ok(format!("{before}{start}{new}{end}{after}"))
}

/// For text between tags.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head><title>Home</title>\
        <meta name=\"base-path\" content=\"/\" /></head>";

    #[test]
    fn the_base_path_is_set() {
        let public_url: PublicUrl = "/sub/".parse().unwrap();
        assert_eq!(
            with_base_path(HTML, &public_url).unwrap(),
            HTML.replace("content=\"/\"", "content=\"/sub/\"")
        );
    }

    #[test]
    fn a_page_without_or_with_two_base_paths_is_refused() {
        for html in ["<head></head>", &HTML.repeat(2)] {
            let error = with_base_path(html, &PublicUrl::default()).unwrap_err();
            assert!(error.to_string().starts_with("index.html needs `<meta"), "{error}");
        }
    }

    #[test]
    fn every_page_points_to_the_feed() {
        let link = "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/feed.xml\" />";
        let public_url: PublicUrl = "/sub/".parse().unwrap();
        assert_eq!(
            with_feed(link, &public_url).unwrap(),
            link.replace("/feed.xml", "/sub/feed.xml")
        );
        let error = with_feed(HTML, &public_url).unwrap_err();
        assert!(error.to_string().starts_with("index.html needs `<link"), "{error}");
    }

    #[test]
    fn a_title_is_escaped() {
        let html = with_title(HTML, "A&B <Cie>").unwrap();
        assert!(html.contains("<title>A&amp;B &lt;Cie&gt;</title>"), "{html}");
    }

    #[test]
    fn a_page_without_a_title_is_refused() {
        let error = with_title("<head></head>", "x").unwrap_err();
        assert_eq!(error.to_string(), "index.html needs one `<title>…</title>`");
    }
}
