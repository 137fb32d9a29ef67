//! Guesses what a mistyped name was meant to be.

/// Longer names than addresses are no slips of known ones, and comparing them would take long.
const MAX_LENGTH: usize = 300;

/// The known name that is most like `name`, if one is like it at all: at most a third of the
/// letters of the longer differ. The first of several that are equally near.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let letters: Vec<char> = name.chars().take(MAX_LENGTH + 1).collect();
    if letters.is_empty() || letters.len() > MAX_LENGTH {
        return None;
    }
    let allowed = |candidate: &str| (letters.len().max(candidate.chars().count()) / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (distance(&letters, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= allowed(candidate))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make
/// one name of the other.
fn distance(name: &[char], candidate: &str) -> usize {
    let width = name.len();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=width).collect();
    let mut previous = None;
    for (row, letter) in candidate.chars().enumerate() {
        let mut current = Vec::with_capacity(width + 1);
        current.push(row + 1);
        for column in 0..width {
            let replaced = last[column] + usize::from(name[column] != letter);
            let mut best = replaced.min(last[column + 1] + 1).min(current[column] + 1);
            if column > 0 && previous == Some(name[column]) && name[column - 1] == letter {
                best = best.min(before_last[column - 1] + 1);
            }
            current.push(best);
        }
        before_last = std::mem::replace(&mut last, current);
        previous = Some(letter);
    }
    last[width]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name_and_a_stranger_none() {
        let known = ["kafka", "kafka-streams", "spark"];
        assert_eq!(nearest("kakfa", known), Some("kafka"));
        assert_eq!(nearest("kafka-stream", known), Some("kafka-streams"));
        assert_eq!(nearest("postgres", known), None);
        assert_eq!(nearest("", known), None);
        assert_eq!(nearest(&"k".repeat(100_000), known), None);
    }

    #[test]
    fn a_swap_of_neighbours_is_one_slip() {
        let letters: Vec<char> = "ab".chars().collect();
        assert_eq!(distance(&letters, "ba"), 1);
        assert_eq!(distance(&letters, "ab"), 0);
        assert_eq!(distance(&letters, ""), 2);
        assert_eq!(distance(&letters, "cab"), 1);
    }
}
