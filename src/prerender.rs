//! Prerenders every page as HTML: the same components as in the browser, drawn once, natively.
//!
//! `cargo run --package casebook -- --base /sub/ [--origin https://example.org]` prints
//! [`Prerendered`] as JSON; `cargo xtask build` writes the files.

mod head;
mod markup;

use std::error::Error;

use catalog::{Base, BasePath, Catalog, MatrixScope, Origin, Route, Slug};
use explore::{Compared, Filter, Index, MaterialFilter};
use leptos::prelude::*;
use leptos::reactive::diagnostics::SpecialNonReactiveZone;
use prerendered::{Html, Page, Prerendered};

use crate::app::App;
use crate::site::Site;
use crate::state::Navigation;
use crate::title::WrittenTitle;

/// The path of the not-found page. It has no letter, so the page does not repeat it.
const NOWHERE: &str = " ";

/// Draws all pages.
#[must_use]
pub fn prerender(site: Site, base: Base) -> Prerendered {
    let catalog = site.catalog();
    let mut pages = Vec::new();
    for route in routes(site.index()) {
        let html = page(site, base, &route, Some(&route));
        pages.push(Page { path: route.path(), is_canonical: true, html });
    }
    for (old, new) in moved(catalog) {
        let html = page(site, base, &old, Some(&new));
        pages.push(Page { path: old.path(), is_canonical: false, html });
    }
    // Readers with a bookmark find them; search engines do not list them.
    for gone in &catalog.gone {
        let route = company_route(&gone.slug);
        let html = page(site, base, &route, None);
        pages.push(Page { path: route.path(), is_canonical: false, html });
    }
    let not_found = page(site, base, &Route::Unknown(NOWHERE.to_owned()), None);
    let shell = Html {
        head: head::of_shell(&site.catalog().identity),
        body: markup::with_main(
            &not_found.body,
            "<p class=\"waiting needs-app\">Opening the case studies …</p>\
             <p class=\"waiting without-app\">Without a connection this page needs the app, which \
             has not started. Try again, or come back with a connection.</p>",
        ),
    };
    Prerendered { pages, not_found, shell, query_keys: query_keys() }
}

/// Prints the pages for the address in the command line: `--base /sub/`, `--origin URL`.
///
/// # Errors
/// When an argument is not understood or the embedded catalogue cannot be read.
pub fn print(mut arguments: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let (mut path, mut origin) = (BasePath::default(), None::<Origin>);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{argument} lacks a value"))?;
        match argument.as_str() {
            "--base" => path = value.parse()?,
            "--origin" => origin = Some(value.parse()?),
            _ => {
                return Err(
                    format!("there is no argument {argument}, only --base and --origin").into()
                );
            }
        }
    }
    // Leptos requires an executor, although no view is asynchronous.
    any_spawner::Executor::init_futures_executor()?;
    let pages = prerender(Site::embedded()?, Base::new(origin.as_ref(), &path));
    println!("{}", serde_json::to_string(&pages)?);
    Ok(())
}

/// Every route with a page, in the order of the catalogue.
fn routes(index: &Index<'_>) -> Vec<Route> {
    let catalog = index.catalog();
    let companies = catalog.companies.iter().map(|company| &company.slug).map(company_route);
    let technologies = catalog.technologies.iter().map(|technology| &technology.slug);
    let technologies = technologies.map(technology_route);
    let letters = index.alphabet().into_iter().map(|(letter, _)| Route::Letter(letter));
    Route::FIXED.into_iter().chain(letters).chain(companies).chain(technologies).collect()
}

/// Former routes, each with the one that replaced it.
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

fn query_keys() -> Vec<String> {
    let material = MaterialFilter::KEYS.iter().copied();
    let keys = Filter::KEYS.iter().copied().chain(material);
    let keys = keys.chain([Compared::KEY, MatrixScope::KEY]);
    keys.map(str::to_owned).collect()
}

/// Draws the page of a route. `canonical` is the route of its canonical URL, if it has one.
fn page(site: Site, base: Base, route: &Route, canonical: Option<&Route>) -> Html {
    let owner = Owner::new();
    // Drawn once, so signals need not be tracked.
    let _zone = SpecialNonReactiveZone::enter();
    let (title, body) = owner.with(|| {
        let title = StoredValue::new(String::new());
        provide_context(WrittenTitle(title));
        let base = base.without_origin();
        let navigation = Navigation::fixed(base, route);
        let html = view! { <App site base navigation /> }.to_html();
        (title.get_value(), markup::without_markers(&html))
    });
    Html { head: head::of(site.catalog(), base, canonical, &title), body }
}

#[cfg(test)]
mod tests {
    use catalog::{Block, Catalog, Inline};
    use explore::LONGEST_GRID;

    use super::*;

    fn embedded() -> Prerendered {
        _ = any_spawner::Executor::init_futures_executor();
        prerender(Site::embedded().unwrap(), Base::from_path("/sub/"))
    }

    #[test]
    fn every_route_has_a_page_with_its_own_title_and_description() {
        let mut pages = embedded().pages;
        pages.retain(|page| page.is_canonical);
        let catalog = Site::embedded().unwrap().catalog();
        assert_eq!(
            pages.len(),
            Route::FIXED.len() + catalog.companies.len() + catalog.technologies.len()
        );
        for tag in ["<title>", "<meta name=\"description\""] {
            let mut seen = Vec::new();
            for page in &pages {
                let line = page.html.head.lines().find(|line| line.starts_with(tag)).unwrap();
                assert!(!seen.contains(&line), "twice: {line}");
                seen.push(line);
            }
        }
    }

    #[test]
    fn a_page_holds_its_content_and_links_below_its_base() {
        _ = any_spawner::Executor::init_futures_executor();
        let mut acme = fixtures::a_company("acme", "Acme");
        let content = vec![Inline::Text("Its viewing history".to_owned())];
        acme.body = vec![Block::Paragraph { content, line: 2 }];
        let other = fixtures::a_company("other", "Other");
        let catalog = Catalog {
            chapters: vec![fixtures::a_book_s_chapter()],
            companies: vec![acme, other],
            ..Catalog::default()
        };
        let pages = prerender(Site::of(catalog), Base::from_path("/sub/")).pages;
        let acme = pages.iter().find(|page| page.path == "company/acme").unwrap();
        let body = &acme.html.body;
        assert!(body.contains("Its viewing history"), "the chapter's words");
        assert!(!body.contains("href=\"/company/"), "a link beside the base");
        assert!(!body.contains("<!>"), "markers that only hydration needs");
    }

    #[test]
    fn a_long_grid_is_linked_from_a_to_z() {
        _ = any_spawner::Executor::init_futures_executor();
        let companies = 2 * LONGEST_GRID;
        let company = |number: usize| {
            let initial = ["7", "b", "s"][number % 3];
            fixtures::a_company(&format!("{initial}-{number}"), &format!("Acme {number}"))
        };
        let catalog =
            Catalog { companies: (0..companies).map(company).collect(), ..Catalog::default() };
        let pages = prerender(Site::of(catalog), Base::from_path("/sub/")).pages;
        let page = |path: &str| &pages.iter().find(|page| page.path == path).unwrap().html.body;
        let links_to = |body: &str, number: usize| {
            let initial = ["7", "b", "s"][number % 3];
            body.contains(&format!("href=\"/sub/company/{initial}-{number}\""))
        };
        let letters = ["0-9", "b", "s"].map(|letter| format!("companies/{letter}"));
        let home = page("");
        assert!((0..companies).filter(|number| links_to(home, *number)).count() < LONGEST_GRID);
        for letter in &letters {
            assert!(home.contains(&format!("href=\"/sub/{letter}\"")), "{letter}");
        }
        for number in 0..companies {
            let of_letter = letters.iter().filter(|letter| links_to(page(letter), number));
            assert_eq!(of_letter.count(), 1, "{number}");
        }
    }

    #[test]
    fn what_is_not_there_has_a_page_of_its_own() {
        let Html { head, body } = embedded().not_found;
        assert!(body.contains("Page not found"), "{body}");
        assert!(!body.contains("There is no page called"), "{body}");
        assert!(head.contains("noindex"));
    }

    #[test]
    fn the_shell_holds_no_page() {
        let Html { head, body } = embedded().shell;
        assert!(body.contains("Opening the case studies"));
        assert!(!body.contains("Page not found"));
        assert_eq!(head, "<title>Casebook</title>\n<meta name=\"robots\" content=\"noindex\" />\n");
    }
}
