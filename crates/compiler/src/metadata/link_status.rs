//! Reads `link-status.json`, the results of the last link checks. A program writes the file, so
//! one fault makes all of it unusable.

use std::collections::BTreeMap;

use catalog::LinkCheck;

use crate::day;
use crate::diagnostic::{Code, Reporter};
use crate::link_record::{LinkRecord, LinkRecords};

/// The last check of each address. An empty file has none; a faulty one is reported and has none.
pub(super) fn parse(report: &mut Reporter<'_>) -> BTreeMap<String, LinkCheck> {
    let file = report.file;
    if file.text.trim().is_empty() {
        return BTreeMap::new();
    }
    let fault = match serde_json::from_str::<LinkRecords>(&file.text) {
        Ok(LinkRecords { links }) => {
            let check = |(address, LinkRecord { status, checked, .. })| {
                Some((address, LinkCheck { on: day::in_catalog(checked)?, status }))
            };
            return links.into_iter().filter_map(check).collect();
        }
        Err(fault) => fault,
    };
    let message = fault.to_string();
    let place = format!(" at line {} column {}", fault.line(), fault.column());
    let start = offset(&file.text, fault.line(), fault.column());
    report.error(
        Code::NotLinkRecords,
        start..start,
        format!("this is not a record of link checks: {}", message.trim_end_matches(&place)),
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
