//! The menu of the companies in the grid: files, a list, the link.

use explore::{CheckedFilter, Hit};
use leptos::prelude::*;

use super::chips::criteria_in_words;
use super::menu::{Choice, Choices, Menu, MenuStatus, SharedPage};
use crate::lazy::lazy;
use crate::markdown::{ListedCompany, markdown_list};
use crate::routes::{absolute, use_base};
use crate::site::{Site, use_site};
use crate::state::{ExportFormat, ExportUnavailable, download_selection};
use crate::wording::{grid, share as words};

/// Saves the companies in the grid as a file, copies them as a list or their address, or opens the system's
/// share sheet.
#[component]
pub fn ExportMenu(
    filter: Memo<CheckedFilter>,
    /// The companies in the grid.
    hits: Memo<Vec<Hit<'static>>>,
) -> impl IntoView {
    let choices = Callback::new(move |()| show_choices(filter, hits));
    view! { <Menu label=words::EXPORT choices /> }
}

lazy! {
    chunk = Extras;
    fn show_choices(filter: Memo<CheckedFilter>, hits: Memo<Vec<Hit<'static>>>) -> AnyView {
        view! { <Choices choices=choices(filter, hits) /> }.into_any()
    }
}

fn choices(filter: Memo<CheckedFilter>, hits: Memo<Vec<Hit<'static>>>) -> Vec<Choice> {
    let (site, base) = (use_site(), use_base());
    let save = move |format: ExportFormat| {
        Callback::new(move |outcome: MenuStatus| {
            let slugs = hits.read_untracked().iter().map(|hit| hit.company.slug.as_str()).collect();
            download_selection(base, format, slugs, move |saved| {
                outcome.say(match saved {
                    Ok(()) => words::SAVED,
                    Err(ExportUnavailable) => words::NOT_LOADED,
                });
            });
        })
    };
    let address = move || absolute(&base.home(&**filter.read_untracked()));
    let page = move || SharedPage {
        title: format!(
            "{} · {}",
            title(site, &filter.read_untracked()),
            site.catalog().identity.name
        ),
        address: address(),
    };
    let list = move || {
        let filter = filter.read_untracked();
        let companies = hits.read_untracked();
        let companies = companies.iter().map(|hit| ListedCompany {
            company: hit.company,
            page: absolute(&base.company(&hit.company.slug)),
            best: site.index().best_piece(hit.company, &filter),
        });
        markdown_list(site.catalog(), &title(site, &filter), &address(), companies)
    };
    let mut choices = vec![
        Choice { label: words::SAVE_CSV, on_choose: save(ExportFormat::Csv) },
        Choice { label: words::SAVE_JSON, on_choose: save(ExportFormat::Json) },
        Choice::copying(words::COPY_LIST, list),
        Choice::copying(words::COPY_LINK, address),
    ];
    choices.extend(Choice::sharing(page));
    choices
}

/// What the grid shows, in words.
fn title(site: Site, filter: &CheckedFilter) -> String {
    let words = criteria_in_words(site, filter);
    if words.is_empty() { grid::ALL_COMPANIES.to_owned() } else { grid::filtered_title(&words) }
}
