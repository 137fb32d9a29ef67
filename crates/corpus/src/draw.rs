//! Random choices, with the skews that lists of companies have.

/// A source of random choices: the same seed gives the same ones.
pub(crate) struct Draw(fastrand::Rng);

impl Draw {
    pub(crate) fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    pub(crate) fn shuffle<T>(&mut self, values: &mut [T]) {
        self.0.shuffle(values);
    }

    /// A number from `least` to `most`, each as likely.
    pub(crate) fn between(&mut self, least: usize, most: usize) -> usize {
        self.0.usize(least..=most)
    }

    /// True in so many of a hundred cases.
    pub(crate) fn percent(&mut self, percent: u32) -> bool {
        self.0.u32(..100) < percent
    }

    /// One of the values, each as likely.
    pub(crate) fn one_of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.0.usize(..values.len())]
    }

    /// The place of one of the weights, as often as its share of their sum.
    pub(crate) fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut rest = self.0.u32(..weights.iter().sum::<u32>());
        for (place, weight) in weights.iter().enumerate() {
            if rest < *weight {
                return place;
            }
            rest -= weight;
        }
        weights.len() - 1
    }

    /// One of the values by Zipf's law: the first twice as often as the second, and so on.
    pub(crate) fn zipf<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        // The inverse of the integral of 1/x. Its floor is within a few percent of the law, which
        // needs no table.
        let ranks = values.len() as f64 + 1.0;
        let rank = ranks.powf(self.0.f64()) as usize;
        &values[rank.clamp(1, values.len()) - 1]
    }
}
