//! What a made-up company has.

use catalog::Slug;

use crate::draw::Draw;
use crate::link::MadeUpLink;
use crate::names::Names;
use crate::prose;

/// Industries of the made-up companies, as id and name.
pub(crate) const INDUSTRIES: &[(&str, &str)] = &[
    ("commerce", "Commerce"),
    ("logistics", "Logistics"),
    ("media", "Media"),
    ("banking", "Banking"),
    ("energy", "Energy"),
    ("health", "Health"),
    ("games", "Games"),
    ("transport", "Transport"),
    ("research", "Research"),
    ("farming", "Farming"),
    ("security", "Security"),
    ("insurance", "Insurance"),
];

/// Where a company stands: the shapes of chapters that the compiler reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MadeUpShape {
    /// Below a heading with words before the name, as in the book.
    Heading,
    /// Below a heading of its name with a number.
    CountedHeading,
    /// In `<details>` with its name as the summary.
    Details,
    /// As an item of a list.
    Item,
    /// In the rows of a table.
    Rows,
}

impl MadeUpShape {
    pub(crate) const ALL: &[Self] =
        &[Self::Heading, Self::CountedHeading, Self::Details, Self::Item, Self::Rows];

    /// How many of a hundred companies have it, in the order of [`ALL`](Self::ALL).
    const SHARES: &[u32] = &[55, 15, 10, 10, 10];
}

/// A company.
pub(crate) struct MadeUp {
    pub(crate) name: String,
    pub(crate) slug: Slug,
    pub(crate) industry: &'static str,
    pub(crate) shape: MadeUpShape,
    pub(crate) links: Vec<MadeUpLink>,
    /// Paragraphs, without their last full stop in [`MadeUpShape::Item`] and [`MadeUpShape::Rows`].
    pub(crate) prose: Vec<String>,
    /// The number of the podcast's episode about it.
    pub(crate) episode: Option<usize>,
}

/// Links of a company, at least and at most, with how many of a hundred companies have so many.
const LINKS: &[(u32, usize, usize)] =
    &[(50, 1, 1), (22, 2, 2), (16, 3, 5), (10, 6, 15), (2, 16, 40)];

/// Paragraphs of a company, likewise.
const PARAGRAPHS: &[(u32, usize, usize)] = &[(80, 0, 0), (14, 1, 2), (4, 3, 8), (2, 15, 40)];

/// Makes companies. `technologies` are ordered by how often they are named.
pub(crate) fn make_up(number: usize, technologies: &[String], draw: &mut Draw) -> Vec<MadeUp> {
    let mut names = Names::default();
    let of_skew = |skew: &[(u32, usize, usize)], draw: &mut Draw| {
        let shares: Vec<u32> = skew.iter().map(|(share, ..)| *share).collect();
        let (_, least, most) = skew[draw.weighted(&shares)];
        draw.between(least, most)
    };
    let company = |at: usize| {
        let (name, slug) = names.next(draw);
        let shape = MadeUpShape::ALL[draw.weighted(MadeUpShape::SHARES)];
        let links = (0..of_skew(LINKS, draw))
            .map(|link| MadeUpLink::make_up(&slug, link, technologies, draw))
            .collect();
        let paragraphs = match shape {
            // What fits into a cell or behind a name.
            MadeUpShape::Item | MadeUpShape::Rows => usize::from(draw.percent(20)),
            MadeUpShape::Heading | MadeUpShape::CountedHeading | MadeUpShape::Details => {
                of_skew(PARAGRAPHS, draw)
            }
        };
        let prose = (0..paragraphs).map(|_| prose::paragraph(&name, technologies, draw)).collect();
        let episode = (shape == MadeUpShape::Heading && draw.percent(8)).then_some(at + 1);
        let industry = draw.zipf(INDUSTRIES).0;
        MadeUp { name, slug, industry, shape, links, prose, episode }
    };
    (0..number).map(company).collect()
}
