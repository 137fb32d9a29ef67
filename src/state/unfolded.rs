//! What the reader has unfolded and scrolled inside of a page, for each entry of the history.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, NodeList};

use super::storage;

/// The number of an entry in the tab's history. It is kept in `history.state`, so it survives a
/// reload.
pub(super) type EntryNumber = u32;

/// The key in `sessionStorage`, which carries what is noted over a reload.
const KEY: &str = "casebook.unfolded";

/// How many entries of the history are carried over a reload.
const CARRIED: usize = 20;

/// Evidence and lists that are open, and boxes that scroll by themselves. Menus are not restored.
const UNFOLDED: &str =
    "main details[open]:not(.needs-app),main button[aria-expanded=true],main [data-scrolls]";

/// One line for each element: its position inside its own box, then a selector that finds it again.
/// The same address draws the same elements.
#[derive(Clone)]
struct UnfoldedElements {
    entry: EntryNumber,
    lines: String,
}

/// The notes of this tab, the oldest first.
#[derive(Clone, Copy)]
pub(super) struct Unfolded(StoredValue<Vec<UnfoldedElements>>);

impl Unfolded {
    /// Those that a reload has left; none in a tab that is new.
    pub(super) fn before_load() -> Self {
        let carried = storage::read_for_session(KEY).unwrap_or_default();
        let notes = carried.split("\n\n").filter_map(|note| {
            let (entry, lines) = note.split_once('\n')?;
            Some(UnfoldedElements { entry: entry.parse().ok()?, lines: lines.to_owned() })
        });
        Self(StoredValue::new(notes.collect()))
    }

    /// Forgets every note of an entry and of those after it.
    pub(super) fn forget_from(self, entry: EntryNumber) {
        self.0.update_value(|notes| notes.retain(|note| note.entry < entry));
    }

    /// Notes what is unfolded now.
    pub(super) fn note(self, entry: EntryNumber) {
        let mut lines = String::new();
        for element in all(UNFOLDED) {
            let (left, top) = (element.scroll_left(), element.scroll_top());
            let is_at_start = element.has_attribute("data-scrolls") && (left, top) == (0, 0);
            if !is_at_start {
                lines.push_str(&format!("{left} {top} {}\n", selector_of(element)));
            }
        }
        self.0.update_value(|notes| {
            notes.retain(|note| note.entry != entry);
            if !lines.is_empty() {
                notes.push(UnfoldedElements { entry, lines });
            }
        });
    }

    /// Carries the notes over a reload.
    pub(super) fn carry(self) {
        let text = self.0.with_value(|notes| {
            let latest = &notes[notes.len().saturating_sub(CARRIED)..];
            let texts =
                latest.iter().map(|note| format!("{}\n{}", note.entry, note.lines.trim_end()));
            texts.collect::<Vec<_>>().join("\n\n")
        });
        storage::write_for_session(KEY, &text);
    }

    /// Unfolds and scrolls as noted.
    pub(super) fn restore(self, entry: EntryNumber) {
        let lines = self.0.with_value(|notes| {
            notes.iter().find(|note| note.entry == entry).map(|note| note.lines.clone())
        });
        let lines = lines.unwrap_or_default();
        // What is unfolded comes first: a box scrolls no further than its content.
        let (folds, boxes): (Vec<_>, Vec<_>) =
            lines.lines().partition(|line| line.starts_with("0 0 "));
        for line in folds.into_iter().chain(boxes) {
            // A line that names nothing is ignored: storage may hold anything.
            _ = restore_line(line);
        }
    }
}

fn restore_line(line: &str) -> Option<()> {
    let (left, rest) = line.split_once(' ')?;
    let (top, selector) = rest.split_once(' ')?;
    let element = document().query_selector(selector).ok()??;
    if element.has_attribute("aria-expanded") {
        if element.get_attribute("aria-expanded").as_deref() == Some("false") {
            element.dyn_ref::<HtmlElement>()?.click();
        }
    } else if element.has_attribute("data-scrolls") {
        element.set_scroll_left(left.parse().ok()?);
        element.set_scroll_top(top.parse().ok()?);
    } else if element.local_name() == "details" {
        element.set_attribute("open", "").ok()?;
    }
    Some(())
}

fn all(selector: &str) -> impl Iterator<Item = Element> {
    let found = document().query_selector_all(selector).ok();
    let item = move |at| found.as_ref().and_then(|found: &NodeList| found.item(at));
    (0..).map_while(item).filter_map(|node| node.dyn_into().ok())
}

/// A selector of this element alone: its place among its siblings, from the page's `<main>` down.
fn selector_of(mut element: Element) -> String {
    let mut selector = String::new();
    while element.local_name() != "main" {
        let mut place = 1;
        let mut before = element.previous_element_sibling();
        while let Some(sibling) = before {
            place += 1;
            before = sibling.previous_element_sibling();
        }
        selector.insert_str(0, &format!(">:nth-child({place})"));
        let Some(parent) = element.parent_element() else { break };
        element = parent;
    }
    format!("main{selector}")
}
