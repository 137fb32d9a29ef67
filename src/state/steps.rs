//! The first page is drawn in steps. Between two of them the browser does what waits, so that no
//! keystroke and no scroll waits for the whole page.

use leptos::prelude::*;

use super::browser::IN_BROWSER;

/// The step by which everything is drawn.
const LAST: usize = 11;

/// How many steps of the first page are drawn. Every later page is drawn at once.
#[derive(Clone, Copy)]
pub struct Steps(RwSignal<usize>);

impl Steps {
    /// Before the first step.
    #[must_use]
    pub fn none() -> Self {
        Self(RwSignal::new(0))
    }

    /// Lets the next step be drawn; `false` when there is none left.
    pub fn draw_next(self) -> bool {
        let is_left = self.0.get_untracked() < LAST;
        if is_left {
            self.0.update(|drawn| *drawn += 1);
        }
        is_left
    }
}

/// Which steps are drawn: all of them outside of [`crate::app::App`], and where a page is written
/// out ahead.
fn drawn() -> Signal<usize> {
    match use_context::<Steps>() {
        Some(Steps(drawn)) if IN_BROWSER => drawn.into(),
        _ => Signal::stored(LAST),
    }
}

/// Whether a step is drawn.
#[must_use]
pub fn is_drawn(step: usize) -> Memo<bool> {
    let drawn = drawn();
    Memo::new(move |_| drawn.get() >= step)
}

/// How many items of a list are drawn: `slice` more with each step from `first` on, and all of them
/// at the end.
#[must_use]
pub fn drawn_items(first: usize, slice: usize) -> Memo<usize> {
    let drawn = drawn();
    Memo::new(move |_| match drawn.get() {
        LAST.. => usize::MAX,
        drawn => slice * (drawn + 1).saturating_sub(first),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_end() {
        let owner = Owner::new();
        owner.set();
        let steps = Steps::none();
        let mut drawn = 0;
        while steps.draw_next() {
            drawn += 1;
        }
        assert_eq!(drawn, LAST);
    }

    #[test]
    fn without_steps_everything_is_drawn() {
        let owner = Owner::new();
        owner.set();
        assert!(is_drawn(LAST).get_untracked());
        assert_eq!(drawn_items(2, 5).get_untracked(), usize::MAX);
    }
}
