//! The keys of a content file's tables. A reader accepts exactly these, and the JSON Schema of the
//! file ([`crate::schemas()`]) is made of them.

/// A table.
#[derive(Debug)]
pub(crate) struct Table(pub(crate) &'static [Key]);

/// A key of a [`Table`].
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) value: Value,
    pub(crate) presence: Presence,
    /// Shown by editors.
    pub(crate) about: &'static str,
}

/// Whether a key may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Optional,
}

/// What a key holds.
#[derive(Debug)]
pub(crate) enum Value {
    Text,
    Slug,
    /// An absolute `http` or `https` address.
    Address,
    /// `2019-12-31`.
    Day,
    /// A whole number.
    Number,
    /// One of these names.
    OneOf(fn() -> Vec<&'static str>),
    Texts,
    /// A text, or several in a list.
    TextOrTexts,
    /// A list of pairs of texts.
    TextPairs,
    /// A table of texts with any keys.
    TextTable,
    /// A table, written as `[key]`.
    Table(&'static Table),
    /// Tables, written as `[[key]]`.
    Tables(&'static Table),
    /// Tables by slug, written as `[key.slug]`.
    BySlug(&'static Table),
}

impl Key {
    pub(crate) const fn required(name: &'static str, value: Value, about: &'static str) -> Self {
        Self { name, value, presence: Presence::Required, about }
    }

    pub(crate) const fn optional(name: &'static str, value: Value, about: &'static str) -> Self {
        Self { name, value, presence: Presence::Optional, about }
    }
}

impl Table {
    /// What a key of the table holds.
    pub(crate) fn value(&self, name: &str) -> Option<&'static Value> {
        self.0.iter().find(|key| key.name == name).map(|key| &key.value)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|key| key.name)
    }
}
