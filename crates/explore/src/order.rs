//! The only sorting routine: a generic one would be compiled once per type and key. Such copies
//! were a quarter of the wasm.

use std::cmp::Ordering;

/// The numbers sorted by ascending key, equal keys by number.
pub(crate) fn ordered(
    numbers: impl IntoIterator<Item = usize>,
    key: impl Fn(usize) -> (usize, usize),
) -> Vec<usize> {
    let mut keyed = Vec::new();
    for number in numbers {
        let (first, second) = key(number);
        keyed.push((first, second, number));
    }
    let mut order: Vec<usize> = (0..keyed.len()).collect();
    sort(&mut order, &|one, other| keyed[one] < keyed[other]);
    order.into_iter().map(|place| keyed[place].2).collect()
}

/// A key that puts the larger number first.
pub(crate) const fn most_first(number: usize) -> usize {
    usize::MAX - number
}

/// Sorts by text, equal texts by number.
pub(crate) fn sort_texts(texts: &mut Vec<(String, usize)>) {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    sort(&mut order, &|one, other| texts[one] < texts[other]);
    let mut sorted = Vec::with_capacity(texts.len());
    for number in order {
        sorted.push(std::mem::take(&mut texts[number]));
    }
    *texts = sorted;
}

/// `is_less` is asked for two different numbers and has to put one of them first.
fn sort(numbers: &mut [usize], is_less: &dyn Fn(usize, usize) -> bool) {
    numbers.sort_unstable_by(|&one, &other| match one == other {
        true => Ordering::Equal,
        false if is_less(one, other) => Ordering::Less,
        false => Ordering::Greater,
    });
}
