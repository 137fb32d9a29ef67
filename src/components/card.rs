//! The card of a company in the grid.

use catalog::{Company, Kind, Tag};
use explore::{Field, FieldMatch};
use leptos::prelude::*;

use super::compare_link::CompareLink;
use super::icon::KindIcon;
use super::keep::KeepCompany;
use super::marked::Marked;
use super::monogram::Monogram;
use super::technology_chip::TechnologyChip;
use crate::replace::Replaced;
use crate::routes::use_base;
use crate::site::use_site;
use crate::text;
use crate::view::CollectAny;

/// How many technologies a card names; the rest is a number.
const CHIPS_ON_A_CARD: usize = 6;

/// One company: its name, a link that covers the card; its material, its technologies with their
/// evidence, and where the search found its words.
#[component]
pub fn Card(
    company: &'static Company,
    /// Best first; empty without a search.
    #[prop(into)]
    matches: Signal<Vec<FieldMatch>>,
) -> impl IntoView {
    let site = use_site();
    let industry =
        company.industry.as_ref().and_then(|slug| site.catalog().industry(slug.as_str()));
    let name_marks = Memo::new(move |_| {
        let matches = matches.read();
        let name = matches.iter().find(|found| found.field == Field::Name);
        name.map(|found| found.marks.clone()).unwrap_or_default()
    });
    let name = move || {
        let text = company.name.clone();
        Replaced(view! { <span><Marked text marks=name_marks.get() /></span> }.into_any())
    };
    let elsewhere = Memo::new(move |_| {
        let mut matches = matches.get();
        matches.retain(|found| found.field != Field::Name);
        matches
    });
    let found_elsewhere =
        move || Replaced(elsewhere.get().into_iter().map(found_in).collect_any().into_any());
    view! {
        <article class="card" aria-label=company.name.clone()>
            <header class="card__head">
                <Monogram name=&company.name />
                <div>
                    <h2 class="card__name">
                        <a class="card__link" href=use_base().company(&company.slug)>
                            {name}
                        </a>
                    </h2>
                    {industry.map(|industry| view! { <p class="card__industry">{industry.name.clone()}</p> }.into_any())}
                </div>
                <div class="card__actions">
                    <CompareLink company />
                    <KeepCompany company />
                </div>
            </header>
            <ul class="card__material" aria-label="Material">
                {material(company)}
            </ul>
            <TechnologyList company />
            <ul class="card__matches" aria-label="Found in">
                {found_elsewhere}
            </ul>
        </article>
    }
}

/// How much material there is of each kind.
fn material(company: &Company) -> impl IntoView + use<> {
    Kind::ALL
        .iter()
        .map(|&kind| (kind, company.pieces(kind)))
        .filter(|&(_, number)| number > 0)
        .map(|(kind, number)| {
            let (singular, plural) = kind_nouns(kind);
            view! {
                <li class="mark" class:mark--podcast=kind == Kind::Podcast>
                    <KindIcon kind />
                    {text::count(number, singular, plural)}
                </li>
            }
        })
        .collect_any()
}

/// Singular and plural of a kind, in the middle of a line.
const fn kind_nouns(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Podcast => ("podcast", "podcasts"),
        Kind::Slides => ("slide deck", "slide decks"),
        Kind::Video => ("talk", "talks"),
        Kind::Article => ("article", "articles"),
        Kind::Paper => ("PDF", "PDFs"),
        Kind::Docs => ("project site", "project sites"),
        Kind::Product => ("product page", "product pages"),
        Kind::CaseStudy => ("vendor story", "vendor stories"),
        Kind::Encyclopedia => ("encyclopedia entry", "encyclopedia entries"),
        Kind::Collection => ("blog or channel", "blogs or channels"),
        Kind::Dataset => ("data set", "data sets"),
        Kind::Profile => ("profile", "profiles"),
        Kind::Event => ("event", "events"),
        Kind::Website => ("website", "websites"),
    }
}

#[component]
fn TechnologyList(company: &'static Company) -> impl IntoView {
    let uses: Vec<&Tag> = company.uses().collect();
    if uses.is_empty() {
        let words = "The chapter names no technology here.";
        return view! { <p class="card__nothing">{words}</p> }.into_any();
    }
    let catalog = use_site().catalog();
    let chip = |tag: &'static catalog::Tag| {
        let technology = catalog.technology(tag.technology.as_str())?;
        Some(view! { <li><TechnologyChip company tag technology /></li> })
    };
    let rest = uses.len().saturating_sub(CHIPS_ON_A_CARD);
    view! {
        <ul class="card__technologies" aria-label="Technologies">
            {uses.into_iter().take(CHIPS_ON_A_CARD).filter_map(chip).collect_any()}
            {(rest > 0).then(|| view! { <li class="card__rest">{format!("and {rest} more")}</li> }.into_any())}
        </ul>
    }
    .into_any()
}

/// Where the search matched, as a line.
fn found_in(found: FieldMatch) -> impl IntoView {
    let place = match found.field {
        Field::Name => "Name",
        Field::Technology(_) => "Technology",
        Field::Title(_) => "Title",
        Field::Podcast(_) => "Podcast",
        Field::Industry => "Industry",
        Field::Role(_) => "Role",
        Field::Kind(_) => "Kind of material",
        Field::Text => "Text",
    };
    view! {
        <li>
            <span class="card__place">{place}": "</span>
            <Marked text=found.text marks=found.marks />
        </li>
    }
}
