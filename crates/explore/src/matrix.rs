//! Which technologies the same companies have: a square of counts.

use crate::index::Index;
use catalog::Technology;

/// Technologies against themselves. A cell counts the companies that have both, exactly as a
/// filter by both does: a technology counts the companies of its parts. It reads the same by rows
/// and by columns, and the diagonal counts the companies that have the technology at all.
#[derive(Clone, Debug)]
pub struct Matrix<'i, 'c> {
    index: &'i Index<'c>,
    /// Positions in [`catalog::Catalog::technologies`], in the order of rows and columns.
    positions: Vec<usize>,
}

impl<'c> Index<'c> {
    /// The matrix of the technologies that at least `fewest` companies have, in the order of
    /// [`catalog::Catalog::matrix_order`]. A slug there that no technology has is left out.
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
    /// How many rows it has, and how many columns.
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

    /// How many companies have both technologies.
    #[must_use]
    pub fn count(&self, row: usize, column: usize) -> usize {
        let set = |at: usize| &self.index.technologies[self.positions[at]].any;
        set(row).count_common(set(column))
    }

    /// Whether one of two technologies is a part of the other. Whoever has the part has the whole,
    /// so that their count says nothing about what goes together.
    #[must_use]
    pub fn is_family(&self, row: usize, column: usize) -> bool {
        let (one, other) = (self.positions[row], self.positions[column]);
        row != column
            && (self.index.lineage(one).contains(&other)
                || self.index.lineage(other).contains(&one))
    }

    /// The largest count of two technologies that are not of one family; 0 when no company has
    /// two such.
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
