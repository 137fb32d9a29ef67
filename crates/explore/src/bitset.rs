//! Sets of companies as bits, so that a count is a popcount.

/// A set of the numbers `0..size`. Binary operations require operands of equal size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BitSet {
    words: Vec<u64>,
}

impl BitSet {
    /// The empty set, for numbers below `size`.
    pub(crate) fn empty(size: usize) -> Self {
        Self { words: vec![0; size.div_ceil(64)] }
    }

    /// The set of all numbers below `size`.
    pub(crate) fn full(size: usize) -> Self {
        let mut words = vec![u64::MAX; size.div_ceil(64)];
        if let (Some(last), used @ 1..) = (words.last_mut(), size % 64) {
            *last = (1 << used) - 1;
        }
        Self { words }
    }

    pub(crate) fn insert(&mut self, number: usize) {
        self.words[number / 64] |= 1 << (number % 64);
    }

    pub(crate) fn contains(&self, number: usize) -> bool {
        self.words[number / 64] & (1 << (number % 64)) != 0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    pub(crate) fn union_with(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    pub(crate) fn intersect_with(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    pub(crate) fn subtract(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The size of the intersection, without making it.
    pub(crate) fn count_common(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// The numbers in the set, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(position, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let bit = rest.trailing_zeros() as usize;
                    rest &= rest - 1;
                    position * 64 + bit
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(size: usize, numbers: &[usize]) -> BitSet {
        let mut set = BitSet::empty(size);
        for &number in numbers {
            set.insert(number);
        }
        set
    }

    #[test]
    fn the_full_set_holds_no_more_than_its_size() {
        for size in [0, 1, 63, 64, 65, 128] {
            assert_eq!(BitSet::full(size).count(), size, "{size}");
            assert_eq!(
                BitSet::full(size).iter().collect::<Vec<_>>(),
                (0..size).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn operations_cross_words() {
        let (a, b) = (set(130, &[0, 63, 64, 129]), set(130, &[63, 65, 129]));
        assert_eq!(a.count_common(&b), 2);
        let mut both = a.clone();
        both.intersect_with(&b);
        assert_eq!(both, set(130, &[63, 129]));
        let mut rest = a.clone();
        rest.subtract(&b);
        assert_eq!(rest, set(130, &[0, 64]));
        let mut either = a;
        either.union_with(&b);
        assert_eq!(either.iter().collect::<Vec<_>>(), [0, 63, 64, 65, 129]);
        assert!(either.contains(65) && !either.contains(66));
        assert!(BitSet::empty(130).is_empty() && !either.is_empty());
    }
}
