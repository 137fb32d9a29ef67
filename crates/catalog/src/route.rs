//! The pages of the site and their paths. Paths are bookmarks: they never change.

use percent_encoding::percent_decode_str;

/// A page of the site. Paths are relative to where the site is served, without slashes around
/// them: `company/netflix`. The grid has the empty path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// Search, facets and the grid.
    Home,
    /// The page of the company with this slug, which may be unknown.
    Company(String),
    /// The page of the technology with this slug, which may be unknown.
    Technology(String),
    /// All technologies by role, and the co-occurrence matrix.
    Technologies,
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
    pub const FIXED: [Self; 5] =
        [Self::Home, Self::Technologies, Self::Compare, Self::Saved, Self::About];

    /// The page of a path. Slashes around it and the file name `index.html`, which hosts add, are
    /// ignored; broken percent-encoding becomes U+FFFD.
    ///
    /// ```
    /// use catalog::Route;
    ///
    /// assert_eq!(Route::from_path("/company/netflix/"), Route::Company("netflix".to_owned()));
    /// assert_eq!(Route::from_path("/nowhere"), Route::Unknown("nowhere".to_owned()));
    /// ```
    #[must_use]
    pub fn from_path(path: &str) -> Self {
        let path = path.strip_suffix("/index.html").unwrap_or(path).trim_matches('/');
        if let Some(fixed) = Self::FIXED.into_iter().find(|route| route.path() == path) {
            return fixed;
        }
        let (parents, last) = path.rsplit_once('/').unwrap_or(("", path));
        let last = percent_decode_str(last).decode_utf8_lossy().into_owned();
        match parents {
            "company" => Self::Company(last),
            "technology" => Self::Technology(last),
            _ => Self::Unknown(last),
        }
    }

    /// The path of the page; for [`Route::Unknown`] only its last segment.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Company(slug) => format!("company/{slug}"),
            Self::Technology(slug) => format!("technology/{slug}"),
            Self::Technologies => "technologies".to_owned(),
            Self::Compare => "compare".to_owned(),
            Self::Saved => "saved".to_owned(),
            Self::About => "about".to_owned(),
            Self::Unknown(name) => name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_page() {
        let named =
            [Route::Company("booking-com".to_owned()), Route::Technology("kafka".to_owned())];
        for route in Route::FIXED.into_iter().chain(named) {
            let path = route.path();
            for path in [format!("/{path}"), format!("/{path}/"), format!("/{path}/index.html")] {
                assert_eq!(Route::from_path(&path), route, "{path}");
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
    }

    #[test]
    fn slugs_are_decoded() {
        assert_eq!(Route::from_path("/company/z%C3%BCrich"), Route::Company("zürich".to_owned()));
    }
}
