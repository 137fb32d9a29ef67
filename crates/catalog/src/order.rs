//! Sorting, in one place: each type and each key that is sorted by would bring a sorting routine of
//! its own into the wasm, and those came to a quarter of the code.

/// The numbers by ascending key, equal keys by number.
pub(crate) fn ordered(
    numbers: impl IntoIterator<Item = usize>,
    key: impl Fn(usize) -> (usize, usize),
) -> Vec<usize> {
    let mut keyed = Vec::new();
    for number in numbers {
        let (first, second) = key(number);
        keyed.push((first, second, number));
    }
    sort_numbers(&mut keyed);
    keyed.into_iter().map(|(_, _, number)| number).collect()
}

/// A key that puts the larger number first.
pub(crate) const fn most_first(number: usize) -> usize {
    usize::MAX - number
}

fn sort_numbers(keyed: &mut [(usize, usize, usize)]) {
    keyed.sort_unstable();
}

/// Sorts by text, equal texts by number.
pub(crate) fn sort_texts(texts: &mut [(String, usize)]) {
    texts.sort_unstable();
}
