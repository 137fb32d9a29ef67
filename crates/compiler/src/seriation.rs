//! The order of the co-occurrence matrix, so that clusters show.
//!
//! A matrix shows its clusters when related technologies are next to each other, so that large
//! numbers gather along the diagonal. As a number: two technologies are as like as the
//! share of their companies that they have in common (the Jaccard index of their sets of
//! companies), and the *spread* of an order is the sum, over all pairs, of likeness times the
//! distance between the two. The order sought is the one with the least spread, which is known as
//! minimum linear arrangement. It looks at the whole square; an order that only makes neighbours
//! alike leaves open where its clusters go.
//!
//! Likeness and not the plain count, because whatever is used everywhere would otherwise draw all
//! others around itself.
//!
//! Technologies that nothing connects, not even through others, are arranged apart and form
//! blocks of their own, largest first. Inside a block the least spread is hard to find, so it is
//! looked for from several starts (the order of `technologies.toml`, then orders grown from one
//! technology by adding what is most like those that stand there), each improved until neither of
//! two changes helps: taking a technology out and putting it in elsewhere, and putting a run of
//! `RUN` neighbours into its best order. Blocks of up to `RUN` technologies are therefore
//! exact. The cost of a start is about the cube of a block's size.
//!
//! Everything is whole numbers and ties go by the order of `technologies.toml`, so that the same
//! catalogue gives the same order everywhere. The compiler asks for it once a build; the app only
//! reads the outcome in [`Catalog::matrix_order`].

use std::cmp::Reverse;
use std::collections::BTreeSet;

use catalog::{Catalog, Slug};

/// How many neighbours are put into their best order at once: all their orders are covered in
/// `2^RUN` steps.
const RUN: usize = 8;

/// How many technologies of a block an order is grown from, the most used ones.
const STARTS: usize = 16;

/// The likeness of two technologies that the same companies have.
const ALIKE: usize = 1 << 20;

/// The technologies that any company has, in an order that shows which the same companies have.
#[must_use]
pub(crate) fn seriation(catalog: &Catalog) -> Vec<Slug> {
    let users = users_of_each(catalog);
    let used: Vec<usize> =
        (0..catalog.technologies.len()).filter(|position| !users[*position].is_empty()).collect();
    let users: Vec<&BTreeSet<usize>> = used.iter().map(|position| &users[*position]).collect();
    let likeness = Likeness::of(&users);
    let users: Vec<usize> = users.into_iter().map(BTreeSet::len).collect();
    let blocks = likeness.blocks();
    let most_used =
        |block: usize| blocks[block].iter().map(|at| users[*at]).max().unwrap_or_default();
    let mut largest_first: Vec<usize> = (0..blocks.len()).collect();
    largest_first.sort_by_key(|&block| Reverse((blocks[block].len(), most_used(block))));
    largest_first
        .into_iter()
        .flat_map(|block| likeness.arranged(&blocks[block], &users))
        .map(|at| catalog.technologies[used[at]].slug.clone())
        .collect()
}

/// For each technology the positions of the companies that use it or a part of it.
fn users_of_each(catalog: &Catalog) -> Vec<BTreeSet<usize>> {
    let mut users = vec![BTreeSet::new(); catalog.technologies.len()];
    let position = |slug: &Slug| catalog.technologies.iter().position(|other| other.slug == *slug);
    for (number, company) in catalog.companies.iter().enumerate() {
        for tag in company.uses() {
            let mut next = position(&tag.technology);
            // A ring of parents ends where the company was entered before.
            while let Some(at) = next.filter(|at| users[*at].insert(number)) {
                next = catalog.technologies[at].parent.as_ref().and_then(position);
            }
        }
    }
    users
}

/// How like each two of some technologies are, 0 to [`ALIKE`]. They are numbered from 0 in the
/// order of `technologies.toml`.
#[derive(Debug)]
struct Likeness(Vec<Vec<i64>>);

impl Likeness {
    fn of(sets: &[&BTreeSet<usize>]) -> Self {
        let like = |one: usize, other: usize| {
            let both = sets[one].intersection(sets[other]).count();
            let either = sets[one].len() + sets[other].len() - both;
            if one == other { 0 } else { (both * ALIKE / either) as i64 }
        };
        let row = |one| (0..sets.len()).map(|other| like(one, other)).collect();
        Self((0..sets.len()).map(row).collect())
    }

    /// The sum of likeness times distance.
    fn spread(&self, order: &[usize]) -> i64 {
        let mut spread = 0;
        for (place, &one) in order.iter().enumerate() {
            for (distance, &other) in order[place..].iter().enumerate() {
                spread += self.0[one][other] * distance as i64;
            }
        }
        spread
    }

    /// What is connected, through others or directly. Each block ascending, blocks by their first.
    fn blocks(&self) -> Vec<Vec<usize>> {
        let mut blocks: Vec<Vec<usize>> = Vec::new();
        for first in 0..self.0.len() {
            if blocks.iter().any(|block| block.contains(&first)) {
                continue;
            }
            let mut block = vec![first];
            let mut reached = 0;
            while let Some(&from) = block.get(reached) {
                for (to, like) in self.0[from].iter().enumerate() {
                    if *like > 0 && !block.contains(&to) {
                        block.push(to);
                    }
                }
                reached += 1;
            }
            block.sort_unstable();
            blocks.push(block);
        }
        blocks
    }

    /// A block in the order of least spread that is found, its more used end first.
    fn arranged(&self, block: &[usize], users: &[usize]) -> Vec<usize> {
        let mut best = block.to_vec();
        self.improve(&mut best);
        let mut most_used = block.to_vec();
        most_used.sort_by_key(|&at| (Reverse(users[at]), at));
        for first in most_used.into_iter().take(STARTS) {
            let mut order = self.grown(block, first);
            self.improve(&mut order);
            if self.spread(&order) < self.spread(&best) {
                best = order;
            }
        }
        // Both directions have the same spread.
        let weight = |order: &[usize]| -> usize {
            order.iter().enumerate().map(|(place, at)| place * users[*at]).sum()
        };
        let reversed: Vec<usize> = best.iter().rev().copied().collect();
        if (weight(&reversed), &reversed) < (weight(&best), &best) { reversed } else { best }
    }

    /// An order that starts with `first` and goes on with whatever is most like all before it.
    fn grown(&self, block: &[usize], first: usize) -> Vec<usize> {
        let mut order = vec![first];
        while order.len() < block.len() {
            let rest = block.iter().copied().filter(|at| !order.contains(at));
            let likeness = |at: usize| order.iter().map(|other| self.0[at][*other]).sum::<i64>();
            let next = rest.min_by_key(|&at| (Reverse(likeness(at)), at));
            order.extend(next);
        }
        order
    }

    /// Changes the order until neither change lessens the spread.
    fn improve(&self, order: &mut Vec<usize>) {
        loop {
            let mut is_better = false;
            for at in order.clone() {
                is_better |= self.reinsert(order, at);
            }
            for start in 0..=order.len().saturating_sub(RUN) {
                let end = order.len().min(start + RUN);
                is_better |= self.rearrange(order, start, end);
            }
            if !is_better {
                return;
            }
        }
    }

    /// Moves one technology to where it lessens the spread most; `false` if it is there already.
    fn reinsert(&self, order: &mut Vec<usize>, technology: usize) -> bool {
        let Some(from) = order.iter().position(|at| *at == technology) else { return false };
        order.remove(from);
        order.insert(0, technology);
        // Walks from the first place to the last and keeps book of what each step costs.
        let mut spreads = vec![0];
        for place in 0..order.len() - 1 {
            let (behind, ahead) = (&order[..place], &order[place + 2..]);
            let pull = |at: usize| -> i64 {
                let sum = |others: &[usize]| others.iter().map(|o| self.0[at][*o]).sum::<i64>();
                sum(ahead) - sum(behind)
            };
            let step = pull(order[place + 1]) - pull(technology);
            spreads.push(spreads[place] + step);
            order.swap(place, place + 1);
        }
        order.pop();
        let mut to = from;
        for (place, spread) in spreads.iter().enumerate() {
            if *spread < spreads[to] {
                to = place;
            }
        }
        order.insert(to, technology);
        to != from
    }

    /// Puts the technologies at `start..end` into their best order, all others held still;
    /// `false` when they are in it.
    ///
    /// The spread is also the sum, over the gaps between neighbours, of the likeness that crosses
    /// the gap. What crosses depends on which technologies stand before the gap but not on their
    /// order, so the best order of each subset grows out of those of its own subsets.
    fn rearrange(&self, order: &mut [usize], start: usize, end: usize) -> bool {
        let run = order[start..end].to_vec();
        let sum = |at: usize, others: &[usize]| others.iter().map(|o| self.0[at][*o]).sum::<i64>();
        // What a gap gains by having a technology of the run before it, as far as the rest goes.
        let outward: Vec<i64> =
            run.iter().map(|&at| sum(at, &order[end..]) - sum(at, &order[..start])).collect();
        let subsets = 1_usize << run.len();
        let is_in = |subset: usize, number: usize| subset & (1 << number) != 0;
        // By subset: what crosses the gap behind it, beside what crosses the run's first gap.
        let mut crossing = vec![0_i64; subsets];
        // By subset: the least sum of crossings, and which technology is then last.
        let mut least = vec![(0_i64, 0_usize); subsets];
        for subset in 1..subsets {
            let one = subset.trailing_zeros() as usize;
            let rest = subset & (subset - 1);
            crossing[subset] = crossing[rest] + outward[one];
            for (number, &other) in run.iter().enumerate() {
                let like = self.0[run[one]][other];
                crossing[subset] += if is_in(rest, number) { -like } else { like };
            }
            let lasts = (0..run.len()).filter(|number| is_in(subset, *number));
            let (sum, last) =
                lasts.map(|last| (least[subset & !(1 << last)].0, last)).min().unwrap_or_default();
            least[subset] = (sum + crossing[subset], last);
        }
        let now: i64 = (1..=run.len()).map(|length| crossing[(1 << length) - 1]).sum();
        if least[subsets - 1].0 >= now {
            return false;
        }
        let mut subset = subsets - 1;
        for place in (start..end).rev() {
            let last = least[subset].1;
            order[place] = run[last];
            subset &= !(1 << last);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fixtures::a_catalog;
    use proptest::prelude::*;

    /// Random likenesses, many of them none.
    fn likeness(sizes: std::ops::Range<usize>) -> impl Strategy<Value = Likeness> + use<> {
        let pair = prop_oneof![Just(0_i64), 0..100_i64];
        sizes
            .prop_flat_map(move |size| {
                proptest::collection::vec(proptest::collection::vec(pair.clone(), size), size)
            })
            .prop_map(|rows| {
                let like = |one: usize, other: usize| {
                    if one == other { 0 } else { rows[one.max(other)][one.min(other)] }
                };
                let row = |one| (0..rows.len()).map(|other| like(one, other)).collect();
                Likeness((0..rows.len()).map(row).collect())
            })
    }

    /// The least spread of all orders that go on from `order` with `rest`.
    fn least_spread(likeness: &Likeness, order: &mut Vec<usize>, rest: &[usize]) -> i64 {
        if rest.is_empty() {
            return likeness.spread(order);
        }
        let mut least = i64::MAX;
        for at in rest {
            let others: Vec<usize> = rest.iter().copied().filter(|other| other != at).collect();
            order.push(*at);
            least = least.min(least_spread(likeness, order, &others));
            order.pop();
        }
        least
    }

    proptest! {
        #[test]
        fn a_few_are_arranged_as_well_as_can_be(likeness in likeness(1..7)) {
            let all: Vec<usize> = (0..likeness.0.len()).collect();
            let order = likeness.arranged(&all, &vec![1; all.len()]);
            let least = least_spread(&likeness, &mut Vec::new(), &all);
            prop_assert_eq!(likeness.spread(&order), least);
        }

        #[test]
        fn each_change_does_what_it_says(likeness in likeness(9..14)) {
            let mut order: Vec<usize> = (0..likeness.0.len()).collect();
            for step in 0..40 {
                let before = (likeness.spread(&order), order.clone());
                let is_better = if step % 2 == 0 {
                    likeness.reinsert(&mut order, step % before.1.len())
                } else {
                    let start = step % (before.1.len() - RUN + 1);
                    likeness.rearrange(&mut order, start, start + RUN)
                };
                prop_assert_eq!(is_better, likeness.spread(&order) < before.0);
                prop_assert_eq!(is_better, order != before.1);
                let mut all = order.clone();
                all.sort_unstable();
                prop_assert!(all.into_iter().eq(0..likeness.0.len()));
            }
        }
    }

    fn texts(order: &[Slug]) -> Vec<&str> {
        order.iter().map(Slug::as_str).collect()
    }

    #[test]
    fn what_nothing_connects_stands_in_blocks() {
        let catalog = a_catalog(
            &["a1", "b1", "lone", "c1", "b2", "a2", "unused", "c2", "b3", "a3", "c3", "c4"],
            &[
                &["a1", "a2"],
                &["a2", "a3"],
                &["b1", "b2", "b3"],
                &["lone"],
                &["c1", "c2", "c3", "c4"],
                &["c1"],
            ],
        );
        let order = seriation(&catalog);
        let blocks: Vec<_> = texts(&order).iter().map(|slug| slug.as_bytes()[0] as char).collect();
        assert_eq!(blocks.iter().collect::<String>(), "ccccaaabbbl");
        // Inside a block, what shares companies stands together.
        assert_eq!(texts(&order)[5], "a2");
    }

    #[test]
    fn clusters_of_a_long_chain_follow_one_another() {
        // Company n has technologies n and n + 1; the file has them shuffled.
        let names: Vec<String> = (0..24).map(|number| format!("t{number:02}")).collect();
        let shuffled: Vec<&str> = (0..24).map(|number| names[number * 7 % 24].as_str()).collect();
        let pairs: Vec<Vec<&str>> =
            names.windows(2).map(|pair| pair.iter().map(String::as_str).collect()).collect();
        let companies: Vec<&[&str]> = pairs.iter().map(Vec::as_slice).collect();
        let order = seriation(&a_catalog(&shuffled, &companies));
        let expected: Vec<&str> = names.iter().map(String::as_str).collect();
        let backwards: Vec<&str> = expected.iter().rev().copied().collect();
        assert!(texts(&order) == expected || texts(&order) == backwards, "{order:?}");
    }

    #[test]
    fn an_empty_catalogue_has_an_empty_order() {
        assert_eq!(seriation(&Catalog::default()), []);
    }

    proptest! {
        #[test]
        fn the_order_holds_what_companies_have_and_is_no_worse_than_the_files(
            catalog in fixtures::catalog(12),
        ) {
            let order = seriation(&catalog);
            let users = users_of_each(&catalog);
            let position = |slug: &Slug| {
                catalog.technologies.iter().position(|other| other.slug == *slug).unwrap()
            };
            let used: Vec<usize> =
                (0..users.len()).filter(|position| !users[*position].is_empty()).collect();
            let positions: Vec<usize> = order.iter().map(position).collect();
            let mut sorted = positions.clone();
            sorted.sort_unstable();
            prop_assert_eq!(&sorted, &used);
            let sets: Vec<_> = used.iter().map(|position| &users[*position]).collect();
            let likeness = Likeness::of(&sets);
            let place = |position: &usize| used.binary_search(position).unwrap();
            let ordered: Vec<usize> = positions.iter().map(place).collect();
            let listed: Vec<usize> = (0..used.len()).collect();
            prop_assert!(likeness.spread(&ordered) <= likeness.spread(&listed));
            prop_assert_eq!(seriation(&catalog), order);
        }
    }
}
