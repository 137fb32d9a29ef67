//! The first page is drawn in steps, with a break between two of them for the browser, so that no
//! keystroke and no scroll waits for the whole page. Steps are numbered by order of appearance:
//! what is created first is drawn first. `docs/decisions/002-replace-the-page.md` has the figures.

use leptos::prelude::*;

use super::browser::IN_BROWSER;

/// The steps of the first page. Every later page is drawn at once.
#[derive(Clone, Copy)]
pub struct Steps {
    drawn: RwSignal<usize>,
    /// How many steps parts of the page wait for.
    pending: StoredValue<usize>,
}

impl Steps {
    /// Nothing drawn, nothing pending.
    #[must_use]
    pub fn none() -> Self {
        Self { drawn: RwSignal::new(0), pending: StoredValue::new(0) }
    }

    /// Draws the next pending step; `false` when there is none. From then on everything is drawn at
    /// once.
    pub fn draw_next(self) -> bool {
        let drawn = self.drawn.get_untracked();
        let is_left = drawn < self.pending.get_value();
        self.drawn.set(if is_left { drawn + 1 } else { usize::MAX });
        is_left
    }

    /// Steps drawn so far; registers `count` more as pending. Gives the number of the last step
    /// before them, too.
    fn register(self, count: usize) -> (usize, Signal<usize>) {
        let before = self.pending.get_value();
        self.pending.set_value(before + count);
        (before, self.drawn.into())
    }
}

/// [`Steps::register`]; all steps are drawn outside of [`crate::app::App`] and where a page is
/// prerendered.
fn register(count: usize) -> (usize, Signal<usize>) {
    match use_context::<Steps>() {
        Some(steps) if IN_BROWSER => steps.register(count),
        _ => (0, Signal::stored(usize::MAX)),
    }
}

/// Takes the next step of the first page. Gives whether it is drawn.
#[must_use]
pub fn next_step() -> Memo<bool> {
    let (before, drawn) = register(1);
    Memo::new(move |_| drawn.get() > before)
}

/// Takes as many steps as a list of `count` items needs with `slice` items a step. Gives how many
/// items are drawn: any number once these steps are over, since the list may grow.
#[must_use]
pub fn next_steps_of_list(slice: usize, count: usize) -> Memo<usize> {
    let needed = count.div_ceil(slice);
    let (before, drawn) = register(needed);
    Memo::new(move |_| match drawn.get().saturating_sub(before) {
        steps if steps >= needed => usize::MAX,
        steps => slice * steps,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_on_while_something_is_pending() {
        let owner = Owner::new();
        owner.set();
        let steps = Steps::none();
        let (first, drawn) = steps.register(1);
        assert!(steps.draw_next());
        let (second, _) = steps.register(1);
        assert_eq!((first, second), (0, 1));
        assert!(steps.draw_next());
        assert_eq!(drawn.get_untracked(), 2);
        assert!(!steps.draw_next());
        // What comes later waits for nothing.
        let (before, drawn) = steps.register(1000);
        assert!(drawn.get_untracked() >= before + 1000);
    }

    #[test]
    fn without_steps_everything_is_drawn() {
        let owner = Owner::new();
        owner.set();
        assert!(next_step().get_untracked());
        assert_eq!(next_steps_of_list(5, 1000).get_untracked(), usize::MAX);
    }
}
