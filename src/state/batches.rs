//! The first page is drawn in batches with a pause for the browser between them, so that no
//! keystroke and no scroll waits for the whole page. Batches are drawn in the order in which the
//! views ask for them. `docs/decisions/002-replace-the-page.md` has the figures.

use leptos::prelude::*;

use super::browser::IN_BROWSER;

/// The batches of the first page. Every later page is drawn at once.
#[derive(Clone, Copy)]
pub struct Batches {
    drawn: RwSignal<usize>,
    /// How many batches the views have asked for.
    pending: StoredValue<usize>,
}

impl Batches {
    /// Nothing drawn, nothing pending.
    #[must_use]
    pub fn none() -> Self {
        Self { drawn: RwSignal::new(0), pending: StoredValue::new(0) }
    }

    /// Draws the next pending batch; `false` when there is none. From then on everything is drawn at
    /// once.
    pub fn draw_next(self) -> bool {
        let drawn = self.drawn.get_untracked();
        let is_left = drawn < self.pending.get_value();
        self.drawn.set(if is_left { drawn + 1 } else { usize::MAX });
        is_left
    }

    /// Registers `count` more batches. Returns how many were registered before, and the number of
    /// batches drawn so far.
    fn register(self, count: usize) -> (usize, Signal<usize>) {
        let before = self.pending.get_value();
        self.pending.set_value(before + count);
        (before, self.drawn.into())
    }
}

/// [`Batches::register`]. Without batches (a prerendered page, a component on its own) everything is
/// drawn.
fn register(count: usize) -> (usize, Signal<usize>) {
    match use_context::<Batches>() {
        Some(batches) if IN_BROWSER => batches.register(count),
        _ => (0, Signal::stored(usize::MAX)),
    }
}

/// Registers a batch of the first page. Returns whether it is drawn.
#[must_use]
pub fn next_batch() -> Memo<bool> {
    let (before, drawn) = register(1);
    Memo::new(move |_| drawn.get() > before)
}

/// Registers the batches of a list of `count` items, `size` items each. Returns how many items are
/// drawn: any number after the last batch, since the list may grow.
#[must_use]
pub fn next_batches_of_list(size: usize, count: usize) -> Memo<usize> {
    let needed = count.div_ceil(size);
    let (before, drawn) = register(needed);
    Memo::new(move |_| match drawn.get().saturating_sub(before) {
        batches if batches >= needed => usize::MAX,
        batches => size * batches,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_go_on_while_something_is_pending() {
        let owner = Owner::new();
        owner.set();
        let batches = Batches::none();
        let (first, drawn) = batches.register(1);
        assert!(batches.draw_next());
        let (second, _) = batches.register(1);
        assert_eq!((first, second), (0, 1));
        assert!(batches.draw_next());
        assert_eq!(drawn.get_untracked(), 2);
        assert!(!batches.draw_next());
        // Later batches are drawn at once.
        let (before, drawn) = batches.register(1000);
        assert!(drawn.get_untracked() >= before + 1000);
    }

    #[test]
    fn without_batches_everything_is_drawn() {
        let owner = Owner::new();
        owner.set();
        assert!(next_batch().get_untracked());
        assert_eq!(next_batches_of_list(5, 1000).get_untracked(), usize::MAX);
    }
}
