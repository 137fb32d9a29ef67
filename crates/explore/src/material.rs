//! Every piece of material across companies: talks, articles, papers and episodes, with the filter of
//! `/material`.

mod filter;

use catalog::{Company, EvidenceSource, Grade, Kind, Podcast, Resource, Technology};

use crate::filter::{EvidenceFloor, Match, Sort};
use crate::index::Index;
use crate::order::{most_first, ordered, sort_texts};
use crate::query_string::UnknownValues;
use crate::text::fold::{fold, slug_form};
use crate::text::words::each_word;

pub use filter::{CheckedMaterial, MaterialCriterion, MaterialFilter};

/// A talk, an article, an episode or another piece of material of a company.
#[derive(Clone, Debug)]
pub struct Publication<'c> {
    /// The company.
    pub company: &'c Company,
    /// What it is.
    pub item: Medium<'c>,
    /// Its index among the company's resources or episodes.
    pub number: usize,
    /// The technologies that its own words name, each with the best grade that they give.
    pub technologies: Vec<(&'c Technology, Grade)>,
}

/// What a piece of material is.
#[derive(Clone, Copy, Debug)]
pub enum Medium<'c> {
    /// An episode of a podcast.
    Episode(&'c Podcast),
    /// A page that the chapter links to.
    Link(&'c Resource),
}

impl<'c> Publication<'c> {
    /// Its title.
    #[must_use]
    pub fn title(&self) -> &'c str {
        match self.item {
            Medium::Episode(podcast) => &podcast.title,
            Medium::Link(resource) => &resource.title,
        }
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.item {
            Medium::Episode(_) => Kind::Podcast,
            Medium::Link(resource) => resource.kind,
        }
    }

    /// The year of its publication, if known.
    #[must_use]
    pub fn year(&self) -> Option<u32> {
        match self.item {
            Medium::Episode(_) => None,
            Medium::Link(resource) => resource.dated.map(|dated| dated.year),
        }
    }

    fn venue(&self) -> Option<&'c str> {
        match self.item {
            Medium::Episode(_) => None,
            Medium::Link(resource) => resource.venue.as_deref(),
        }
    }

    fn speakers(&self) -> &'c [String] {
        match self.item {
            Medium::Episode(_) => &[],
            Medium::Link(resource) => &resource.speakers,
        }
    }
}

impl PartialEq for Publication<'_> {
    /// Compares by place: a company's slug is unique in a catalogue.
    fn eq(&self, other: &Self) -> bool {
        let is_episode = |piece: &Self| matches!(piece.item, Medium::Episode(_));
        (&self.company.slug, self.number, is_episode(self))
            == (&other.company.slug, other.number, is_episode(other))
    }
}

impl Eq for Publication<'_> {}

/// All material of a catalogue.
#[derive(Debug)]
pub struct Material<'i, 'c> {
    index: &'i Index<'c>,
    /// By the name of their company, then in its order: episodes, then links.
    entries: Vec<Prepared<'c>>,
    venues: Vec<KeyedName<'c>>,
    speakers: Vec<KeyedName<'c>>,
}

/// A venue or a speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyedName<'c> {
    /// Its value in the query string.
    pub key: String,
    /// As the catalogue has it.
    pub name: &'c str,
}

/// A piece, prepared for filtering.
#[derive(Debug)]
struct Prepared<'c> {
    piece: Publication<'c>,
    /// Positions of its technologies and their ancestors: on any evidence, and on strong evidence.
    any: Vec<usize>,
    strong: Vec<usize>,
    industry: Option<usize>,
    venue: Option<String>,
    speakers: Vec<String>,
    /// What a search text is compared with.
    words: Vec<String>,
    /// Its position among all pieces sorted by title.
    title_rank: usize,
}

/// What passes a filter, and what each further choice would give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaterialList<'m, 'c> {
    /// The pieces that pass, in the filter's order.
    pub pieces: Vec<&'m Publication<'c>>,
    /// How many of them have no year.
    pub undated: usize,
    /// The number of pieces for each technology, in the order of the catalogue.
    pub technologies: Vec<usize>,
    /// For each kind that some piece has.
    pub kinds: Vec<(Kind, usize)>,
    /// For each year of some piece, newest first.
    pub years: Vec<(u32, usize)>,
    /// For each industry, in the order of the catalogue.
    pub industries: Vec<usize>,
    /// For each venue, by name.
    pub venues: Vec<(KeyedName<'c>, usize)>,
    /// For each speaker, by name.
    pub speakers: Vec<(KeyedName<'c>, usize)>,
}

/// What a filter narrows by; a bit each.
#[derive(Clone, Copy)]
enum MaterialDimension {
    Query = 1,
    Technology = 2,
    Role = 4,
    Kind = 8,
    Industry = 16,
    Evidence = 32,
    Years = 64,
    Venue = 128,
    Speaker = 256,
}

impl<'i, 'c> Material<'i, 'c> {
    /// Collects the material of the index's catalogue.
    #[must_use]
    pub fn new(index: &'i Index<'c>) -> Self {
        let mut material =
            Self { index, entries: Vec::new(), venues: Vec::new(), speakers: Vec::new() };
        for company in index.companies_by_name() {
            for (number, podcast) in company.podcasts.iter().enumerate() {
                material.enter(company, Medium::Episode(podcast), number);
            }
            for (number, resource) in company.resources.iter().enumerate() {
                material.enter(company, Medium::Link(resource), number);
            }
        }
        let titles = material.entries.iter().map(|entry| fold(entry.piece.title())).zip(0..);
        let mut titles: Vec<(String, usize)> = titles.collect();
        sort_texts(&mut titles);
        for (rank, (_, at)) in titles.into_iter().enumerate() {
            material.entries[at].title_rank = rank;
        }
        sort_names(&mut material.venues);
        sort_names(&mut material.speakers);
        material
    }

    fn enter(&mut self, company: &'c Company, item: Medium<'c>, number: usize) {
        let catalog = self.index.catalog();
        let mut piece = Publication { company, item, number, technologies: Vec::new() };
        let (mut any, mut strong) = (Vec::new(), Vec::new());
        for tag in &company.tags {
            let from = tag.evidence.iter().filter(|evidence| is_of(evidence.source, item, number));
            let Some(grade) = from.map(|evidence| evidence.grade).min() else { continue };
            let Some(at) = self.index.technology_position(tag.technology.as_str()) else {
                continue;
            };
            piece.technologies.push((&catalog.technologies[at], grade));
            for at in self.index.lineage(at) {
                any.push(at);
                if grade.is_strong() {
                    strong.push(at);
                }
            }
        }
        piece.technologies.sort_by_key(|(_, grade)| *grade);
        let venue = piece.venue().and_then(|venue| note(&mut self.venues, venue));
        let speakers = piece.speakers().iter();
        let speakers = speakers.filter_map(|name| note(&mut self.speakers, name)).collect();
        let industry = company.industry.as_ref();
        let industry = industry.and_then(|industry| self.index.industry_position(industry));
        let words = words_of(&piece);
        self.entries.push(Prepared {
            piece,
            any,
            strong,
            industry,
            venue,
            speakers,
            words,
            title_rank: 0,
        });
    }

    /// How many pieces there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no material at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The name of a venue that has this key.
    #[must_use]
    pub fn venue(&self, key: &str) -> Option<&'c str> {
        name_of(&self.venues, key)
    }

    /// The name of a speaker that has this key.
    #[must_use]
    pub fn speaker(&self, key: &str) -> Option<&'c str> {
        name_of(&self.speakers, key)
    }

    /// Reads and checks a query string, and keeps the values that neither the filter nor the
    /// catalogue knows.
    #[must_use]
    pub fn read(&self, query_string: &str) -> (CheckedMaterial, UnknownValues) {
        let (checked, mut unknown) = self.index.read(query_string);
        let mut named = MaterialFilter::default();
        named.take_names(query_string);
        let mut filter = MaterialFilter { shared: (*checked).clone(), ..MaterialFilter::default() };
        for key in &named.venues {
            match self.venue(key) {
                Some(_) => _ = filter.venues.insert(key.clone()),
                None => unknown.add(MaterialFilter::KEYS[0], key),
            }
        }
        for key in &named.speakers {
            match self.speaker(key) {
                Some(_) => _ = filter.speakers.insert(key.clone()),
                None => unknown.add(MaterialFilter::KEYS[1], key),
            }
        }
        filter.settle_sort();
        (CheckedMaterial::new(filter, checked), unknown)
    }

    /// What passes, newest first or by title; pieces without a year come last.
    ///
    /// ```
    /// use catalog::Kind;
    /// use explore::{Index, Material};
    ///
    /// let mut catalog = fixtures::a_catalog(&[], &[&[], &[]]);
    /// let talk = fixtures::a_resource("A talk".to_owned(), None, Kind::Video);
    /// catalog.companies[1].resources = vec![talk];
    /// let index = Index::new(&catalog);
    /// let material = Material::new(&index);
    /// let (filter, _) = material.read("kind=video&q=tal");
    /// let listing = material.listing(&filter);
    /// assert_eq!(listing.pieces[0].title(), "A talk");
    /// assert_eq!(listing.undated, 1);
    /// ```
    #[must_use]
    pub fn listing(&self, filter: &CheckedMaterial) -> MaterialList<'_, 'c> {
        let wanted = query_words(&filter.shared.query);
        let failing: Vec<u16> =
            self.entries.iter().map(|entry| self.failing(entry, filter, &wanted)).collect();
        let count = |ignored: u16, has: &dyn Fn(&Prepared<'c>) -> bool| {
            let entries = self.entries.iter().zip(&failing);
            entries.filter(|(entry, fails)| **fails & !ignored == 0 && has(entry)).count()
        };
        let passing = (0..self.entries.len()).filter(|at| failing[*at] == 0);
        let year = |at: usize| self.entries[at].piece.year().map_or(0, |year| year as usize);
        let order = ordered(passing, |at| match filter.shared.sort {
            Sort::Name => (self.entries[at].title_rank, at),
            _ => (most_first(year(at)), at),
        });
        let pieces: Vec<&Publication<'c>> =
            order.into_iter().map(|at| &self.entries[at].piece).collect();
        let undated = pieces.iter().filter(|piece| piece.year().is_none()).count();
        let catalog = self.index.catalog();
        // Under All, a further technology narrows what the chosen ones leave.
        let own = match filter.shared.match_mode {
            Match::All => 0,
            Match::Any => MaterialDimension::Technology as u16,
        };
        let evidence = filter.shared.evidence;
        let technologies = (0..catalog.technologies.len())
            .map(|at| count(own, &|entry| entry.technologies(evidence).contains(&at)));
        let has_kind = |kind: Kind| move |entry: &Prepared<'c>| entry.piece.kind() == kind;
        let kinds = Kind::ALL.iter().filter(|kind| self.entries.iter().any(has_kind(**kind)));
        let mut years: Vec<u32> =
            self.entries.iter().filter_map(|entry| entry.piece.year()).collect();
        years.sort_unstable_by_key(|year| u32::MAX - year);
        years.dedup();
        MaterialList {
            pieces,
            undated,
            technologies: technologies.collect(),
            kinds: kinds
                .map(|&kind| (kind, count(MaterialDimension::Kind as u16, &has_kind(kind))))
                .collect(),
            years: years
                .into_iter()
                .map(|year| {
                    let has = |entry: &Prepared<'c>| entry.piece.year() == Some(year);
                    (year, count(MaterialDimension::Years as u16, &has))
                })
                .collect(),
            industries: (0..catalog.industries.len())
                .map(|at| {
                    count(MaterialDimension::Industry as u16, &|entry| entry.industry == Some(at))
                })
                .collect(),
            venues: counted(&self.venues, &|key| {
                let has = |entry: &Prepared<'c>| entry.venue.as_deref() == Some(key);
                count(MaterialDimension::Venue as u16, &has)
            }),
            speakers: counted(&self.speakers, &|key| {
                let has = |entry: &Prepared<'c>| entry.speakers.iter().any(|own| own == key);
                count(MaterialDimension::Speaker as u16, &has)
            }),
        }
    }

    /// The dimensions of the filter that a piece does not pass.
    fn failing(&self, entry: &Prepared<'c>, filter: &CheckedMaterial, wanted: &[String]) -> u16 {
        let shared = &filter.shared;
        let own = entry.technologies(shared.evidence);
        let has_technology = |at: &usize| own.contains(at);
        let chosen = filter.technology_positions();
        let technology = match shared.match_mode {
            Match::All => chosen.iter().all(has_technology),
            Match::Any => chosen.is_empty() || chosen.iter().any(has_technology),
        };
        let roles = entry
            .piece
            .technologies
            .iter()
            .filter(|(_, grade)| shared.evidence == EvidenceFloor::Any || grade.is_strong());
        let mut roles = roles.map(|(technology, _)| technology.role);
        let industries = filter.industry_positions();
        let is_found =
            wanted.iter().all(|word| entry.words.iter().any(|own| own.starts_with(word.as_str())));
        let passes = [
            (MaterialDimension::Query, is_found),
            (MaterialDimension::Technology, technology),
            (
                MaterialDimension::Role,
                shared.roles.is_empty() || roles.any(|role| shared.roles.contains(&role)),
            ),
            (
                MaterialDimension::Kind,
                shared.kinds.is_empty() || shared.kinds.contains(&entry.piece.kind()),
            ),
            (
                MaterialDimension::Industry,
                industries.is_empty() || entry.industry.is_some_and(|at| industries.contains(&at)),
            ),
            (
                MaterialDimension::Evidence,
                shared.evidence == EvidenceFloor::Any || !entry.strong.is_empty(),
            ),
            (
                MaterialDimension::Years,
                shared.years.is_open()
                    || entry.piece.year().is_some_and(|year| shared.years.contains(year)),
            ),
            (
                MaterialDimension::Venue,
                filter.venues.is_empty()
                    || entry.venue.as_ref().is_some_and(|venue| filter.venues.contains(venue)),
            ),
            (
                MaterialDimension::Speaker,
                filter.speakers.is_empty()
                    || entry.speakers.iter().any(|name| filter.speakers.contains(name)),
            ),
        ];
        let failing = passes.into_iter().filter(|(_, passes)| !passes);
        failing.fold(0, |bits, (dimension, _)| bits | dimension as u16)
    }
}

impl Prepared<'_> {
    fn technologies(&self, evidence: EvidenceFloor) -> &[usize] {
        match evidence {
            EvidenceFloor::Any => &self.any,
            EvidenceFloor::Strong => &self.strong,
        }
    }
}

/// Whether evidence is from this piece's own words.
fn is_of(source: EvidenceSource, item: Medium<'_>, number: usize) -> bool {
    match (source, item) {
        (EvidenceSource::Podcast(of), Medium::Episode(_))
        | (
            EvidenceSource::Label(of) | EvidenceSource::Title(of) | EvidenceSource::Address(of),
            Medium::Link(_),
        ) => of as usize == number,
        _ => false,
    }
}

/// Adds a name if it is new. Returns its key; `None` for a name without letters and digits.
fn note<'c>(names: &mut Vec<KeyedName<'c>>, name: &'c str) -> Option<String> {
    let key = slug_form(name);
    if key.is_empty() {
        return None;
    }
    if names.iter().all(|other| other.key != key) {
        names.push(KeyedName { key: key.clone(), name });
    }
    Some(key)
}

fn sort_names(names: &mut Vec<KeyedName<'_>>) {
    let mut keys: Vec<(String, usize)> =
        names.iter().map(|name| fold(name.name)).zip(0..).collect();
    sort_texts(&mut keys);
    *names = keys.into_iter().map(|(_, at)| names[at].clone()).collect();
}

fn name_of<'c>(names: &[KeyedName<'c>], key: &str) -> Option<&'c str> {
    names.iter().find(|name| name.key == key).map(|name| name.name)
}

fn counted<'c>(
    names: &[KeyedName<'c>],
    count: &dyn Fn(&str) -> usize,
) -> Vec<(KeyedName<'c>, usize)> {
    names.iter().map(|name| (name.clone(), count(&name.key))).collect()
}

/// The words of a piece that a search text is compared with.
fn words_of(piece: &Publication<'_>) -> Vec<String> {
    let mut words = Vec::new();
    let mut add = |text: &str| each_word(text, |word, _| words.push(word.to_owned()));
    add(piece.title());
    add(&piece.company.name);
    add(piece.kind().label());
    if let Some(venue) = piece.venue() {
        add(venue);
    }
    for speaker in piece.speakers() {
        add(speaker);
    }
    for (technology, _) in &piece.technologies {
        add(&technology.name);
    }
    match piece.item {
        Medium::Episode(podcast) => add(&podcast.blurb),
        Medium::Link(resource) => {
            add(&resource.host);
            if let Some(label) = &resource.label {
                add(label);
            }
        }
    }
    words
}

fn query_words(query: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(query, |word, _| words.push(word.to_owned()));
    words
}
