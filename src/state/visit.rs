//! An address of the site, taken apart: which page, which query string, which place on the page.

use catalog::{Base, Route};

use super::unfolded::EntryNumber;

/// The open address, and how it was reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Visit {
    pub(super) route: Route,
    /// Query string without `?`.
    pub(super) search: String,
    /// The id of the element to scroll to, without `#`.
    pub(super) fragment: String,
    pub(super) entry: EntryNumber,
    pub(super) arrival: Arrival,
}

/// How an address was reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Arrival {
    /// The document was loaded: typed, pasted, followed from elsewhere.
    #[default]
    Load,
    /// The document was loaded again: a reload, or Back from another site.
    LoadAgain,
    /// A link or a control of the site.
    Link,
    /// Back or Forward.
    History,
}

impl Visit {
    /// Whether two visits show the same page, whatever its query string.
    pub(super) fn is_page_of(&self, other: &Self) -> bool {
        self.route == other.route
    }

    /// Parses an address of this host; `None` when it is outside of `base`.
    pub(super) fn of_address(address: &str, base: Base) -> Option<Self> {
        // Of several slashes at its start the base has one.
        let slashes = address.len() - address.trim_start_matches('/').len();
        let address = &address[slashes.saturating_sub(1)..];
        let (start, below) = address.split_at_checked(base.as_str().len())?;
        if !start.eq_ignore_ascii_case(base.as_str()) {
            return None;
        }
        let (below, fragment) = below.split_once('#').unwrap_or((below, ""));
        let (path, search) = below.split_once('?').unwrap_or((below, ""));
        (path.is_empty() || path.starts_with('/')).then(|| Self {
            route: Route::from_path(path),
            search: search.to_owned(),
            fragment: fragment.to_owned(),
            ..Self::default()
        })
    }

    /// The address by which the site itself links here; `None` for no page of the site.
    pub(super) fn address(&self, base: Base) -> Option<String> {
        if matches!(self.route, Route::Unknown(_)) {
            return None;
        }
        let mut address = base.page(&self.route);
        for (sign, part) in [('?', &self.search), ('#', &self.fragment)] {
            if !part.is_empty() {
                address.push(sign);
                address.push_str(part);
            }
        }
        Some(address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_apart() {
        let base = Base::from_path("/sub/");
        let visit = Visit::of_address("/sub/company/netflix?q=a#material", base).unwrap();
        assert_eq!(visit.route, Route::Company("netflix".to_owned()));
        assert_eq!(visit.address(base).unwrap(), "/sub/company/netflix?q=a#material");
        assert_eq!(visit.search, "q=a");
        assert_eq!(visit.fragment, "material");
        assert_eq!(Visit::of_address("/sub", base).unwrap().route, Route::Home);
    }

    #[test]
    fn every_form_of_an_address_has_one_that_the_site_links_to() {
        #[track_caller]
        fn check(base: &str, address: &str, expected: Option<&str>) {
            let base = Base::from_path(base);
            let visit = Visit::of_address(address, base).unwrap();
            assert_eq!(visit.address(base).as_deref(), expected, "{address}");
        }
        check("/", "//about", Some("/about"));
        check("/", "/About.html?x#y", Some("/about?x#y"));
        check("/", "/company%2FNetflix/", Some("/company/netflix"));
        check("/sub/", "//sub//technology/kafka/index.html", Some("/sub/technology/kafka"));
        check("/sub/", "/Sub/About", Some("/sub/about"));
        check("/", "/nowhere", None);
    }

    #[test]
    fn what_lies_outside_of_the_base_is_not_the_sites() {
        let base = Base::from_path("/sub/");
        for address in ["/", "/other/company/netflix", "/subway"] {
            assert_eq!(Visit::of_address(address, base), None, "{address}");
        }
    }
}
