//! `_headers`, by which Netlify and Cloudflare Pages send response headers. deploy/nginx.conf sends
//! the same ones; docs/headers.md says what each is for.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Result, bail};
use catalog::{Base, Route};

use super::assets::FOLDER;
use super::policy::Policy;

/// Sent with everything, beside the policy.
const EVERYWHERE: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    // For browsers that do not know frame-ancestors.
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    // Not for subdomains, which need not be this site's.
    ("Strict-Transport-Security", "max-age=31536000"),
    // What the player may do is said where it is embedded.
    (
        "Permissions-Policy",
        "accelerometer=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), \
         gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), \
         usb=()",
    ),
];

/// What other sites may do with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Audience {
    /// Nothing but link to it.
    OwnPages,
    /// Show it, as an image.
    Viewers,
    /// Read it.
    Programs,
}

impl Audience {
    const fn headers(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::OwnPages => &[("Cross-Origin-Resource-Policy", "same-origin")],
            Self::Viewers => &[("Cross-Origin-Resource-Policy", "cross-origin")],
            Self::Programs => &[
                ("Cross-Origin-Resource-Policy", "cross-origin"),
                ("Access-Control-Allow-Origin", "*"),
            ],
        }
    }
}

/// The files that are neither pages, assets nor data.
const OTHERS: &[(&str, Audience)] = &[
    ("404.html", Audience::OwnPages),
    ("manifest.webmanifest", Audience::OwnPages),
    ("preview.png", Audience::Viewers),
    ("share/*", Audience::Viewers),
    ("robots.txt", Audience::OwnPages),
    ("sitemap.xml", Audience::OwnPages),
    ("sw.js", Audience::OwnPages),
];

/// The text of the file, for a site whose pages have these `routes` and whose files for programs are
/// at the paths in `data`. Where several rules match, Cloudflare Pages joins their values, so no two
/// rules that match one address set the same header.
///
/// # Errors
/// When a folder holds both pages and data: a rule is for all that is in a folder.
pub(super) fn headers_file<'a>(
    policy: &Policy,
    base: Base,
    routes: impl Iterator<Item = &'a str>,
    data: impl Iterator<Item = &'a str>,
) -> Result<String> {
    let base = base.without_origin().page(&Route::Home);
    let policy = policy.for_header();
    let mut text = String::new();
    let mut rule = |path: &str, headers: &[&[(&str, &str)]]| {
        // Writing to a String never fails.
        let _ = writeln!(text, "{base}{path}");
        for (name, value) in headers.iter().copied().flatten() {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    rule("*", &[&[("Content-Security-Policy", &policy)], EVERYWHERE]);
    // Their names change with their content.
    let kept = [("Cache-Control", "public, max-age=31536000, immutable")];
    rule(&format!("{FOLDER}/*"), &[Audience::OwnPages.headers(), &kept]);
    let revalidated = [("Cache-Control", "no-cache")];
    for (path, audience) in audiences(routes, data)? {
        rule(&path, &[audience.headers(), &revalidated]);
    }
    Ok(text)
}

/// The paths of rules that match every address outside of the assets, with who may read what is
/// there.
fn audiences<'a>(
    routes: impl Iterator<Item = &'a str>,
    data: impl Iterator<Item = &'a str>,
) -> Result<BTreeMap<String, Audience>> {
    let others = OTHERS.iter().map(|&(path, audience)| (path.to_owned(), audience));
    let pages = routes.flat_map(rules_of_page).map(|path| (path, Audience::OwnPages));
    let data = data.map(rule_of_file).map(|path| (path, Audience::Programs));
    let mut audiences = BTreeMap::new();
    for (path, audience) in others.chain(pages).chain(data) {
        let before = audiences.insert(path.clone(), audience);
        if before.is_some_and(|before| before != audience) {
            bail!("{path} holds pages and data: put the data into another folder");
        }
    }
    Ok(audiences)
}

/// The paths of rules for every address of a page. Pages in a folder share one: Cloudflare Pages
/// reads 100 rules at most.
fn rules_of_page(route: &str) -> Vec<String> {
    if route.is_empty() {
        vec![String::new(), "index.html".to_owned()]
    } else if route.contains('/') {
        vec![rule_of_file(route)]
    } else {
        vec![route.to_owned(), format!("{route}/*"), format!("{route}.html")]
    }
}

/// The path of a rule for a file and those beside it.
fn rule_of_file(path: &str) -> String {
    match path.split_once('/') {
        Some((folder, _)) => format!("{folder}/*"),
        None => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATA: [&str; 3] = ["api/companies.json", "api/companies/netflix.json", "feed.xml"];

    fn file(routes: &[&str]) -> String {
        let (routes, data) = (routes.iter().copied(), DATA.into_iter());
        headers_file(&Policy::new(""), Base::from_path("/sub/"), routes, data).unwrap()
    }

    #[test]
    fn no_address_has_two_rules_for_one_header() {
        let file = file(&["", "about", "company/netflix"]);
        let rules = file.lines().filter(|line| line.starts_with('/'));
        assert_eq!(
            rules.collect::<Vec<_>>(),
            [
                "/sub/*",
                "/sub/assets/*",
                "/sub/",
                "/sub/404.html",
                "/sub/about",
                "/sub/about.html",
                "/sub/about/*",
                "/sub/api/*",
                "/sub/company/*",
                "/sub/feed.xml",
                "/sub/index.html",
                "/sub/manifest.webmanifest",
                "/sub/preview.png",
                "/sub/robots.txt",
                "/sub/share/*",
                "/sub/sitemap.xml",
                "/sub/sw.js",
            ]
        );
        let everywhere = file.split("\n/").next().unwrap();
        assert!(everywhere.starts_with("/sub/*\n  Content-Security-Policy: default-src 'none'; "));
        for header in ["Cache-Control", "Cross-Origin-Resource-Policy", "Access-Control"] {
            assert!(!everywhere.contains(header), "{everywhere}");
        }
    }

    #[test]
    fn data_is_for_every_origin_and_nothing_else_is() {
        let file = file(&["", "about", "company/netflix"]);
        for rule in ["/sub/api/*", "/sub/feed.xml"] {
            let expected = "\n  Cross-Origin-Resource-Policy: cross-origin\n  \
                            Access-Control-Allow-Origin: *\n  Cache-Control: no-cache\n";
            assert!(file.contains(&format!("\n{rule}{expected}")), "{file}");
        }
        assert_eq!(file.matches("Access-Control-Allow-Origin").count(), 2);
        // Two rules for data, two for pictures, and the Referrer-Policy, whose value ends so.
        assert_eq!(file.matches("cross-origin\n").count(), 4 + 1, "{file}");
        assert!(file.contains(
            "/sub/assets/*\n  Cross-Origin-Resource-Policy: same-origin\n  \
             Cache-Control: public, max-age=31536000, immutable\n"
        ));
    }

    #[test]
    fn data_among_pages_is_refused() {
        let routes = ["company/netflix"].into_iter();
        let error = audiences(routes, ["company/netflix.md"].into_iter()).unwrap_err();
        assert!(error.to_string().starts_with("company/* holds pages and data"), "{error}");
    }

    #[test]
    fn all_pages_fit_into_the_rules_that_cloudflare_reads() {
        let named = (0..100).flat_map(|n| [format!("company/{n}"), format!("technology/{n}")]);
        let routes: Vec<_> = Route::FIXED.iter().map(Route::path).chain(named).collect();
        let file = file(&routes.iter().map(String::as_str).collect::<Vec<_>>());
        let rules = file.lines().filter(|line| line.starts_with('/')).count();
        assert!((20..=100).contains(&rules), "{rules} rules");
        // https://developers.cloudflare.com/pages/configuration/headers/
        assert!(file.lines().all(|line| line.len() <= 2000));
    }
}
