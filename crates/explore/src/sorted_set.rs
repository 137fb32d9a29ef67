//! A small sorted set.

use std::slice;

/// Values in ascending order, each once, in one piece of memory.
///
/// A filter holds a handful of values. [`BTreeSet`](std::collections::BTreeSet) is made for many
/// more and costs the app's first load 4 kB for each type of value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedSet<Value>(Vec<Value>);

impl<Value: Ord> SortedSet<Value> {
    /// An empty set.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a value. `true` if it was not in the set.
    pub fn insert(&mut self, value: Value) -> bool {
        let place = self.0.partition_point(|other| *other < value);
        let is_new = self.0.get(place) != Some(&value);
        if is_new {
            self.0.insert(place, value);
        }
        is_new
    }

    /// Removes a value. `true` if it was in the set.
    pub fn remove(&mut self, value: &Value) -> bool {
        let size = self.0.len();
        self.0.retain(|other| other != value);
        self.0.len() < size
    }

    /// Whether the value is in the set.
    #[must_use]
    pub fn contains(&self, value: &Value) -> bool {
        self.0.contains(value)
    }
}

impl<Value> SortedSet<Value> {
    /// The values in ascending order.
    pub fn iter(&self) -> slice::Iter<'_, Value> {
        self.0.iter()
    }

    /// How many values there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Removes all values.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<Value> Default for SortedSet<Value> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<Value: Ord> Extend<Value> for SortedSet<Value> {
    fn extend<Values: IntoIterator<Item = Value>>(&mut self, values: Values) {
        for value in values {
            self.insert(value);
        }
    }
}

impl<Value: Ord> FromIterator<Value> for SortedSet<Value> {
    fn from_iter<Values: IntoIterator<Item = Value>>(values: Values) -> Self {
        let mut set = Self::new();
        set.extend(values);
        set
    }
}

impl<Value: Ord, const COUNT: usize> From<[Value; COUNT]> for SortedSet<Value> {
    fn from(values: [Value; COUNT]) -> Self {
        values.into_iter().collect()
    }
}

impl<'s, Value> IntoIterator for &'s SortedSet<Value> {
    type Item = &'s Value;
    type IntoIter = slice::Iter<'s, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_does_what_the_standard_set_does(
            steps in proptest::collection::vec((any::<bool>(), 0..20_u8), 0..60)
        ) {
            let (mut set, mut expected) = (SortedSet::new(), BTreeSet::new());
            for (adds, value) in steps {
                if adds {
                    prop_assert_eq!(set.insert(value), expected.insert(value));
                } else {
                    prop_assert_eq!(set.remove(&value), expected.remove(&value));
                }
                prop_assert!(set.iter().eq(&expected));
                prop_assert_eq!(set.contains(&value), expected.contains(&value));
                prop_assert_eq!((set.len(), set.is_empty()), (expected.len(), expected.is_empty()));
            }
        }
    }
}
