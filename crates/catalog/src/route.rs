//! The pages of the site and their paths. Paths are bookmarks: they never change.

use percent_encoding::percent_decode_str;

/// A page of the site. Paths are relative to where the site is served, without slashes around
/// them: `company/netflix`. The grid has the empty path.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// Search, facets and the grid.
    #[default]
    Home,
    /// The page of the company with this slug, which may be unknown.
    Company(String),
    /// The page of the technology with this slug, which may be unknown.
    Technology(String),
    /// The companies of this letter, which may have none: `a`, `0-9`.
    Letter(String),
    /// All technologies by role, and the co-occurrence matrix.
    Technologies,
    /// Every talk, article, paper and episode of all companies.
    Material,
    /// The podcast episodes, and the way to play them one after another.
    Listen,
    /// The comparison of companies.
    Compare,
    /// The reader's own list.
    Saved,
    /// Source, licence, method, age.
    About,
    /// No page of the site; with the last segment of the path, which may be a misspelt name.
    Unknown(String),
}

impl Route {
    /// Every page that has no slug.
    pub const FIXED: [Self; 7] = [
        Self::Home,
        Self::Technologies,
        Self::Material,
        Self::Listen,
        Self::Compare,
        Self::Saved,
        Self::About,
    ];

    /// The page of a path, in every form in which some host serves it: with a slash at its end, as
    /// the file `….html` or `…/index.html`, with doubled or encoded slashes, in capitals. Broken
    /// percent-encoding becomes U+FFFD.
    ///
    /// ```
    /// use catalog::Route;
    ///
    /// assert_eq!(Route::from_path("/company/netflix/"), Route::Company("netflix".to_owned()));
    /// assert_eq!(Route::from_path("/About.html"), Route::About);
    /// assert_eq!(Route::from_path("/nowhere"), Route::Unknown("nowhere".to_owned()));
    /// ```
    #[must_use]
    pub fn from_path(path: &str) -> Self {
        let path = percent_decode_str(path).decode_utf8_lossy();
        let mut names: Vec<&str> =
            path.split(['/', '\\']).filter(|name| !matches!(*name, "" | ".")).collect();
        if let Some(last) = names.last_mut() {
            *last = without_extension(last);
        }
        if names.last().is_some_and(|last| last.eq_ignore_ascii_case("index")) {
            names.pop();
        }
        let is = |name: &str, expected: &str| name.eq_ignore_ascii_case(expected);
        match names[..] {
            [] => Self::Home,
            [name] => {
                let fixed = Self::FIXED.into_iter().find(|route| is(name, &route.path()));
                fixed.unwrap_or_else(|| Self::Unknown(name.to_owned()))
            }
            [folder, slug] if is(folder, "company") => Self::Company(slug.to_ascii_lowercase()),
            [folder, letter] if is(folder, "companies") => {
                Self::Letter(letter.to_ascii_lowercase())
            }
            [folder, slug] if is(folder, "technology") => {
                Self::Technology(slug.to_ascii_lowercase())
            }
            [.., last] => Self::Unknown(last.to_owned()),
        }
    }

    /// The path of the page; for [`Route::Unknown`] only its last segment.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Company(slug) => format!("company/{slug}"),
            Self::Technology(slug) => format!("technology/{slug}"),
            Self::Letter(letter) => format!("companies/{letter}"),
            Self::Technologies => "technologies".to_owned(),
            Self::Material => "material".to_owned(),
            Self::Listen => "listen".to_owned(),
            Self::Compare => "compare".to_owned(),
            Self::Saved => "saved".to_owned(),
            Self::About => "about".to_owned(),
            Self::Unknown(name) => name.clone(),
        }
    }
}

/// The name of a page's file without `.html`.
fn without_extension(name: &str) -> &str {
    const EXTENSION: &str = ".html";
    let stem = name.len().checked_sub(EXTENSION.len()).and_then(|end| name.split_at_checked(end));
    match stem {
        Some((stem, extension)) if extension.eq_ignore_ascii_case(EXTENSION) => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_page() {
        let named = [
            Route::Company("booking-com".to_owned()),
            Route::Technology("kafka".to_owned()),
            Route::Letter("0-9".to_owned()),
        ];
        for route in Route::FIXED.into_iter().chain(named) {
            let path = route.path();
            let forms = [
                format!("/{path}"),
                format!("/{path}/"),
                format!("/{path}/index.html"),
                format!("/{path}/index"),
                format!("/{path}/INDEX.HTML"),
                format!("//{path}//"),
                format!("/./{path}"),
                format!("/{}", path.to_uppercase()),
                format!("/{}", path.replace('/', "%2F")),
                format!("/{}", path.replace('/', "%2f%2f")),
                format!("/{}", path.replace('/', "\\")),
                format!("%2F{path}"),
            ];
            for form in forms {
                assert_eq!(Route::from_path(&form), route, "{form}");
            }
            if route != Route::Home {
                for form in [format!("/{path}.html"), format!("/{path}.HTML/")] {
                    assert_eq!(Route::from_path(&form), route, "{form}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_page_keeps_its_last_part() {
        #[track_caller]
        fn check(path: &str, name: &str) {
            assert_eq!(Route::from_path(path), Route::Unknown(name.to_owned()));
        }
        check("/nowhere", "nowhere");
        check("/company/", "company");
        check("/company/a/b", "b");
        check("/api/companies.json", "companies.json");
        check("/%E2%82", "\u{fffd}");
        check("/nowhere.html", "nowhere");
        check("/Nowhere/", "Nowhere");
        check("/ü.htmx", "ü.htmx");
    }

    #[test]
    fn slugs_are_decoded() {
        assert_eq!(Route::from_path("/company/z%C3%BCrich"), Route::Company("zürich".to_owned()));
    }
}
