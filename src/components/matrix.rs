//! The matrix of technologies that are used together.

use explore::{Filter, Matrix};
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, NodeList};

use crate::optional;
use crate::routes::use_base;
use crate::view::CollectAny;
use crate::wording::technologies;

/// Number of shades.
const SHADES: usize = 5;

/// A link of the table: row and column; column 0 has the row headers.
type Stop = (usize, usize);

/// The matrix, in a box that scrolls. All links together are one tab stop (roving tabindex); the
/// arrow keys, Home and End move between them.
#[component]
pub fn MatrixTable(matrix: Matrix<'static, 'static>) -> impl IntoView {
    let base = use_base();
    let table = NodeRef::<html::Table>::new();
    let links = move || table.get_untracked()?.query_selector_all("a").ok();
    let current = StoredValue::new(0);
    let stops = stops_of(&matrix);
    let on_key = move |event: KeyboardEvent| {
        if event.alt_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let next = next_stop(&stops, current.get_value(), &event.key(), event.ctrl_key());
        let link = next.and_then(|next| link_at(&links()?, next));
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            // Only fails for an element that is not in the page.
            let _ = link.focus();
            // Browsers are content with a part of it below a sticky header.
            optional::scroll_to_nearest(&link);
        }
    };
    // Clicks and screen readers move the focus, too.
    let on_focus = move |event: FocusEvent| {
        let Some(links) = links() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_target = |at: &usize| link_at(&links, *at) == target;
        let Some(at) = (0..links.length() as usize).find(is_target) else { return };
        for (at, index) in [(current.get_value(), "-1"), (at, "0")] {
            if let Some(link) = link_at(&links, at) {
                let _ = link.set_attribute("tabindex", index);
            }
        }
        current.set_value(at);
    };
    let rows = 0..matrix.size();
    let largest = matrix.largest();
    let column = |column| {
        let name = matrix.technology(column).name.as_str();
        view! {
            <th scope="col" class="matrix__column">
                <span>{name}</span>
            </th>
        }
    };
    let cell = |row: usize, column: usize| {
        let tally = matrix.tally(row, column);
        let count = tally.total();
        let (one, other) = (matrix.technology(row), matrix.technology(column));
        // What is seen comes first, so that it can be said to choose the cell.
        let companies = match tally.weak {
            0 => tally.words(),
            _ => format!("{}: {}", tally.figures(), tally.words()),
        };
        let (class, label) = if row == column {
            ("own".to_owned(), technologies::own_cell(&companies, &one.name))
        } else if matrix.is_family(row, column) {
            let label = technologies::family_cell(&companies, &one.name, &other.name);
            ("family".to_owned(), label)
        } else {
            let label = technologies::cell(&companies, &one.name, &other.name);
            let weak = if tally.strong == 0 { " matrix__cell--weak" } else { "" };
            (format!("{}{weak}", shade(count, largest)), label)
        };
        let link = (count > 0).then(|| {
            let href = base.home(&Filter::using([&one.slug, &other.slug]));
            view! {
                <a href=href tabindex="-1" aria-label=label>
                    {tally.figures()}
                </a>
            }
        });
        view! { <td class=format!("matrix__cell matrix__cell--{class}")>{link}</td> }
    };
    let row = |row: usize| {
        let technology = matrix.technology(row);
        let tabindex = if row == 0 { "0" } else { "-1" };
        view! {
            <tr>
                <th scope="row" class=format!("matrix__row role--{}", technology.role.as_str())>
                    <a href=base.technology(&technology.slug) tabindex=tabindex>
                        {technology.name.as_str()}
                    </a>
                </th>
                {rows.clone().map(|column| cell(row, column)).collect_any()}
            </tr>
        }
    };
    view! {
        <div class="matrix" data-scrolls="" role="group" aria-label=technologies::MATRIX>
            <table node_ref=table on:keydown=on_key on:focusin=on_focus>
                <caption class="visually-hidden">
                    {technologies::MATRIX_CAPTION}
                </caption>
                <thead>
                    <tr>
                        <td class="matrix__corner"></td>
                        {rows.clone().map(column).collect_any()}
                    </tr>
                </thead>
                <tbody>{rows.clone().map(row).collect_any()}</tbody>
            </table>
        </div>
    }
}

/// Every link of the table, in document order.
fn stops_of(matrix: &Matrix<'_, '_>) -> Vec<Stop> {
    let mut stops = Vec::new();
    for row in 0..matrix.size() {
        stops.push((row, 0));
        for column in 0..matrix.size() {
            if matrix.count(row, column) > 0 {
                stops.push((row, column + 1));
            }
        }
    }
    stops
}

/// The stop that a key moves to from `at`, empty cells skipped; `None` for other keys and at the
/// edges.
fn next_stop(stops: &[Stop], at: usize, key: &str, ctrl: bool) -> Option<usize> {
    let &(row, column) = stops.get(at)?;
    let in_row = |stop: &Stop| stop.0 == row;
    let in_column = |stop: &Stop| stop.1 == column;
    match (key, ctrl) {
        ("ArrowRight", false) => stops.get(at + 1).filter(|stop| in_row(stop)).map(|_| at + 1),
        ("ArrowLeft", false) => at.checked_sub(1).filter(|before| in_row(&stops[*before])),
        ("ArrowDown", false) => Some(at + 1 + stops[at + 1..].iter().position(in_column)?),
        ("ArrowUp", false) => stops[..at].iter().rposition(in_column),
        ("Home", false) => stops.iter().position(in_row),
        ("End", false) => stops.iter().rposition(in_row),
        ("Home", true) => Some(0),
        ("End", true) => stops.len().checked_sub(1),
        _ => None,
    }
}

/// The shade of a count: 1 to [`SHADES`], in proportion to `largest`; 0 for none.
fn shade(count: usize, largest: usize) -> usize {
    (count * SHADES).div_ceil(largest.max(1))
}

fn link_at(links: &NodeList, at: usize) -> Option<Element> {
    links.item(u32::try_from(at).ok()?)?.dyn_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_past_empty_cells() {
        // Kafka and Spark together, Flink alone.
        let stops = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 3)];
        #[track_caller]
        fn check(stops: &[Stop], from: Stop, key: &str, expected: Option<Stop>) {
            let (key, ctrl) = key.strip_prefix("Ctrl+").map_or((key, false), |key| (key, true));
            let at = stops.iter().position(|stop| *stop == from).unwrap();
            let next = next_stop(stops, at, key, ctrl).map(|next| stops[next]);
            assert_eq!(next, expected, "{key} from {from:?}");
        }
        check(&stops, (0, 1), "ArrowRight", Some((0, 2)));
        check(&stops, (0, 2), "ArrowRight", None);
        check(&stops, (2, 3), "ArrowRight", None);
        check(&stops, (2, 3), "ArrowLeft", Some((2, 0)));
        check(&stops, (1, 0), "ArrowLeft", None);
        check(&stops, (0, 0), "ArrowLeft", None);
        check(&stops, (0, 0), "ArrowDown", Some((1, 0)));
        check(&stops, (1, 1), "ArrowDown", None);
        check(&stops, (2, 0), "ArrowUp", Some((1, 0)));
        check(&stops, (2, 3), "ArrowUp", None);
        check(&stops, (1, 2), "Home", Some((1, 0)));
        check(&stops, (1, 0), "End", Some((1, 2)));
        check(&stops, (2, 3), "Ctrl+Home", Some((0, 0)));
        check(&stops, (0, 1), "Ctrl+End", Some((2, 3)));
        check(&stops, (0, 1), "Ctrl+ArrowRight", None);
        check(&stops, (0, 1), "Enter", None);
        assert_eq!(next_stop(&[], 0, "End", true), None);
    }

    #[test]
    fn the_largest_count_has_the_strongest_colour() {
        let shades = |largest| [0, 1, largest].map(|count| shade(count, largest));
        assert_eq!(shades(1), [0, 5, 5]);
        assert_eq!(shades(3), [0, 2, 5]);
        assert_eq!(shades(40), [0, 1, 5]);
        assert_eq!(shade(0, 0), 0);
    }
}
