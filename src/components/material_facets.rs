//! The facets of `/material`.

use catalog::Slug;
use explore::{CheckedMaterial, Criterion, Material, MaterialCriterion, MaterialList, YearRange};
use leptos::prelude::*;

use crate::replace::ChangingText;
use crate::routes::use_base;
use crate::site::use_site;
use crate::text;
use crate::wording::{facets, material, shared};

/// How many options of a facet are shown until the reader opens the rest.
const SHOWN_AT_FIRST: usize = 8;

/// What the page lists, and what the next choices are.
#[derive(Clone, Copy)]
pub struct List {
    pub material: &'static Material<'static, 'static>,
    pub filter: Memo<CheckedMaterial>,
    pub listing: Memo<MaterialList<'static, 'static>>,
}

/// All facets. Every choice is a link.
#[component]
pub fn Facets(list: List) -> impl IntoView {
    let catalog = use_site().catalog();
    let whole = list.material.listing(&list.material.read("").0);
    let technologies = in_use(catalog.technologies.iter(), &whole.technologies);
    let technologies = technologies.into_iter().map(|(at, technology)| {
        let criterion = Criterion::Technology(technology.slug.clone());
        let count: Count = Box::new(move |listing| listing.technologies[at]);
        (text::short_name(technology).to_owned(), MaterialCriterion::Shared(criterion), count)
    });
    let kinds = whole.kinds.iter().enumerate().map(|(at, (kind, _))| {
        let count: Count = Box::new(move |listing| listing.kinds[at].1);
        (kind.label().to_owned(), MaterialCriterion::Shared(Criterion::Kind(*kind)), count)
    });
    let years = whole.years.iter().enumerate().map(|(at, (year, _))| {
        let years = YearRange { from: Some(*year), to: Some(*year) };
        let count: Count = Box::new(move |listing| listing.years[at].1);
        (year.to_string(), MaterialCriterion::Shared(Criterion::Years(years)), count)
    });
    let industries = in_use(catalog.industries.iter(), &whole.industries);
    let industries = industries.into_iter().map(|(at, industry)| {
        let slug: Slug = industry.slug.clone();
        let count: Count = Box::new(move |listing| listing.industries[at]);
        (industry.name.clone(), MaterialCriterion::Shared(Criterion::Industry(slug)), count)
    });
    let venues = whole.venues.iter().enumerate().map(|(at, (venue, _))| {
        let count: Count = Box::new(move |listing| listing.venues[at].1);
        (venue.name.to_owned(), MaterialCriterion::Venue(venue.key.clone()), count)
    });
    let speakers = whole.speakers.iter().enumerate().map(|(at, (speaker, _))| {
        let count: Count = Box::new(move |listing| listing.speakers[at].1);
        (speaker.name.to_owned(), MaterialCriterion::Speaker(speaker.key.clone()), count)
    });
    view! {
        <div class="material__facets">
            {facet(list, material::KIND, kinds.collect())}
            {facet(list, material::TECHNOLOGY, technologies.collect())}
            {facet(list, material::YEAR, years.collect())}
            {facet(list, material::INDUSTRY, industries.collect())}
            {facet(list, material::VENUE, venues.collect())}
            {facet(list, material::SPEAKER, speakers.collect())}
        </div>
    }
}

/// How many pieces an option gives.
type Count = Box<dyn Fn(&MaterialList<'static, 'static>) -> usize + Send + Sync>;

/// Those that some piece has, the most frequent first, with their positions.
fn in_use<'c, Value>(
    values: impl Iterator<Item = &'c Value>,
    counts: &[usize],
) -> Vec<(usize, &'c Value)> {
    let mut used: Vec<(usize, &Value)> =
        values.enumerate().filter(|(at, _)| counts[*at] > 0).collect();
    used.sort_by_key(|(at, _)| usize::MAX - counts[*at]);
    used
}

/// The options of one facet: the first ones, the rest folded.
fn facet(
    list: List,
    name: &'static str,
    options: Vec<(String, MaterialCriterion, Count)>,
) -> Option<AnyView> {
    if options.is_empty() {
        return None;
    }
    let mut options: Vec<AnyView> = options
        .into_iter()
        .map(|(label, criterion, count)| option(list, label, criterion, count))
        .collect();
    let rest = options.split_off(options.len().min(SHOWN_AT_FIRST));
    let more = (!rest.is_empty()).then(|| {
        let words = shared::more(rest.len());
        view! {
            <details class="material__more">
                <summary class="material__more-words">{words}</summary>
                <ul>{rest}</ul>
            </details>
        }
        .into_any()
    });
    let is_open = matches!(name, material::KIND | material::TECHNOLOGY | material::YEAR);
    let view = view! {
        <div class="material__facet" role="group" aria-label=name>
            <details open=is_open>
                <summary class="material__facet-name">{name}</summary>
                <ul>{options}</ul>
                {more}
            </details>
        </div>
    };
    Some(view.into_any())
}

/// A choice of a facet.
fn option(list: List, label: String, criterion: MaterialCriterion, count: Count) -> AnyView {
    let base = use_base();
    let is_chosen = {
        let criterion = criterion.clone();
        Memo::new(move |_| list.filter.read().contains(&criterion))
    };
    let number = Memo::new(move |_| count(&list.listing.read()));
    let href = move || base.material(&list.filter.read().toggled(criterion.clone()));
    let state = move || {
        let chosen = if is_chosen.get() { facets::CHOSEN } else { facets::NOT_CHOSEN };
        ChangingText(format!(", {chosen}"))
    };
    view! {
        <li>
            <a
                class="facet__option"
                class:facet__option--chosen=move || is_chosen.get()
                class:facet__option--none=move || number.get() == 0
                href=href
            >
                <span class="facet__box" aria-hidden="true"></span>
                <span class="facet__label">{label}</span>
                <span class="facet__count">{move || ChangingText(number.get().to_string())}</span>
                <span class="visually-hidden">{state}</span>
            </a>
        </li>
    }
    .into_any()
}
