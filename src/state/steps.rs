//! The first page is drawn in steps. Between two of them the browser does what waits, so that no
//! keystroke and no scroll waits for the whole page.

use leptos::prelude::*;

use super::browser::IN_BROWSER;

/// How many steps of the first page are drawn. Every later page is drawn at once.
#[derive(Clone, Copy)]
pub struct Steps {
    drawn: RwSignal<usize>,
    /// The last step that something on the page waits for.
    last: StoredValue<usize>,
}

impl Steps {
    /// Before the first step.
    #[must_use]
    pub fn none() -> Self {
        Self { drawn: RwSignal::new(0), last: StoredValue::new(0) }
    }

    /// Lets the next step be drawn; `false` when nothing waits any more. From then on everything is
    /// drawn at once.
    pub fn draw_next(self) -> bool {
        let drawn = self.drawn.get_untracked();
        let is_left = drawn < self.last.get_value();
        self.drawn.set(if is_left { drawn + 1 } else { usize::MAX });
        is_left
    }

    /// The number of steps drawn, for who waits for `step`.
    fn wait_for(self, step: usize) -> Signal<usize> {
        self.last.update_value(|last| *last = step.max(*last));
        self.drawn.into()
    }
}

/// How many steps are drawn, for what waits for `step`: all of them outside of [`crate::app::App`],
/// and where a page is written out ahead.
fn drawn(step: usize) -> Signal<usize> {
    match use_context::<Steps>() {
        Some(steps) if IN_BROWSER => steps.wait_for(step),
        _ => Signal::stored(usize::MAX),
    }
}

/// Whether a step is drawn.
#[must_use]
pub fn is_drawn(step: usize) -> Memo<bool> {
    let drawn = drawn(step);
    Memo::new(move |_| drawn.get() >= step)
}

/// How many items of a list are drawn: `slice` more with each step from `first` on, and any number
/// once all of the `count` that there are now have been.
#[must_use]
pub fn drawn_items(first: usize, slice: usize, count: usize) -> Memo<usize> {
    let last = first + count.div_ceil(slice).saturating_sub(1);
    let drawn = drawn(last);
    Memo::new(move |_| match drawn.get() {
        drawn if drawn >= last => usize::MAX,
        drawn => slice * (drawn + 1).saturating_sub(first),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_on_while_something_waits() {
        let owner = Owner::new();
        owner.set();
        let steps = Steps::none();
        let drawn = steps.wait_for(2);
        assert!(steps.draw_next());
        // What waits for less changes nothing.
        steps.wait_for(1);
        assert!(steps.draw_next());
        assert_eq!(drawn.get_untracked(), 2);
        assert!(!steps.draw_next());
        // What comes later waits for nothing.
        assert!(steps.wait_for(1000).get_untracked() >= 1000);
    }

    #[test]
    fn without_steps_everything_is_drawn() {
        let owner = Owner::new();
        owner.set();
        assert!(is_drawn(12).get_untracked());
        assert_eq!(drawn_items(2, 5, 1000).get_untracked(), usize::MAX);
    }
}
