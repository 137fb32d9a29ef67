//! What browsers may do with a page: the content security policy and other headers.
//!
//! Every page carries the policy in a `<meta>`, so it applies on any host. `_headers`, for hosts that
//! read it (Netlify, Cloudflare Pages), adds what a `<meta>` cannot express.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use catalog::{Base, PLAYER_ORIGIN, Route};
use sha2::{Digest, Sha256};

use super::assets::FOLDER;

/// A content security policy.
pub(crate) struct Policy {
    directives: Vec<String>,
}

impl Policy {
    /// Allows `first_script`, which is inlined in every page, and the scripts that it loads; no
    /// others.
    pub(super) fn new(first_script: &str) -> Self {
        let hash = STANDARD.encode(Sha256::digest(first_script));
        let script = format!("script-src 'strict-dynamic' 'sha256-{hash}' 'wasm-unsafe-eval'");
        let directives = vec![
            "default-src 'none'".to_owned(),
            script,
            "style-src 'self'".to_owned(),
            "img-src 'self' data:".to_owned(),
            "connect-src 'self'".to_owned(),
            "manifest-src 'self'".to_owned(),
            "worker-src 'self'".to_owned(),
            format!("frame-src {PLAYER_ORIGIN}"),
            "base-uri 'none'".to_owned(),
            "form-action 'none'".to_owned(),
            "require-trusted-types-for 'script'".to_owned(),
            "trusted-types default".to_owned(),
        ];
        Self { directives }
    }

    /// As the content of a `<meta>`.
    pub(super) fn for_meta(&self) -> String {
        self.directives.join("; ")
    }

    /// As the value of a header.
    pub(crate) fn for_header(&self) -> String {
        format!("{}; frame-ancestors 'none'", self.for_meta())
    }

    /// The file that Netlify and Cloudflare Pages read, for a site whose pages have these `routes`.
    /// Where several rules match, Cloudflare Pages joins their values, so no two rules that match one
    /// address set the same header.
    pub(super) fn headers_file<'a>(
        &self,
        base: Base,
        routes: impl Iterator<Item = &'a str>,
    ) -> String {
        let base = base.without_origin().page(&Route::Home);
        let mut text = String::new();
        let mut rule = |path: &str, headers: &[(&str, &str)]| {
            // Writing to a String never fails.
            let _ = writeln!(text, "{base}{path}");
            for (name, value) in headers {
                let _ = writeln!(text, "  {name}: {value}");
            }
        };
        rule(
            "*",
            &[
                ("Content-Security-Policy", &self.for_header()),
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "strict-origin-when-cross-origin"),
                ("Cross-Origin-Opener-Policy", "same-origin"),
            ],
        );
        rule(&format!("{FOLDER}/*"), &[("Cache-Control", "public, max-age=31536000, immutable")]);
        let revalidated = [("Cache-Control", "no-cache")];
        for path in rules_of_pages(routes) {
            rule(&path, &revalidated);
        }
        for path in REVALIDATED {
            rule(path, &revalidated);
        }
        text
    }
}

/// The files, pages aside, that keep their name when their content changes.
const REVALIDATED: &[&str] = &[
    "404.html",
    "api/*",
    "companies.csv",
    "feed.xml",
    "manifest.webmanifest",
    "preview.png",
    "robots.txt",
    "sitemap.xml",
    "sw.js",
];

/// Paths of rules that match every address of every page. Pages in a folder share one: Cloudflare
/// Pages reads 100 rules at most.
fn rules_of_pages<'a>(routes: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for route in routes {
        match route.split_once('/') {
            Some((folder, _)) => {
                paths.insert(format!("{folder}/*"));
            }
            None if route.is_empty() => paths.extend([String::new(), "index.html".to_owned()]),
            None => paths.extend([route.to_owned(), format!("{route}/*"), format!("{route}.html")]),
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_script_is_known_by_its_bytes() {
        // The hash of an empty text, as https://www.w3.org/TR/CSP3/ encodes it.
        let policy = Policy::new("").for_meta();
        assert!(
            policy.contains("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    }

    #[test]
    fn no_address_has_two_rules_for_caching() {
        let routes = ["", "about", "company/netflix"];
        let file = Policy::new("").headers_file(Base::from_path("/sub/"), routes.into_iter());
        assert!(
            file.starts_with("/sub/*\n  Content-Security-Policy: default-src 'none'; "),
            "{file}"
        );
        assert_eq!(file.matches("frame-ancestors 'none'").count(), 1);
        assert!(
            file.contains("/sub/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n")
        );
        assert!(file.contains("/sub/\n  Cache-Control: no-cache\n"));
        let everywhere = file.split("\n/").next().unwrap();
        assert!(!everywhere.contains("Cache-Control"), "{everywhere}");
        let mut paths: Vec<&str> = file.lines().filter(|line| line.starts_with('/')).collect();
        let rules = paths.len();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(paths.len(), rules, "{file}");
    }

    #[test]
    fn every_address_of_a_page_is_looked_at_again() {
        let routes = ["", "about", "company/netflix", "company/uber", "technology/kafka"];
        let paths = rules_of_pages(routes.into_iter());
        assert_eq!(
            paths.iter().map(String::as_str).collect::<Vec<_>>(),
            ["", "about", "about.html", "about/*", "company/*", "index.html", "technology/*"]
        );
    }

    #[test]
    fn all_pages_fit_into_the_rules_that_cloudflare_reads() {
        let named = (0..100).flat_map(|n| [format!("company/{n}"), format!("technology/{n}")]);
        let routes: Vec<_> = Route::FIXED.iter().map(Route::path).chain(named).collect();
        let routes = routes.iter().map(String::as_str);
        let file = Policy::new("").headers_file(Base::from_path("/"), routes);
        let rules = file.lines().filter(|line| line.starts_with('/')).count();
        assert!((20..=100).contains(&rules), "{rules} rules");
    }
}
