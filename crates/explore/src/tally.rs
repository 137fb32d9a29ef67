//! Counts of companies that tell facts from signs.

/// How many companies: those on strong evidence, and those on weak signs alone. A company's evidence
/// is strong if it is for everything that is asked of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// On strong evidence.
    pub strong: usize,
    /// More of them, on weak signs alone.
    pub weak: usize,
}

impl Tally {
    /// Companies of which nothing is asked that needs evidence.
    #[must_use]
    pub const fn certain(companies: usize) -> Self {
        Self { strong: companies, weak: 0 }
    }

    /// Of so many companies in all, those on strong evidence.
    pub(crate) const fn of(total: usize, strong: usize) -> Self {
        Self { strong, weak: total.saturating_sub(strong) }
    }

    /// Strong and weak together.
    #[must_use]
    pub const fn total(self) -> usize {
        self.strong + self.weak
    }

    /// In words, each kind of evidence with its number.
    ///
    /// ```
    /// use explore::Tally;
    ///
    /// let words = |strong, weak| Tally { strong, weak }.words();
    /// assert_eq!(words(2, 0), "2 companies");
    /// assert_eq!(words(1, 2), "1 company, 2 more on weak signs");
    /// assert_eq!(words(2, 1), "2 companies, 1 more on a weak sign");
    /// assert_eq!(words(0, 2), "2 companies on weak signs");
    /// assert_eq!(words(0, 0), "0 companies");
    /// ```
    #[must_use]
    pub fn words(self) -> String {
        let noun = |number: usize| if number == 1 { "company" } else { "companies" };
        let signs = if self.weak == 1 { "a weak sign" } else { "weak signs" };
        match self {
            Self { strong, weak: 0 } => format!("{strong} {}", noun(strong)),
            Self { strong: 0, weak } => format!("{weak} {} on {signs}", noun(weak)),
            Self { strong, weak } => {
                format!("{strong} {}, {weak} more on {signs}", noun(strong))
            }
        }
    }

    /// As figures, for places too narrow for words: `2`, `2+1`, `+1`. The number after the plus is
    /// [`weak`](Self::weak). Figures alone do not say so: give screen readers [`words`](Self::words).
    #[must_use]
    pub fn figures(self) -> String {
        match self {
            Self { strong, weak: 0 } => strong.to_string(),
            Self { strong: 0, weak } => format!("+{weak}"),
            Self { strong, weak } => format!("{strong}+{weak}"),
        }
    }
}
