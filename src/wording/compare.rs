pub(crate) const TITLE: &str = "Compare companies";
pub(crate) const COMPARE: &str = "Compare";
pub(crate) const COMPARING: &str = "Comparing";
pub(crate) const TRAY: &str = "Companies to compare";
pub(crate) const CLEAR: &str = "Clear";
pub(crate) const NOTHING: &str = "Nothing to compare.";
pub(crate) const NONE_NAMED: &str = "none named";
pub(crate) const WHAT_IT_HAS: &str = "What it has";
pub(crate) const BOTH: &str = "Both have it";
pub(crate) const ALL: &str = "All have it";
pub(crate) const MAYBE_BOTH: &str = "Maybe both have it";
pub(crate) const MAYBE_ALL: &str = "Maybe all have it";
pub(crate) const SOME: &str = "Some have it";
pub(crate) const ONLY_ONE: &str = "Only one has it";

pub(crate) fn compare(companies: usize) -> String {
    format!("Compare {companies}")
}

pub(crate) fn remove(company: &str) -> String {
    format!("Remove {company} from the comparison")
}

pub(crate) fn added(company: &str, now: &str) -> String {
    format!("{company} added. {now}")
}

pub(crate) fn removed(company: &str, now: &str) -> String {
    format!("{company} removed. {now}")
}

pub(crate) fn to_compare(companies: &str) -> String {
    format!("{companies} to compare.")
}

pub(crate) fn refused(company: &str) -> String {
    format!("At most four companies can be compared. Remove one to add {company}.")
}

pub(crate) fn of(companies: usize, all: usize) -> String {
    format!("{companies} of {all}")
}

pub(crate) fn maybe_of(companies: usize, all: usize) -> String {
    format!("maybe {companies} of {all}")
}

pub(crate) fn of_and_maybe(companies: usize, all: usize, maybe: usize) -> String {
    format!("{companies} of {all}, maybe {maybe} more")
}

pub(crate) fn on_weak_signs(companies: usize) -> String {
    format!("{companies} on weak signs")
}

pub(crate) fn pieces(count: usize, kind: &str, company: &str) -> String {
    format!("{count}: {kind}, {company}")
}
