//! The card of a company in the grid.

use catalog::{Company, Evidence};
use explore::{BestPiece, CardTag, CheckedFilter, Criterion, Field, FieldMatch, Filter};
use leptos::prelude::*;

use super::compare_button::CompareButton;
use super::keep::KeepCompany;
use super::marked::Marked;
use super::monogram::Monogram;
use super::technology_chip::TechnologyChip;
use crate::lazy::{LazyView, lazy};
use crate::replace::{ChangingText, Replaced};
use crate::routes::use_base;
use crate::site::use_site;
use crate::text;
use crate::view::CollectAny;
use crate::wording::{grid, shared};

/// How many technologies a card names until the reader opens the rest.
const CHIPS_ON_A_CARD: usize = 5;

/// One company: its name, a link that covers the card; its best piece of material, its technologies
/// with their evidence, those asked for first, and where the search found its words.
#[component]
pub fn Card(
    company: &'static Company,
    /// What the reader asks for.
    filter: Memo<CheckedFilter>,
    /// Best first; empty without a search.
    #[prop(into)]
    matches: Signal<Vec<FieldMatch>>,
    /// The words behind the technologies asked for; the same for all cards.
    words: LazyView,
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
    let found_elsewhere = move || {
        // They are found by the search, so its chunk is loaded.
        let found = elsewhere.get().into_iter().filter_map(|found| show_match(company, found));
        Replaced(found.collect_any().into_any())
    };
    let best = Memo::new(move |_| site.index().best_piece(company, &filter.read()));
    let tags = Memo::new(move |_| site.index().card_tags(company, &filter.read()));
    let asked_for = move || {
        let mut asked_for = tags.get();
        asked_for.retain(|tag| tag.is_asked_for);
        if asked_for.is_empty() { None } else { words.show(|| show_words(asked_for)) }
    };
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
                    <CompareButton company />
                    <KeepCompany company />
                </div>
            </header>
            <p class="card__title">
                {move || ChangingText(best.read().as_ref().map_or("", |best| best.title).to_owned())}
            </p>
            <p class="card__material">
                {move || ChangingText(best.read().as_ref().map(described).unwrap_or_default())}
            </p>
            <TechnologyList company tags />
            {asked_for}
            <ul class="card__matches" aria-label=grid::FOUND_IN>
                {found_elsewhere}
            </ul>
        </article>
    }
}

/// "Slides · 2018 · 1 more".
fn described(best: &BestPiece<'_>) -> String {
    let mut words = best.kind.label().to_owned();
    if let Some(year) = best.year {
        words.push_str(&format!(" · {year}"));
    }
    if best.more > 0 {
        words.push_str(&format!(" · {}", shared::more(best.more)));
    }
    words
}

#[component]
fn TechnologyList(company: &'static Company, tags: Memo<Vec<CardTag<'static>>>) -> impl IntoView {
    let site = use_site();
    let (is_open, set_open) = signal(false);
    let chip = move |CardTag { tag, is_asked_for }: CardTag<'static>| {
        let technology = site.catalog().technology(tag.technology.as_str())?;
        let whole = technology.parent.as_ref().filter(|_| is_asked_for);
        let whole = whole.and_then(|slug| site.catalog().technology(slug.as_str()));
        Some(view! { <li><TechnologyChip company tag technology is_asked_for whole /></li> })
    };
    let chips = move || {
        let tags = tags.get();
        if tags.is_empty() {
            let words = grid::NO_TECHNOLOGY;
            return Replaced(view! { <li class="card__nothing">{words}</li> }.into_any());
        }
        let shown = if is_open.get() { tags.len() } else { CHIPS_ON_A_CARD };
        Replaced(tags.into_iter().take(shown).filter_map(chip).collect_any().into_any())
    };
    let rest = company.uses().count().saturating_sub(CHIPS_ON_A_CARD);
    let more = move || {
        let words = if is_open.get() { grid::FEWER.to_owned() } else { grid::and_more(rest) };
        ChangingText(words)
    };
    view! {
        <div class="card__technologies">
            <ul class="card__chips" aria-label=grid::CARD_TECHNOLOGIES>
                {chips}
            </ul>
            // Beside the list, so that its place does not change with the number of chips: what is open
            // is found by it again.
            {(rest > 0).then(|| view! {
                <button
                    type="button"
                    class="card__rest needs-app"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| set_open.update(|open| *open = !*open)
                >
                    {more}
                </button>
            }.into_any())}
        </div>
    }
}

lazy! {
    chunk = Extras;
    /// The best words behind each of the tags.
    pub fn show_words(tags: Vec<CardTag<'static>>) -> AnyView {
        let quotes = tags.into_iter().filter_map(|CardTag { tag, .. }| tag.evidence.first());
        let item = |evidence: &'static Evidence| {
            let (text, mark) = text::from_mark(&evidence.quote, evidence.mark);
            let marks = vec![mark];
            view! { <li><blockquote class="card__quote"><Marked text marks /></blockquote></li> }
        };
        view! { <ul class="card__words" aria-label=grid::WORDS>{quotes.map(item).collect_any()}</ul> }.into_any()
    }
}

lazy! {
    chunk = Extras;
    /// Where the search matched: a link to it.
    fn show_match(company: &'static Company, found: FieldMatch) -> AnyView {
        found_in(company, found)
    }
}

fn found_in(company: &'static Company, found: FieldMatch) -> AnyView {
    let base = use_base();
    let by = |criterion| base.home(&Filter::default().toggled(criterion));
    let (place, href) = match &found.field {
        Field::Name => (grid::IN_NAME, base.company(&company.slug)),
        Field::Technology(slug) => (grid::IN_TECHNOLOGY, base.technology(slug)),
        Field::Title(_) => (grid::IN_TITLE, base.material_of(&company.slug)),
        Field::Podcast(_) => (grid::IN_PODCAST, base.company(&company.slug)),
        Field::Industry => {
            let industry = company.industry.clone().map(Criterion::Industry);
            (grid::IN_INDUSTRY, industry.map_or_else(|| base.company(&company.slug), by))
        }
        Field::Role(role) => (grid::IN_ROLE, by(Criterion::Role(*role))),
        Field::Kind(kind) => (grid::IN_KIND, by(Criterion::Kind(*kind))),
        Field::Text => (grid::IN_TEXT, base.part_of(&company.slug, "prose")),
    };
    view! {
        <li>
            <span class="card__place">{place}": "</span>
            <a class="card__match" href=href>
                <Marked text=found.text marks=found.marks />
            </a>
        </li>
    }
    .into_any()
}
