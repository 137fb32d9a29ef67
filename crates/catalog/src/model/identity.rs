//! What the site is called and what it is about.

use serde::{Deserialize, Serialize};

/// The table `[site]` of `site.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Name of the site.
    pub name: String,
    /// The question that it answers, or what it offers: the title of the home page.
    pub tagline: String,
    /// What the case studies are about.
    pub subject: Option<Subject>,
    /// Language of the chapters, as a tag of BCP 47: "en". The interface is in English.
    pub language: String,
}

/// A subject as sentences need it. Both forms are made at compile time: the table of capitals is 12 kB.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    within: String,
    first: String,
}

impl Subject {
    /// The subject from its words in the middle of a sentence: "data engineering".
    ///
    /// ```
    /// let subject = catalog::Subject::new("énergie et eau");
    /// assert_eq!((subject.within(), subject.first()), ("énergie et eau", "Énergie et eau"));
    /// ```
    #[must_use]
    pub fn new(within: &str) -> Self {
        let mut letters = within.chars();
        let capital = letters.next().into_iter().flat_map(char::to_uppercase);
        Self { within: within.to_owned(), first: capital.chain(letters).collect() }
    }

    /// In the middle of a sentence.
    #[must_use]
    pub fn within(&self) -> &str {
        &self.within
    }

    /// As the start of a sentence.
    #[must_use]
    pub fn first(&self) -> &str {
        &self.first
    }
}

impl Default for Identity {
    fn default() -> Self {
        Self {
            name: "Casebook".to_owned(),
            tagline: "Who runs what, and how do we know?".to_owned(),
            subject: None,
            language: "en".to_owned(),
        }
    }
}

impl Identity {
    /// The subject as the start of a sentence.
    #[must_use]
    pub fn subject_first(&self) -> Option<&str> {
        self.subject.as_ref().map(Subject::first)
    }

    /// A company's name with the subject: "Netflix: data engineering".
    #[must_use]
    pub fn title_of(&self, company: &str) -> String {
        match &self.subject {
            Some(subject) => format!("{company}: {}", subject.within()),
            None => company.to_owned(),
        }
    }
}
