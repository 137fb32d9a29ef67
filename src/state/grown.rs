//! How much of a long grid is drawn: what is near the window, more as the reader scrolls.

use explore::{CheckedFilter, LONGEST_GRID};
use leptos::ev;
use leptos::prelude::*;

use super::browser::{IN_BROWSER, follow};

/// Cards of a long grid that are drawn at first, and with each step.
const STEP: usize = 48;

/// More cards are drawn when the end of the page is so many windows away.
const WINDOWS_AHEAD: i32 = 2;

/// How many cards the reader has come to, by filter: Back finds the same cards. One value for the app.
#[derive(Clone, Copy)]
pub struct Grown(RwSignal<Vec<(CheckedFilter, usize)>>);

impl Grown {
    /// No grid has grown.
    #[must_use]
    pub fn none() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// How many of `total` cards are drawn. Tracked.
    #[must_use]
    pub fn cards(self, filter: &CheckedFilter, total: usize) -> usize {
        if total <= LONGEST_GRID {
            return total;
        }
        let grown = self.0.read();
        let cards = grown.iter().find(|(grid, _)| grid == filter).map_or(STEP, |(_, cards)| *cards);
        cards.min(total)
    }

    /// Draws more cards of the grid of a filter.
    pub fn grow(self, filter: &CheckedFilter) {
        self.0.update(|grown| match grown.iter_mut().find(|(grid, _)| grid == filter) {
            Some((_, cards)) => *cards += STEP,
            None => grown.push((filter.clone(), 2 * STEP)),
        });
    }

    /// Grows the grid of a filter while the end of the page is near. `is_whole` says when there is no
    /// more.
    pub fn grow_near_the_end(self, filter: Memo<CheckedFilter>, is_whole: Memo<bool>) {
        if !IN_BROWSER {
            return;
        }
        // The page may have been left by the time of a frame.
        let grow = move || {
            if is_whole.try_get_untracked() == Some(false)
                && is_near_the_end()
                && let Some(filter) = filter.try_get_untracked()
            {
                self.grow(&filter);
            }
        };
        follow(ev::scroll, move |_| grow());
        // A large window holds more than one step.
        Effect::new(move |_| {
            self.0.track();
            filter.track();
            request_animation_frame(grow);
        });
    }
}

/// How many cards are drawn, and of which grids more.
///
/// # Panics
/// Outside of [`crate::app::App`].
#[must_use]
pub fn use_grown() -> Grown {
    expect_context()
}

fn is_near_the_end() -> bool {
    document().document_element().is_some_and(|page| {
        let below = page.scroll_height() - page.scroll_top() - page.client_height();
        below < WINDOWS_AHEAD * page.client_height()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::Site;
    use explore::Filter;

    #[test]
    fn a_long_grid_grows_and_a_short_one_is_whole() {
        let owner = Owner::new();
        owner.set();
        let index = Site::of(catalog::Catalog::default()).index();
        let filter = |query| index.check(&Filter::from_query_string(query));
        let (all, other) = (filter(""), filter("q=a"));
        let grown = Grown::none();
        let cards = |filter, total| untrack(|| grown.cards(filter, total));
        assert_eq!(cards(&all, LONGEST_GRID), LONGEST_GRID);
        assert_eq!(cards(&all, LONGEST_GRID + 1), STEP);
        grown.grow(&all);
        assert_eq!(cards(&all, 1000), 2 * STEP);
        grown.grow(&all);
        assert_eq!((cards(&all, 1000), cards(&all, 130)), (3 * STEP, 130));
        assert_eq!(cards(&other, 1000), STEP);
    }
}
