//! Reads `link-status.json`, what the last checks of the chapter's addresses found. A program
//! writes the file, so it is right as a whole or not read at all.

use std::collections::BTreeMap;

use catalog::{LinkCheck, LinkStatus};
use serde::Deserialize;

use crate::diagnostic::Reporter;

/// The last check of each address. An empty file has none; a faulty one is reported and has none.
pub(super) fn parse(report: &mut Reporter<'_>) -> BTreeMap<String, LinkCheck> {
    let file = report.file;
    if file.text.trim().is_empty() {
        return BTreeMap::new();
    }
    let fault = match serde_json::from_str::<File>(&file.text) {
        Ok(File { links }) => {
            let check =
                |Link { status, checked, .. }: Link| LinkCheck { on: checked.0, status: status.0 };
            return links.into_iter().map(|(address, link)| (address, check(link))).collect();
        }
        Err(fault) => fault,
    };
    let message = fault.to_string();
    let place = format!(" at line {} column {}", fault.line(), fault.column());
    let start = offset(&file.text, fault.line(), fault.column());
    report.error(
        start..start,
        format!("this is no record of link checks: {}", message.trim_end_matches(&place)),
        "correct it, or write { \"links\": {} } and check the links anew",
    );
    BTreeMap::new()
}

/// Where a line (1-based) and a column (bytes read in that line) are.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    (start + column.saturating_sub(1)).min(text.len())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    links: BTreeMap<String, Link>,
}

/// One address. What readers are not shown must be there all the same: the next check needs it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    status: Status,
    checked: Day,
    #[serde(rename = "answer")]
    _answer: String,
    #[serde(rename = "failures")]
    _failures: Vec<Day>,
}

#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Status(LinkStatus);

impl TryFrom<String> for Status {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let all = || LinkStatus::ALL.iter().map(|status| status.as_str()).collect::<Vec<_>>();
        name.parse()
            .map(Self)
            .map_err(|_| format!("\"{name}\" is no status, but one of: {}", all().join(", ")))
    }
}

#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Day(String);

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(day: String) -> Result<Self, String> {
        if super::site::is_day(&day) {
            Ok(Self(day))
        } else {
            Err(format!("\"{day}\" is no day such as 2019-12-31"))
        }
    }
}
