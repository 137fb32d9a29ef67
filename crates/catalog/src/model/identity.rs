//! What the site is called and what it is about.

use serde::{Deserialize, Serialize};

/// The table `[site]` of `site.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Name of the site.
    pub name: String,
    /// The question that it answers, or what it offers: the title of the home page.
    pub tagline: String,
    /// What the case studies are about, as in the middle of a sentence: "data engineering".
    pub subject: Option<String>,
    /// Language of the chapters, as a tag of BCP 47: "en". The interface is in English.
    pub language: String,
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
    ///
    /// ```
    /// let identity =
    ///     catalog::Identity { subject: Some("data engineering".into()), ..Default::default() };
    /// assert_eq!(identity.subject_first().as_deref(), Some("Data engineering"));
    /// ```
    #[must_use]
    pub fn subject_first(&self) -> Option<String> {
        let mut letters = self.subject.as_deref()?.chars();
        let first = letters.next()?;
        Some(first.to_uppercase().chain(letters).collect())
    }

    /// A company's name with the subject: "Netflix: data engineering".
    #[must_use]
    pub fn title_of(&self, company: &str) -> String {
        match &self.subject {
            Some(subject) => format!("{company}: {subject}"),
            None => company.to_owned(),
        }
    }
}
