//! The known name that a mistyped one was meant to be.

use strsim::osa_distance;

/// Names longer than any address are not compared: it would take long.
const MAX_LENGTH: usize = 300;

/// The known name with the least edit distance from `name`, if at most a third of the letters of the
/// longer one differ. The first of several that are equally near.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let length = name.chars().take(MAX_LENGTH + 1).count();
    if length == 0 || length > MAX_LENGTH {
        return None;
    }
    let allowed = |candidate: &str| (length.max(candidate.chars().count()) / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (osa_distance(name, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= allowed(candidate))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
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
    fn a_swap_of_neighbours_is_one_edit() {
        assert_eq!(nearest("ab", ["ba"]), Some("ba"));
        assert_eq!(nearest("ab", ["cd"]), None);
    }
}
