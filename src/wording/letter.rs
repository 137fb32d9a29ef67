pub(crate) const FROM_A_TO_Z: &str = "All companies from A to Z";

pub(crate) fn title(letter: &str) -> String {
    format!("Companies: {letter}")
}
