pub(crate) const REMOVE: &str = "Remove";
pub(crate) const COMPARISON: &str = "Comparison";
pub(crate) const NOT_KNOWN: &str = "not known";
pub(crate) const NEEDS_APP: &str = "Comparing needs JavaScript and WebAssembly.";
pub(crate) const HINT: &str = "Set two to four companies side by side and see what they share.";
pub(crate) const MAYBE_ALSO: &str = "; maybe also ";
pub(crate) const AND: &str = " and ";
pub(crate) const ADD_COMPANY: &str = "Add a company";
pub(crate) const CHOOSE_ONE: &str = "Choose one";
pub(crate) const ADD: &str = "Add";
pub(crate) const FULL: &str = "At most four companies can be compared. Remove one to add another.";
pub(crate) const PAIRS: &str = "Pairs that share the most";
pub(crate) const TITLE: &str = "Compare companies";
pub(crate) const COMPARE: &str = "Compare";
pub(crate) const COMPARING: &str = "Comparing";
pub(crate) const TRAY: &str = "Companies to compare";
pub(crate) const CLEAR: &str = "Clear";
pub(crate) const CLEAR_ALL: &str = "Clear the comparison";
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

pub(crate) fn remove_column(company: &str) -> String {
    format!("Remove {company}")
}

pub(crate) fn years(first: u32, last: u32) -> String {
    format!("{first} to {last}")
}

pub(crate) fn dated(dated: usize, all: usize) -> String {
    format!("{dated} of {all} dated")
}

pub(crate) fn page_title(companies: &str) -> String {
    format!("Compare: {companies}")
}

pub(crate) fn add_to(company: &str) -> String {
    format!("Add a company to see what it shares with {company}.")
}

pub(crate) fn share_none(companies: &str) -> String {
    format!("{companies} share no technology that the chapter names")
}

pub(crate) fn share(companies: &str) -> String {
    format!("{companies} share ")
}

pub(crate) fn maybe_share(companies: &str) -> String {
    format!("{companies} maybe share ")
}

pub(crate) fn have(companies: usize, all: usize) -> String {
    format!("{companies} of {all} have ")
}

pub(crate) fn maybe_have(companies: usize, all: usize) -> String {
    format!("Maybe {companies} of {all} have ")
}

pub(crate) fn weak_for(companies: usize) -> String {
    format!(" (weak evidence for {companies})")
}

pub(crate) fn maybe(technologies: &str) -> String {
    format!("maybe {technologies}")
}

pub(crate) fn and_maybe(strong: &str, maybe: &str) -> String {
    format!("{strong}; maybe also {maybe}")
}

pub(crate) fn pair(one: &str, other: &str) -> String {
    format!("{one} and {other}")
}
