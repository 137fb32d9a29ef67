//! The keys of `hosts.toml`.

use super::facts::{Ending, linked_kinds};
use crate::keys::{Key, Table, Value};

/// Keys of the file.
pub(crate) const FILE: Table = Table(&[
    Key::optional("silent", Value::Texts, "Segments of paths that say nothing about the page."),
    Key::optional(
        "site",
        Value::Tables(&SITE),
        "What is known of a site; the first that matches an address counts.",
    ),
    Key::optional("account", Value::Tables(&ACCOUNT), "Who publishes under an account."),
    Key::optional(
        "conference",
        Value::Tables(&CONFERENCE),
        "An event whose place and year are the first label of the host.",
    ),
]);

pub(super) const SITE: Table = Table(&[
    Key::required(
        "host",
        Value::Text,
        "\"example.com\", without www.; \"*.example.com\" is any host below it, \"blog.*\" any that starts so, \"*\" any host.",
    ),
    Key::optional(
        "path",
        Value::Text,
        "Segments of the path: \"*\" is any one, \"*.pdf\" any that ends so, a first or last \"**\" any number of them; \"\" is the front page; any path when left out.",
    ),
    Key::required("kind", Value::OneOf(linked_kinds), "What a link there leads to."),
    Key::optional(
        "title",
        Value::Text,
        "Words around {slug}, {host} or {folder}, or the title itself; \"{slug}\" when left out.",
    ),
    Key::optional(
        "no_title",
        Value::Text,
        "In place of title: what is there, where the address says nothing about it.",
    ),
    Key::optional(
        "publisher",
        Value::Text,
        "Who publishes there; left out where the address does not say.",
    ),
]);

pub(super) const ACCOUNT: Table = Table(&[
    Key::required("site", Value::Text, "The host, without www."),
    Key::required("name", Value::Text, "The account, as addresses write it; case does not matter."),
    Key::required("publisher", Value::Text, "Who publishes under it."),
    Key::optional(
        "slug_ends",
        Value::OneOf(endings),
        "\"speakers\" where addresses end like -with-first-last-and-first-last.",
    ),
]);

pub(super) const CONFERENCE: Table = Table(&[
    Key::required("host", Value::Text, "\"*.example.com\"."),
    Key::required("event", Value::Text, "Its name, which is in [events] of words.toml."),
]);

fn endings() -> Vec<&'static str> {
    Ending::ALL.iter().map(|ending| ending.as_str()).collect()
}
