//! Which technologies the same companies have: a square of counts.

use catalog::Technology;

use crate::index::Index;
use crate::tally::Tally;

/// The co-occurrence of technologies: a symmetric matrix. A cell counts the companies that have
/// both, as a filter by both does, so a technology has the companies of its parts. The diagonal
/// counts the companies that have the technology.
#[derive(Clone, Debug)]
pub struct Matrix<'i, 'c> {
    index: &'i Index<'c>,
    /// Positions in [`catalog::Catalog::technologies`], in the order of rows and columns.
    positions: Vec<usize>,
}

impl<'c> Index<'c> {
    /// The matrix of the technologies that at least `fewest` companies have, in the order of
    /// [`catalog::Catalog::matrix_order`]. Unknown slugs are left out.
    #[must_use]
    pub fn matrix(&self, fewest: usize) -> Matrix<'_, 'c> {
        let mut positions = Vec::new();
        for slug in &self.catalog.matrix_order {
            if let Some(position) = self.technology_position(slug.as_str())
                && self.technologies[position].any.count() >= fewest
            {
                positions.push(position);
            }
        }
        Matrix { index: self, positions }
    }
}

impl<'c> Matrix<'_, 'c> {
    /// The number of rows, which is that of columns.
    #[must_use]
    pub fn size(&self) -> usize {
        self.positions.len()
    }

    /// The technology of a row, and of the column with the same number.
    ///
    /// # Panics
    /// When `row` is not below [`size`](Self::size), as every method here that takes a number.
    #[must_use]
    pub fn technology(&self, row: usize) -> &'c Technology {
        &self.index.catalog.technologies[self.positions[row]]
    }

    /// How many companies have both technologies, and how many of them both on strong evidence.
    #[must_use]
    pub fn tally(&self, row: usize, column: usize) -> Tally {
        let set = |at: usize| &self.index.technologies[self.positions[at]];
        set(row).tally_with(set(column))
    }

    /// How many companies have both technologies, on any evidence.
    #[must_use]
    pub fn count(&self, row: usize, column: usize) -> usize {
        self.tally(row, column).total()
    }

    /// Whether one technology is an ancestor of the other. A company that has the part has the whole,
    /// so their count says nothing about what goes together.
    #[must_use]
    pub fn is_family(&self, row: usize, column: usize) -> bool {
        let (one, other) = (self.positions[row], self.positions[column]);
        row != column
            && (self.index.lineage(one).contains(&other)
                || self.index.lineage(other).contains(&one))
    }

    /// The largest count of two technologies of different families; 0 if no company has two such.
    #[must_use]
    pub fn largest(&self) -> usize {
        let mut largest = 0;
        for row in 0..self.size() {
            for column in 0..row {
                if !self.is_family(row, column) {
                    largest = largest.max(self.count(row, column));
                }
            }
        }
        largest
    }
}
