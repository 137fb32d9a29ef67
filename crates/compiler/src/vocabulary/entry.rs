//! Reads TOML tables key by key, so that one bad value costs only itself and every fault is
//! reported at its own place.

use std::collections::BTreeSet;
use std::ops::Range;

use catalog::Slug;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use url::Url;

use crate::diagnostic::{Diagnostic, Severity};
use crate::heading_slug::slug_from_heading;
use crate::input::SourceFile;
use crate::vocabulary::nearest::nearest;

/// Collects the faults of one file.
pub(super) struct Report<'a, 'd> {
    pub(super) file: &'a SourceFile,
    diagnostics: &'d mut Vec<Diagnostic>,
    /// Lines with faults of syntax: what is read from them is not what the maintainer wrote.
    damaged: BTreeSet<u32>,
}

impl<'a, 'd> Report<'a, 'd> {
    pub(super) fn new(file: &'a SourceFile, diagnostics: &'d mut Vec<Diagnostic>) -> Self {
        Self { file, diagnostics, damaged: BTreeSet::new() }
    }

    pub(super) fn error(
        &mut self,
        span: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        self.push(Severity::Error, span, message, cure);
    }

    pub(super) fn warning(
        &mut self,
        span: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        self.push(Severity::Warning, span, message, cure);
    }

    fn push(
        &mut self,
        severity: Severity,
        span: Range<usize>,
        message: impl Into<String>,
        cure: impl Into<String>,
    ) {
        let before = self.diagnostics.last();
        let diagnostic = Diagnostic::new(severity, self.file, before, span, message, cure);
        if !self.damaged.contains(&diagnostic.line) {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Parses the file as far as it can be understood and reports the faults of its syntax. Of a
    /// run of lines that are all faulty only the first fault is reported: an unclosed bracket
    /// makes one of every line behind it.
    pub(super) fn parse(&mut self) -> DeTable<'a> {
        let (document, faults) = DeTable::parse_recoverable(&self.file.text);
        let mut faults: Vec<Diagnostic> = faults
            .iter()
            .map(|fault| {
                let message = fault.message().lines().collect::<Vec<_>>().join(", ");
                Diagnostic::new(
                    Severity::Error,
                    self.file,
                    None,
                    fault.span().unwrap_or(0..0),
                    format!("this is not TOML: {message}"),
                    "correct the syntax here",
                )
            })
            .collect();
        faults.sort_by_key(|fault| fault.span.start);
        for fault in faults {
            let line = fault.line;
            let follows =
                self.damaged.contains(&line) || self.damaged.contains(&line.saturating_sub(1));
            self.damaged.insert(line);
            if !follows {
                self.diagnostics.push(fault);
            }
        }
        document.into_inner()
    }

    /// The slug that a text is, or a fault that offers the nearest slug.
    pub(super) fn slug(&mut self, text: &Spanned<String>, what: &str) -> Option<Slug> {
        let fault = match text.get_ref().parse() {
            Ok(slug) => return Some(slug),
            Err(fault) => fault,
        };
        let cure = match slug_from_heading(text.get_ref()) {
            Ok(slug) => format!("write \"{slug}\""),
            Err(_) => "write a name like \"apache-kafka\"".to_owned(),
        };
        self.error(text.span(), format!("{what} \"{}\" is no slug: {fault}", text.get_ref()), cure);
        None
    }

    /// The text, if it is the address of a site.
    pub(super) fn address(&mut self, text: Spanned<String>, what: &str) -> Option<String> {
        let is_site = Url::parse(text.get_ref()).is_ok_and(|url| {
            matches!(url.scheme(), "http" | "https")
                && url.username().is_empty()
                && url.password().is_none()
        });
        if is_site {
            return Some(text.into_inner());
        }
        self.error(
            text.span(),
            format!("{what} is no http or https address: \"{}\"", text.get_ref()),
            "write an address such as \"https://kafka.apache.org/\"",
        );
        None
    }

    /// Reports a reference to something that does not exist. `kind` is what it should be.
    pub(super) fn unknown<'n>(
        &mut self,
        span: Range<usize>,
        kind: &str,
        name: &str,
        known: impl IntoIterator<Item = &'n str>,
        otherwise: &str,
    ) {
        let cure = match nearest(name, known) {
            Some(near) => format!("write \"{near}\", or {otherwise}"),
            None => otherwise.to_owned(),
        };
        self.error(span, format!("unknown {kind} \"{name}\""), cure);
    }
}

/// One table with the words that name it in messages.
pub(super) struct Entry<'t> {
    table: &'t DeTable<'t>,
    /// Where the table starts.
    pub(super) span: Range<usize>,
    /// How messages name it: "technology \"kafka\"".
    pub(super) what: String,
}

impl<'t> Entry<'t> {
    pub(super) fn new(table: &'t DeTable<'t>, span: Range<usize>, what: impl Into<String>) -> Self {
        Self { table, span, what: what.into() }
    }

    /// Reports each key that is not one of `known`.
    pub(super) fn check_keys(&self, known: &[&str], report: &mut Report<'_, '_>) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let cure = match nearest(name, known.iter().copied()) {
                    Some(near) => format!("write \"{near}\""),
                    None => format!("remove it, or use one of: {}", known.join(", ")),
                };
                report.error(key.span(), format!("unknown key \"{name}\" in {}", self.what), cure);
            }
        }
    }

    /// The text under `key`, if there is one. Texts are trimmed.
    pub(super) fn text(&self, key: &str, report: &mut Report<'_, '_>) -> Option<Spanned<String>> {
        let value = self.table.get(key)?;
        let text = spanned_text(value);
        if text.is_none() {
            report.error(
                value.span(),
                format!("{key} of {} is no text", self.what),
                format!("write {key} = \"…\""),
            );
        }
        text
    }

    /// The text under `key`, which must be there and hold something.
    pub(super) fn required(
        &self,
        key: &str,
        report: &mut Report<'_, '_>,
    ) -> Option<Spanned<String>> {
        if self.table.get(key).is_none() {
            report.error(
                self.span.clone(),
                format!("{} has no {key}", self.what),
                format!("add {key} = \"…\""),
            );
            return None;
        }
        let text = self.text(key, report)?;
        if text.get_ref().is_empty() {
            report.error(
                text.span(),
                format!("{key} of {} is empty", self.what),
                format!("write something between the quotes of {key}, or remove the entry"),
            );
            return None;
        }
        Some(text)
    }

    /// The items of the list under `key`; none when the key is not there. `cure` shows such a
    /// list.
    pub(super) fn items(
        &self,
        key: &str,
        cure: &str,
        report: &mut Report<'_, '_>,
    ) -> &'t [Spanned<DeValue<'t>>] {
        let Some(value) = self.table.get(key) else { return &[] };
        let DeValue::Array(items) = value.get_ref() else {
            report.error(value.span(), format!("{key} of {} is no list", self.what), cure);
            return &[];
        };
        items
    }

    /// Whether there is anything under `key`.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// The whole number under `key`, if there is one.
    pub(super) fn number(&self, key: &str, report: &mut Report<'_, '_>) -> Option<Spanned<u32>> {
        let value = self.table.get(key)?;
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|digits| u32::from_str_radix(digits.as_str(), digits.radix()).ok());
        if number.is_none() {
            report.error(
                value.span(),
                format!("{key} of {} is no whole number", self.what),
                format!("write the digits alone, without quotes: {key} = 2016"),
            );
        }
        number.map(|number| Spanned::new(value.span(), number))
    }

    /// The texts in the list under `key`; none when the key is not there.
    pub(super) fn texts(&self, key: &str, report: &mut Report<'_, '_>) -> Vec<Spanned<String>> {
        let cure = format!("write {key} = [\"…\", \"…\"]");
        let mut texts = Vec::new();
        for item in self.items(key, &cure, report) {
            match spanned_text(item) {
                Some(text) if !text.get_ref().is_empty() => texts.push(text),
                _ => report.error(
                    item.span(),
                    format!("{key} of {} holds something that is no text", self.what),
                    cure.clone(),
                ),
            }
        }
        texts
    }

    /// The tables under `key`, written as `[[…]]`; `what` names each in messages.
    pub(super) fn entries(
        &self,
        key: &str,
        what: &str,
        report: &mut Report<'_, '_>,
    ) -> Vec<Entry<'t>> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let mut entries = Vec::new();
        let mut push = |value: &'t Spanned<DeValue<'t>>| match value.get_ref() {
            DeValue::Table(table) => entries.push(Entry::new(table, value.span(), what)),
            _ => report.error(
                value.span(),
                format!("{what} is no table"),
                format!("write its keys below a line [[{key}]]"),
            ),
        };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().for_each(push),
            _ => push(value),
        }
        entries
    }

    /// The tables under `key`, written as `[key.name]`, each with its name.
    pub(super) fn named_entries(
        &self,
        key: &str,
        report: &mut Report<'_, '_>,
    ) -> Vec<(Spanned<String>, Entry<'t>)> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            report.error(
                value.span(),
                format!("{key} is no table"),
                format!("write [{key}.name] on a line of its own, with its keys below"),
            );
            return Vec::new();
        };
        let mut entries = Vec::new();
        for (name, value) in table {
            let owned = Spanned::new(name.span(), name.get_ref().clone().into_owned());
            let what = format!("{key} \"{}\"", name.get_ref());
            match value.get_ref() {
                DeValue::Table(table) => {
                    entries.push((owned, Entry::new(table, name.span(), what)));
                }
                _ => report.error(
                    value.span(),
                    format!("{what} is no table"),
                    format!("write its keys below a line [{key}.{}]", name.get_ref()),
                ),
            }
        }
        entries
    }

    /// The texts of the table itself, each with its key.
    pub(super) fn pairs(
        &self,
        report: &mut Report<'_, '_>,
    ) -> Vec<(Spanned<String>, Spanned<String>)> {
        let mut pairs = Vec::new();
        for key in self.table.keys() {
            if let Some(value) = self.text(key.get_ref(), report) {
                pairs.push((Spanned::new(key.span(), key.get_ref().clone().into_owned()), value));
            }
        }
        pairs
    }

    /// The table under `key`, written as `[key]`.
    pub(super) fn entry(&self, key: &str, report: &mut Report<'_, '_>) -> Option<Entry<'t>> {
        let value = self.table.get(key)?;
        let DeValue::Table(table) = value.get_ref() else {
            report.error(
                value.span(),
                format!("{key} is no table"),
                format!("write its keys below a line [{key}]"),
            );
            return None;
        };
        Some(Entry::new(table, value.span(), format!("[{key}]")))
    }
}

/// A text, trimmed; `None` when the value is something else.
pub(super) fn spanned_text(value: &Spanned<DeValue<'_>>) -> Option<Spanned<String>> {
    let text = value.get_ref().as_str()?;
    Some(Spanned::new(value.span(), text.trim().to_owned()))
}
