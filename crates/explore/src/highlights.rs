//! What a card says of a company: its best piece of material, and the technologies asked for.

use std::cmp::Reverse;

use catalog::{Company, EvidenceSource, Kind, Tag, TitleSource, podcast_address};

use crate::checked::CheckedFilter;
use crate::index::Index;

/// A piece of material, by what a reader chooses it for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BestPiece<'c> {
    /// Its title.
    pub title: &'c str,
    /// Its kind.
    pub kind: Kind,
    /// Its year, if known.
    pub year: Option<u32>,
    /// Its address; `None` for an episode without one.
    pub address: Option<String>,
    /// How many more pieces the company has.
    pub more: usize,
}

/// A tag on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardTag<'c> {
    /// The tag.
    pub tag: &'c Tag,
    /// Whether the filter asks for its technology or for a whole of it.
    pub is_asked_for: bool,
}

impl<'c> Index<'c> {
    /// The tags that count as use: those that the filter asks for first, then best grade first.
    #[must_use]
    pub fn card_tags(&self, company: &'c Company, filter: &CheckedFilter) -> Vec<CardTag<'c>> {
        let (mut asked_for, mut others) = (Vec::new(), Vec::new());
        for tag in company.uses() {
            let is_asked_for = self.is_asked_for(tag, filter);
            let tags = if is_asked_for { &mut asked_for } else { &mut others };
            tags.push(CardTag { tag, is_asked_for });
        }
        asked_for.append(&mut others);
        asked_for
    }

    /// The piece of material to read first; `None` for a company without any. One that names what
    /// the filter asks for comes before others, talks and articles before websites, a title that is
    /// given before one made from the address, newer before older.
    ///
    /// ```
    /// use catalog::Kind;
    /// use explore::{Filter, Index};
    ///
    /// let mut catalog = fixtures::a_catalog(&["kafka"], &[&["kafka"]]);
    /// catalog.companies[0].resources = vec![
    ///     fixtures::a_resource("A site".to_owned(), None, Kind::Website),
    ///     fixtures::a_resource("A talk".to_owned(), None, Kind::Slides),
    /// ];
    /// let index = Index::new(&catalog);
    /// let best = index.best_piece(&catalog.companies[0], &index.check(&Filter::default()));
    /// let best = best.map(|best| (best.title, best.more));
    /// assert_eq!(best, Some(("A talk", 1)));
    /// ```
    #[must_use]
    pub fn best_piece(
        &self,
        company: &'c Company,
        filter: &CheckedFilter,
    ) -> Option<BestPiece<'c>> {
        let asked = company.uses().filter(|tag| self.is_asked_for(tag, filter));
        let sources: Vec<_> =
            asked.flat_map(|tag| &tag.evidence).map(|evidence| evidence.source).collect();
        let pieces = company.resources.len() + company.podcasts.len();
        let piece =
            |title, kind, year, address| BestPiece { title, kind, year, address, more: pieces - 1 };
        let resources = (0..).zip(&company.resources).map(|(number, resource)| {
            let is_asked_for = sources.iter().any(|source| source.resource() == Some(number));
            let is_given =
                matches!(resource.title_source, TitleSource::Stated | TitleSource::Maintainer);
            let year = resource.dated.map(|dated| dated.year);
            let rank = (!is_asked_for, rank(resource.kind), !is_given, Reverse(year));
            let address = Some(resource.url.clone());
            (rank, piece(resource.title.as_str(), resource.kind, year, address))
        });
        let podcasts = (0..).zip(&company.podcasts).map(|(number, podcast)| {
            let is_asked_for = sources.contains(&EvidenceSource::Podcast(number));
            let rank = (!is_asked_for, rank(Kind::Podcast), false, Reverse(None));
            (rank, piece(podcast.title.as_str(), Kind::Podcast, None, podcast_address(podcast)))
        });
        podcasts.chain(resources).min_by_key(|(rank, _)| *rank).map(|(_, piece)| piece)
    }

    fn is_asked_for(&self, tag: &Tag, filter: &CheckedFilter) -> bool {
        let own = self.technology_position(tag.technology.as_str());
        let asked = filter.technology_positions();
        own.is_some_and(|own| self.lineage(own).iter().any(|at| asked.contains(at)))
    }
}

/// Kinds that tell how something is done come first, those that only name a place last.
const fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Podcast | Kind::Slides | Kind::Video | Kind::Article | Kind::Paper => 0,
        Kind::CaseStudy | Kind::Dataset | Kind::Event => 1,
        Kind::Docs | Kind::Encyclopedia => 2,
        Kind::Product | Kind::Collection | Kind::Profile | Kind::Website => 3,
    }
}
