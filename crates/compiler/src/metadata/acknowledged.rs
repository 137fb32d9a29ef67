//! Warnings that a maintainer has looked at and keeps, from `site.toml`.

use std::ops::Range;

use toml::Spanned;

use crate::diagnostic::{Code, Diagnostic, Reporter, Severity};
use crate::input::Input;
use crate::keys::{Key, Table, Value};
use crate::toml_file::Entry;

/// Keys of `[[acknowledged]]`.
pub(crate) const KEYS: Table = Table(&[
    Key::required("code", Value::Text, "The warning's code: \"CB018\"."),
    Key::required(
        "words",
        Value::Text,
        "Words of its message, or of what it marks in the file: those that only this warning has.",
    ),
    Key::optional("file", Value::Text, "The file that it is in: \"case-studies.md\"."),
    Key::required("reason", Value::Text, "Why it stays."),
]);

/// A warning that is acknowledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledged {
    /// The warning.
    pub warning: Diagnostic,
    /// Why it stays.
    pub reason: String,
}

/// All that the file acknowledges.
#[derive(Clone, Debug, Default)]
pub(crate) struct Acknowledgements(Vec<Acknowledgement>);

#[derive(Clone, Debug)]
struct Acknowledgement {
    code: Code,
    words: String,
    file: Option<String>,
    reason: String,
    span: Range<usize>,
}

impl Acknowledgements {
    pub(super) fn read(top: &Entry<'_>, report: &mut Reporter<'_>) -> Self {
        let entries = top.entries("acknowledged", "acknowledged", report);
        Self(entries.into_iter().filter_map(|entry| read(&entry, report)).collect())
    }

    /// Takes the acknowledged ones out of all diagnostics, and adds those of acknowledgements that
    /// match nothing.
    pub(crate) fn apply(
        &self,
        all: Vec<Diagnostic>,
        input: &Input,
    ) -> (Vec<Diagnostic>, Vec<Acknowledged>) {
        let mut used = vec![false; self.0.len()];
        let (mut kept, mut acknowledged) = (Vec::new(), Vec::new());
        for warning in all {
            let marked = input
                .text_of(&warning.path)
                .and_then(|text| text.get(warning.span.clone()))
                .unwrap_or_default();
            let matching = self.0.iter().position(|one| {
                warning.severity == Severity::Warning
                    && warning.code == one.code
                    && one.file.as_deref().is_none_or(|file| warning.path.ends_with(file))
                    && (warning.message.contains(&one.words) || marked.contains(&one.words))
            });
            match matching.and_then(|at| Some((used.get_mut(at)?, self.0.get(at)?))) {
                Some((used, one)) => {
                    *used = true;
                    acknowledged.push(Acknowledged { warning, reason: one.reason.clone() });
                }
                None => kept.push(warning),
            }
        }
        let mut idle = Reporter::new(&input.files.site);
        for (one, _) in self.0.iter().zip(used).filter(|(_, used)| !used) {
            let Acknowledgement { code, words, span, .. } = one;
            let is_error =
                kept.iter().any(|fault| fault.severity == Severity::Error && fault.code == *code);
            let cure = match is_error {
                true => "remove it: an error cannot be acknowledged",
                false => "remove it, or write words of the warning that is meant",
            };
            idle.warn(
                Code::IdleAcknowledgement,
                span.clone(),
                format!("no warning {code} has the words \"{words}\" any more"),
                cure,
            );
        }
        kept.extend(idle.finish());
        (kept, acknowledged)
    }
}

fn read(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<Acknowledgement> {
    entry.check_keys(report);
    let code = entry.required("code", report);
    let words = entry.required("words", report);
    let reason = entry.required("reason", report);
    let file = entry.filled("file", report).map(Spanned::into_inner);
    let (code, words, reason) = (code?, words?, reason?);
    let known = Code::ALL.iter().copied().find(|known| known.to_string() == *code.get_ref());
    let Some(known) = known else {
        let names: Vec<String> = Code::ALL.iter().map(Code::to_string).collect();
        let names = names.iter().map(String::as_str);
        report.unknown(&code, "code", names, "write the code in the warning's brackets: \"CB018\"");
        return None;
    };
    let span = words.span();
    Some(Acknowledgement {
        code: known,
        words: words.into_inner(),
        file,
        reason: Spanned::into_inner(reason),
        span,
    })
}
