//! The podcast episodes of all companies.

use catalog::{Company, Podcast};

use crate::index::Index;
use crate::order::ordered;

/// An episode with the company that it is about.
#[derive(Clone, Copy, Debug)]
pub struct Episode<'c> {
    /// The company.
    pub company: &'c Company,
    /// The episode.
    pub podcast: &'c Podcast,
}

impl<'c> Index<'c> {
    /// Every episode by its number; those without one last, in the order of the chapter.
    ///
    /// ```
    /// use catalog::Podcast;
    /// use explore::Index;
    ///
    /// let mut catalog = fixtures::a_catalog(&[], &[&[], &[]]);
    /// let episode = |episode, title: &str| Podcast {
    ///     episode,
    ///     ..fixtures::a_podcast(title.to_owned(), String::new())
    /// };
    /// catalog.companies[0].podcasts = vec![episode(None, "none"), episode(Some(7), "seven")];
    /// catalog.companies[1].podcasts = vec![episode(Some(3), "three")];
    /// let index = Index::new(&catalog);
    /// let titles: Vec<_> = index.episodes().iter().map(|e| e.podcast.title.as_str()).collect();
    /// assert_eq!(titles, ["three", "seven", "none"]);
    /// ```
    #[must_use]
    pub fn episodes(&self) -> Vec<Episode<'c>> {
        let mut episodes = Vec::new();
        for company in &self.catalog().companies {
            for podcast in &company.podcasts {
                episodes.push(Episode { company, podcast });
            }
        }
        let number = |at: usize| {
            let number =
                episodes[at].podcast.episode.and_then(|number| usize::try_from(number).ok());
            number.unwrap_or(usize::MAX)
        };
        let order = ordered(0..episodes.len(), |at| (number(at), at));
        order.into_iter().map(|at| episodes[at]).collect()
    }
}
