//! Reads TOML tables key by key, so that one bad value costs only itself and every fault is
//! reported at its own place.

mod damage;

use std::ops::Range;

use catalog::{Day, Slug};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::day;
use crate::diagnostic::{Code, Reporter};
use crate::heading_slug::slug_from_heading;
use crate::keys::{Table, Value};
use crate::links::parse_address;
use crate::nearest::nearest;
use damage::Open;

/// Parses a file as far as it can be understood and reports its syntax errors.
pub(crate) fn parse<'a>(report: &mut Reporter<'a>) -> DeTable<'a> {
    let (document, mut faults) = DeTable::parse_recoverable(&report.file.text);
    faults.sort_by_key(|fault| fault.span().map(|span| span.start));
    for fault in &faults {
        let message = fault.message().lines().collect::<Vec<_>>().join(", ");
        let at = fault.span().unwrap_or(0..0);
        let (at, cause) = damage::cause(&report.file.text, at);
        let (message, cure) = match cause {
            Some(Open(bracket, missing)) => (
                format!("this is not TOML: {bracket} is not closed"),
                format!("write {missing} where it ends"),
            ),
            None => (format!("this is not TOML: {message}"), "correct the syntax here".to_owned()),
        };
        let damaged = damage::table(&report.file.text, at.start);
        report.syntax_error(Code::NotToml, at, damaged, message, cure);
    }
    document.into_inner()
}

/// The slug that a text is, or an error that offers the nearest slug.
pub(crate) fn read_slug(
    text: &Spanned<String>,
    what: &str,
    report: &mut Reporter<'_>,
) -> Option<Slug> {
    let fault = match text.get_ref().parse() {
        Ok(slug) => return Some(slug),
        Err(fault) => fault,
    };
    let cure = match slug_from_heading(text.get_ref()) {
        Ok(slug) => format!("write \"{slug}\""),
        Err(_) => "write a name like \"apache-kafka\"".to_owned(),
    };
    report.error(
        Code::NotASlug,
        text.span(),
        format!("{what} \"{}\" is not a valid slug: {fault}", text.get_ref()),
        cure,
    );
    None
}

/// The text, if it is an absolute `http` or `https` address.
pub(crate) fn read_address(
    text: Spanned<String>,
    what: &str,
    report: &mut Reporter<'_>,
) -> Option<String> {
    if parse_address(text.get_ref()).is_ok() {
        return Some(text.into_inner());
    }
    report.error(
        Code::NotAnAddress,
        text.span(),
        format!("{what} is not an http or https address: \"{}\"", text.get_ref()),
        "write an address such as \"https://kafka.apache.org/\"",
    );
    None
}

/// One table with the words that name it in messages.
pub(crate) struct Entry<'t> {
    table: &'t DeTable<'t>,
    /// The keys that it may have.
    keys: &'static Table,
    /// Where the table starts.
    pub(crate) span: Range<usize>,
    /// How messages name it: "technology \"kafka\"".
    pub(crate) what: String,
}

impl<'t> Entry<'t> {
    /// The whole of a file.
    pub(crate) fn file(document: &'t DeTable<'t>, keys: &'static Table) -> Self {
        Self::new(document, keys, 0..0, "the file")
    }

    fn new(
        table: &'t DeTable<'t>,
        keys: &'static Table,
        span: Range<usize>,
        what: impl Into<String>,
    ) -> Self {
        Self { table, keys, span, what: what.into() }
    }

    /// Reports each key that the table does not have.
    pub(crate) fn check_keys(&self, report: &mut Reporter<'_>) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if self.keys.value(name).is_none() {
                let cure = match nearest(name, self.keys.names()) {
                    Some(near) => format!("write \"{near}\""),
                    None => {
                        let names = self.keys.names().collect::<Vec<_>>().join(", ");
                        format!("remove it, or use one of: {names}")
                    }
                };
                report.error(
                    Code::UnknownKey,
                    key.span(),
                    format!("unknown key \"{name}\" in {}", self.what),
                    cure,
                );
            }
        }
    }

    fn get(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        debug_assert!(self.keys.value(key).is_some(), "the table of {} lacks {key}", self.what);
        self.table.get(key)
    }

    /// The keys of the tables under `key`.
    fn keys_under(&self, key: &str) -> &'static Table {
        match self.keys.value(key) {
            Some(Value::Table(keys) | Value::Tables(keys) | Value::BySlug(keys)) => keys,
            _ => &Table(&[]),
        }
    }

    /// The text under `key`, if there is one. Texts are trimmed.
    pub(crate) fn text(&self, key: &str, report: &mut Reporter<'_>) -> Option<Spanned<String>> {
        self.read_text(key, self.get(key)?, report)
    }

    fn read_text(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        report: &mut Reporter<'_>,
    ) -> Option<Spanned<String>> {
        let text = spanned_text(value);
        if text.is_none() {
            report.error(
                Code::WrongType,
                value.span(),
                format!("{key} of {} is not a string", self.what),
                format!("write {key} = \"…\""),
            );
        }
        text
    }

    /// The text under `key`, which must be there and hold something.
    pub(crate) fn required(&self, key: &str, report: &mut Reporter<'_>) -> Option<Spanned<String>> {
        if self.get(key).is_none() {
            report.error(
                Code::MissingKey,
                self.span.clone(),
                format!("{} has no {key}", self.what),
                format!("add {key} = \"…\""),
            );
            return None;
        }
        let text = self.text(key, report)?;
        if text.get_ref().is_empty() {
            report.error(
                Code::EmptyValue,
                text.span(),
                format!("{key} of {} is empty", self.what),
                format!("write something between the quotes of {key}, or remove the entry"),
            );
            return None;
        }
        Some(text)
    }

    /// The text under `key`, which may be left out but not empty.
    pub(crate) fn filled(&self, key: &str, report: &mut Reporter<'_>) -> Option<Spanned<String>> {
        self.has(key).then(|| self.required(key, report))?
    }

    /// The day under `key`, which must be there.
    pub(crate) fn day(&self, key: &str, report: &mut Reporter<'_>) -> Option<Day> {
        let text = self.required(key, report)?;
        let day = day::parse(text.get_ref()).and_then(day::in_catalog);
        if day.is_none() {
            report.error(
                Code::NotADate,
                text.span(),
                format!("{key} of {} is \"{}\", which is not a date", self.what, text.get_ref()),
                "write it as year, month and day: \"2019-12-31\"",
            );
        }
        day
    }

    /// Which of `all` the text under `key` names, if there is one.
    pub(crate) fn one_of<T: Copy>(
        &self,
        key: &str,
        all: &[T],
        name: fn(T) -> &'static str,
        report: &mut Reporter<'_>,
    ) -> Option<T> {
        let text = self.text(key, report)?;
        let found = all.iter().copied().find(|&one| name(one) == text.get_ref());
        if found.is_none() {
            let names = || all.iter().map(|&one| name(one));
            let list = names().collect::<Vec<_>>().join(", ");
            report.unknown(&text, key, names(), &format!("use one of: {list}"));
        }
        found
    }

    /// Which of `all` the text under `key`, which must be there, names.
    pub(crate) fn required_one_of<T: Copy>(
        &self,
        key: &str,
        all: &[T],
        name: fn(T) -> &'static str,
        report: &mut Reporter<'_>,
    ) -> Option<T> {
        self.required(key, report)?;
        self.one_of(key, all, name, report)
    }

    /// The items of the list under `key`; none when the key is not there. `cure` shows such a
    /// list.
    pub(crate) fn items(
        &self,
        key: &str,
        cure: &str,
        report: &mut Reporter<'_>,
    ) -> &'t [Spanned<DeValue<'t>>] {
        let Some(value) = self.get(key) else { return &[] };
        let DeValue::Array(items) = value.get_ref() else {
            report.error(
                Code::WrongType,
                value.span(),
                format!("{key} of {} is not a list", self.what),
                cure,
            );
            return &[];
        };
        items
    }

    /// Whether there is anything under `key`.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The whole number under `key`, if there is one.
    pub(crate) fn number(&self, key: &str, report: &mut Reporter<'_>) -> Option<Spanned<u32>> {
        let value = self.get(key)?;
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|digits| u32::from_str_radix(digits.as_str(), digits.radix()).ok());
        if number.is_none() {
            report.error(
                Code::WrongType,
                value.span(),
                format!("{key} of {} is not a whole number", self.what),
                format!("write the digits alone, without quotes: {key} = 2016"),
            );
        }
        number.map(|number| Spanned::new(value.span(), number))
    }

    /// The texts in the list under `key`; none when the key is not there.
    pub(crate) fn texts(&self, key: &str, report: &mut Reporter<'_>) -> Vec<Spanned<String>> {
        let cure = format!("write {key} = [\"…\", \"…\"]");
        let mut texts = Vec::new();
        for item in self.items(key, &cure, report) {
            match spanned_text(item) {
                Some(text) if !text.get_ref().is_empty() => texts.push(text),
                _ => report.error(
                    Code::WrongType,
                    item.span(),
                    format!("{key} of {} holds a value that is not a string", self.what),
                    cure.clone(),
                ),
            }
        }
        texts
    }

    /// The text or the texts under `key` with their indentation; none when the key is not there.
    pub(crate) fn untrimmed(&self, key: &str, report: &mut Reporter<'_>) -> Vec<Spanned<String>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items = match value.get_ref() {
            DeValue::Array(items) => &items[..],
            _ => std::slice::from_ref(value),
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) => texts.push(Spanned::new(item.span(), text.trim_end().to_owned())),
                None => report.error(
                    Code::WrongType,
                    item.span(),
                    format!("{key} of {} is neither a string nor a list of strings", self.what),
                    format!("write {key} = \"…\""),
                ),
            }
        }
        texts
    }

    /// The tables under `key`, written as `[[…]]`; `what` names each in messages.
    pub(crate) fn entries(
        &self,
        key: &str,
        what: &str,
        report: &mut Reporter<'_>,
    ) -> Vec<Entry<'t>> {
        self.tables(key, what, &format!("write its keys below a line [[{key}]]"), report)
    }

    /// The tables in the list under `key`. `cure` shows such a list.
    pub(crate) fn tables(
        &self,
        key: &str,
        what: &str,
        cure: &str,
        report: &mut Reporter<'_>,
    ) -> Vec<Entry<'t>> {
        let mut tables = Vec::new();
        for item in self.items(key, cure, report) {
            match item.get_ref() {
                DeValue::Table(table) => {
                    tables.push(Entry::new(table, self.keys_under(key), item.span(), what));
                }
                _ => report.error(
                    Code::WrongType,
                    item.span(),
                    format!("{what} is not a table"),
                    cure,
                ),
            }
        }
        tables
    }

    /// The tables under `key`, written as `[key.name]`, each with its name.
    pub(crate) fn named_entries(
        &self,
        key: &str,
        report: &mut Reporter<'_>,
    ) -> Vec<(Spanned<String>, Entry<'t>)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            report.error(
                Code::WrongType,
                value.span(),
                format!("{key} is not a table"),
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
                    entries
                        .push((owned, Entry::new(table, self.keys_under(key), name.span(), what)));
                }
                _ => report.error(
                    Code::WrongType,
                    value.span(),
                    format!("{what} is not a table"),
                    format!("write its keys below a line [{key}.{}]", name.get_ref()),
                ),
            }
        }
        entries
    }

    /// The texts of the table itself, each with its key.
    pub(crate) fn pairs(
        &self,
        report: &mut Reporter<'_>,
    ) -> Vec<(Spanned<String>, Spanned<String>)> {
        let mut pairs = Vec::new();
        for (key, value) in self.table {
            if let Some(value) = self.read_text(key.get_ref(), value, report) {
                pairs.push((Spanned::new(key.span(), key.get_ref().clone().into_owned()), value));
            }
        }
        pairs
    }

    /// The table under `key`, written as `[key]`.
    pub(crate) fn entry(&self, key: &str, report: &mut Reporter<'_>) -> Option<Entry<'t>> {
        let value = self.get(key)?;
        let DeValue::Table(table) = value.get_ref() else {
            report.error(
                Code::WrongType,
                value.span(),
                format!("{key} is not a table"),
                format!("write its keys below a line [{key}]"),
            );
            return None;
        };
        Some(Entry::new(table, self.keys_under(key), value.span(), format!("[{key}]")))
    }
}

/// A text, trimmed; `None` when the value is something else.
pub(crate) fn spanned_text(value: &Spanned<DeValue<'_>>) -> Option<Spanned<String>> {
    let text = value.get_ref().as_str()?;
    Some(Spanned::new(value.span(), text.trim().to_owned()))
}
