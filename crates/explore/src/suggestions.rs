//! Suggestions while a reader types: companies, technologies and resources by their names.
//!
//! A name is suggested if each word of the text begins one of its words. Letters are compared as in
//! the search; no typo is forgiven.

use catalog::{Company, Resource, Technology};

use crate::search::{IndexedName, Search, TargetPosition, Term, marks, terms_of};

/// A page or a resource whose name is like the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion<'c> {
    /// Where it leads.
    pub target: Target<'c>,
    /// Byte ranges of [`Target::name`] to highlight: ascending, disjoint, on character boundaries.
    /// Empty if only the other name is like the text.
    pub marks: Vec<(u32, u32)>,
    /// The name that is like the text, if the shown one is not.
    pub other_name: Option<OtherName<'c>>,
}

/// An alias of a technology, or the chapter's label of a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherName<'c> {
    /// The name.
    pub text: &'c str,
    /// Byte ranges of it to highlight, as in [`Suggestion::marks`]; never empty.
    pub marks: Vec<(u32, u32)>,
}

/// What a suggestion leads to.
#[derive(Clone, Copy, Debug)]
pub enum Target<'c> {
    /// A company.
    Company(&'c Company),
    /// A technology.
    Technology(&'c Technology),
    /// Something that the company's section links to.
    Resource(&'c Company, &'c Resource),
}

impl<'c> Target<'c> {
    /// The name that readers see.
    #[must_use]
    pub fn name(&self) -> &'c str {
        match self {
            Self::Company(company) => &company.name,
            Self::Technology(technology) => &technology.name,
            Self::Resource(_, resource) => &resource.title,
        }
    }
}

impl PartialEq for Target<'_> {
    /// Compares by identity: both are references into one catalogue.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Company(one), Self::Company(other)) => std::ptr::eq(*one, *other),
            (Self::Technology(one), Self::Technology(other)) => std::ptr::eq(*one, *other),
            (Self::Resource(_, one), Self::Resource(_, other)) => std::ptr::eq(*one, *other),
            _ => false,
        }
    }
}

impl Eq for Target<'_> {}

impl<'c> Search<'_, 'c> {
    /// At most `limit` companies, then at most `limit` technologies, then at most `limit` resources
    /// whose names are like the text.
    ///
    /// In each group the best come first: the whole name, names that begin with the text, names
    /// with a word that begins with it, names with its words in any order; then in the same order
    /// those with another name that is like the text. Ties are sorted by name, technologies by
    /// number of companies. An alias with which the name ends is not another name: Kafka is Apache
    /// Kafka.
    ///
    /// ```
    /// use explore::{Index, Search};
    ///
    /// let catalog = fixtures::a_catalog(&["kafka", "spark"], &[]);
    /// let index = Index::new(&catalog);
    /// let suggestions = Search::new(&index).suggest("spa", 4);
    /// assert_eq!(suggestions[0].target.name(), "spark");
    /// assert_eq!(suggestions[0].marks, [(0, 3)]);
    /// ```
    #[must_use]
    pub fn suggest(&self, text: &str, limit: usize) -> Vec<Suggestion<'c>> {
        let terms = terms_of(text);
        let names = self.names().like(text, &terms, limit);
        names.into_iter().map(|name| self.suggestion(name, &terms)).collect()
    }

    fn suggestion(&self, name: &IndexedName, terms: &[Term]) -> Suggestion<'c> {
        let target = self.target(name.of);
        let other = name.other_name.and_then(|number| match target {
            Target::Company(_) => None,
            Target::Technology(technology) => technology.aliases.get(number).map(String::as_str),
            Target::Resource(_, resource) => resource.label.as_deref(),
        });
        Suggestion {
            target,
            marks: marks_of(target.name(), terms),
            other_name: other.map(|text| OtherName { text, marks: marks_of(text, terms) }),
        }
    }

    fn target(&self, position: TargetPosition) -> Target<'c> {
        let catalog = self.index.catalog;
        match position {
            TargetPosition::Company(at) => Target::Company(&catalog.companies[at]),
            TargetPosition::Technology(at) => Target::Technology(&catalog.technologies[at]),
            TargetPosition::Resource(at, resource) => {
                let company = &catalog.companies[at];
                Target::Resource(company, &company.resources[resource])
            }
        }
    }
}

fn marks_of(text: &str, terms: &[Term]) -> Vec<(u32, u32)> {
    let (marks, _) = marks(text, terms);
    marks.into_iter().map(|(start, end)| (start as u32, end as u32)).collect()
}
