//! Every page of the site as HTML, written natively before anyone asks for it: the same components
//! as in the browser, drawn once, where there is nobody to click.
//!
//! `cargo run --package casebook -- --base /sub/ [--origin https://example.org]` prints the
//! [`edition`] as JSON; `cargo xtask build` makes files of it.

mod head;
mod markup;

use std::error::Error;

use catalog::SiteAddress as Addresses;
use catalog::{Catalog, Route, Slug};
use explore::Filter;
use leptos::prelude::*;
use leptos::reactive::diagnostics::SpecialNonReactiveZone;
use serde_json::{Value, json};

use crate::app::App;
use crate::pages::WrittenTitle;
use crate::routes::{Base, SHOW_ALL};
use crate::site::Site;
use crate::state::Navigation;

/// What was asked for, on the page for what is not there: a name without a letter is not repeated to
/// the reader.
const NOWHERE: &str = " ";

/// A page, with what only it has of the document around it.
struct Page {
    /// Its path below the base, without slashes around it.
    path: String,
    /// What goes into `<head>`.
    head: String,
    /// What goes into `<div id="app">`.
    body: String,
}

/// All pages as JSON.
///
/// - `pages`: one for each route, and for each address that a company or technology once had;
///   `path`, `head` (HTML), `body` (HTML), `is_canonical` (whether this is where the page lives).
/// - `not_found`: the page for what is no route.
/// - `shell`: a page without content, for a reader without a connection; the app fills it.
/// - `query_keys`: the keys of the query string that change what a page shows.
#[must_use]
pub fn edition(site: Site, base: Base, origin: Option<&str>) -> Value {
    let addresses = Addresses::new(origin, &format!("{}/", base.as_str()));
    let write = |route: &Route, canonical: Option<&Route>| {
        let page = page(site, base, &addresses, route, canonical);
        json!({
            "path": page.path,
            "head": page.head,
            "body": page.body,
            "is_canonical": canonical == Some(route),
        })
    };
    let mut pages = Vec::new();
    for route in routes(site.catalog()) {
        pages.push(write(&route, Some(&route)));
    }
    for (old, new) in moved(site.catalog()) {
        pages.push(write(&old, Some(&new)));
    }
    let not_found = write(&Route::Unknown(NOWHERE.to_owned()), None);
    let shell = json!({
        "head": head::of_shell(),
        "body": markup::with_main(
            not_found["body"].as_str().unwrap_or_default(),
            "<p class=\"waiting needs-app\">Opening the case studies …</p>\
             <p class=\"waiting without-app\">Without a connection this page needs the app, which \
             has not started. Try again, or come back with a connection.</p>",
        ),
    });
    json!({
        "pages": pages,
        "not_found": not_found,
        "shell": shell,
        "query_keys": query_keys(),
    })
}

/// Prints the [`edition`] that the command line asks for: `--base /sub/`, `--origin URL`.
///
/// # Errors
/// When an argument is not understood or the embedded catalogue cannot be read.
pub fn print(mut arguments: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let (mut base, mut origin) = ("/".to_owned(), None);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{argument} lacks a value"))?;
        match argument.as_str() {
            "--base" => base = value,
            "--origin" => origin = Some(value),
            _ => {
                return Err(
                    format!("there is no argument {argument}, only --base and --origin").into()
                );
            }
        }
    }
    // Views may ask for it; none of them has anything to wait for.
    any_spawner::Executor::init_futures_executor()?;
    let edition = edition(Site::embedded()?, Base::from_public_path(&base), origin.as_deref());
    println!("{edition}");
    Ok(())
}

/// Every route that has a page, in the order of the catalogue.
fn routes(catalog: &Catalog) -> Vec<Route> {
    let companies = catalog.companies.iter().map(|company| &company.slug).map(company_route);
    let technologies = catalog.technologies.iter().map(|technology| &technology.slug);
    let technologies = technologies.map(technology_route);
    Route::FIXED.into_iter().chain(companies).chain(technologies).collect()
}

/// Routes that pages once had, each with the one that took its place.
fn moved(catalog: &Catalog) -> Vec<(Route, Route)> {
    let companies =
        catalog.redirects.iter().map(|(old, new)| (company_route(old), company_route(new)));
    let technologies = catalog.technologies.iter().flat_map(|technology| {
        let new = technology_route(&technology.slug);
        technology.formerly.iter().map(move |old| (technology_route(old), new.clone()))
    });
    companies.chain(technologies).collect()
}

fn company_route(slug: &Slug) -> Route {
    Route::Company(slug.to_string())
}

fn technology_route(slug: &Slug) -> Route {
    Route::Technology(slug.to_string())
}

fn query_keys() -> Vec<&'static str> {
    let show_all = SHOW_ALL.split_once('=').map_or(SHOW_ALL, |(key, _)| key);
    Filter::KEYS.iter().copied().chain([explore::Compared::KEY, show_all]).collect()
}

/// Draws the page of a route; `canonical` is where it lives, if anywhere.
fn page(
    site: Site,
    base: Base,
    addresses: &Addresses,
    route: &Route,
    canonical: Option<&Route>,
) -> Page {
    let owner = Owner::new();
    // Drawn once: nothing that is read here is read again when it changes.
    let _zone = SpecialNonReactiveZone::enter();
    let (title, body) = owner.with(|| {
        let title = StoredValue::new(String::new());
        provide_context(WrittenTitle(title));
        let navigation = Navigation::fixed(base, route);
        let html = view! { <App site base navigation /> }.to_html();
        (title.get_value(), markup::without_markers(&html))
    });
    let head = head::of(site.catalog(), addresses, canonical, &title);
    Page { path: route.path(), head, body }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embedded() -> Value {
        _ = any_spawner::Executor::init_futures_executor();
        edition(Site::embedded().unwrap(), Base::from_public_path("/sub/"), None)
    }

    #[test]
    fn every_route_has_a_page_with_its_own_title_and_description() {
        let edition = embedded();
        let pages = edition["pages"].as_array().unwrap();
        let catalog = Site::embedded().unwrap().catalog();
        assert_eq!(
            pages.len(),
            Route::FIXED.len() + catalog.companies.len() + catalog.technologies.len()
        );
        for tag in ["<title>", "<meta name=\"description\""] {
            let mut seen = Vec::new();
            for page in pages {
                let head = page["head"].as_str().unwrap();
                let line = head.lines().find(|line| line.starts_with(tag)).unwrap();
                assert!(!seen.contains(&line), "twice: {line}");
                seen.push(line);
            }
        }
    }

    #[test]
    fn a_page_holds_its_content_and_links_below_its_base() {
        let edition = embedded();
        let pages = edition["pages"].as_array().unwrap();
        let netflix = pages.iter().find(|page| page["path"] == "company/netflix").unwrap();
        let body = netflix["body"].as_str().unwrap();
        assert!(body.contains("Viewing History"), "the chapter's words");
        assert!(!body.contains("href=\"/company/"), "a link beside the base");
        assert!(!body.contains("<!>"), "markers that only hydration needs");
    }

    #[test]
    fn what_is_not_there_has_a_page_of_its_own() {
        let edition = embedded();
        let body = edition["not_found"]["body"].as_str().unwrap();
        assert!(body.contains("Nothing here by that name"), "{body}");
        assert!(!body.contains("There is no page called"), "{body}");
        assert!(edition["not_found"]["head"].as_str().unwrap().contains("noindex"));
    }

    #[test]
    fn the_shell_holds_no_page() {
        let edition = embedded();
        let body = edition["shell"]["body"].as_str().unwrap();
        assert!(body.contains("Opening the case studies"));
        assert!(!body.contains("Nothing here by that name"));
        let head = edition["shell"]["head"].as_str().unwrap();
        assert_eq!(head, "<title>Casebook</title>\n<meta name=\"robots\" content=\"noindex\" />\n");
    }
}
